package be.digicatalogue.dcat;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The description for open-data portals, as Apache Jena reads it. */
@QuarkusTest
class DcatTest extends ApiTest {

    private static final Shapes SHAPES = Shapes.parse(RDFDataMgr.loadGraph("src/test/resources/dcat-ap-shapes.ttl"));

    @Test
    void bothFormsSayTheSame() {
        var turtle = read("/dcat?f=turtle", Lang.TURTLE);
        assertTrue(turtle.isIsomorphicWith(read("/dcat?f=jsonld", Lang.JSONLD11)));
        assertTrue(turtle.size() > 300);
    }

    @Test
    void theDescriptionKeepsDcatApAndThatOfFlanders() {
        var report = validate(read("/dcat", Lang.JSONLD11));
        assertTrue(report.conforms(), () -> {
            var problems = new StringBuilder();
            report.getEntries().forEach(entry -> problems.append(entry).append('\n'));
            return problems.toString();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "http://purl.org/dc/terms/publisher",
        "http://purl.org/dc/terms/license",
        "http://purl.org/dc/terms/accessRights",
        "http://www.w3.org/ns/dcat#contactPoint",
        "http://www.w3.org/ns/dcat#accessURL",
        "http://www.w3.org/ns/dcat#endpointURL",
        "http://www.w3.org/ns/dcat#version"
    })
    void aDescriptionWithoutWhatIsMandatoryIsFoundOut(String property) {
        var model = read("/dcat", Lang.JSONLD11);
        model.removeAll(null, ResourceFactory.createProperty(property), null);
        assertFalse(validate(model).conforms());
    }

    @Test
    void everyDistributionIsThereInItsFormat() {
        var model = read("/dcat", Lang.JSONLD11);
        int count = 0;
        for (var distribution :
                model.listResourcesWithProperty(RDF.type, DCAT.Distribution).toList()) {
            var type = distribution.hasProperty(DCAT.packageFormat) ? DCAT.packageFormat : DCAT.mediaType;
            given().accept("*/*")
                    .get(object(distribution, DCAT.accessURL))
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(
                            object(distribution, type).replace("https://www.iana.org/assignments/media-types/", "")));
            count++;
        }
        assertTrue(count >= 40, "distributions: " + count);
        for (var service :
                model.listResourcesWithProperty(RDF.type, DCAT.DataService).toList()) {
            given().get(object(service, DCAT.endpointDescription)).then().statusCode(200);
            assertTrue(given().get(object(service, DCAT.endpointURL)).statusCode() < 404, service::toString);
        }
    }

    @Test
    void everyListOfTheCatalogueIsADataset() {
        var described = new TreeSet<String>();
        read("/dcat", Lang.JSONLD11)
                .listObjectsOfProperty(DCAT.dataset)
                .forEach(dataset -> described.add(dataset.asResource().getURI().replaceAll(".*#", "")));
        assertEquals(
                new TreeSet<>(List.of(
                        "all",
                        "consortia",
                        "digibanks",
                        "figures",
                        "municipalities",
                        "partners",
                        "places",
                        "programmes",
                        "provinces",
                        "service-points",
                        "timeline",
                        "voka-offices")),
                described);
    }

    @Test
    void theVersionIsTheRevision() {
        var revision = get("/v1").getString("revision");
        var versions = read("/dcat", Lang.TURTLE, "text/turtle")
                .listObjectsOfProperty(ResourceFactory.createProperty(DCAT.NS + "version"))
                .toList();
        assertEquals(1, versions.size());
        assertEquals(revision, versions.get(0).asLiteral().getString());
        var digihubs = read("/dcat", Lang.JSONLD11);
        assertEquals(
                "2021-05-05",
                digihubs.listSubjectsWithProperty(DCTerms.title, digihubs.createLiteral("Digihubs", "en"))
                        .next()
                        .getPropertyResourceValue(DCTerms.temporal)
                        .getProperty(DCAT.startDate)
                        .getString());
    }

    @Test
    void theFormIsNegotiatedAndTheAnswerKept() {
        rest().accept("text/turtle")
                .get("/dcat")
                .then()
                .statusCode(200)
                .contentType("text/turtle;charset=UTF-8")
                .body(startsWith("@prefix"));
        rest().accept("application/rdf+xml, text/turtle;q=0.5")
                .get("/dcat")
                .then()
                .contentType(startsWith("text/turtle"));
        var tag = rest().get("/dcat")
                .then()
                .contentType("application/ld+json")
                .header("Cache-Control", containsString("max-age"))
                .extract()
                .header("ETag");
        rest().header("If-None-Match", tag).get("/dcat").then().statusCode(304);
        rest().accept("text/html").get("/dcat").then().statusCode(406).contentType("application/problem+json");
        rest().get("/dcat?f=xml").then().statusCode(400).body("issues[0].name", equalTo("f"));
        rest().get("/dcat?page=2").then().statusCode(400).body("issues[0].name", equalTo("page"));
    }

    private static ValidationReport validate(Model model) {
        return ShaclValidator.get().validate(SHAPES, model.getGraph());
    }

    private static String object(Resource resource, Property property) {
        Node object = resource.getProperty(property).getObject().asNode();
        return object.getURI();
    }

    private static Model read(String address, Lang lang) {
        return read(address, lang, "*/*");
    }

    private static Model read(String address, Lang lang, String accept) {
        var content = rest().accept(accept)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(content), null, lang);
        return model;
    }
}
