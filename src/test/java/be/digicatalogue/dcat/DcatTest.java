package be.digicatalogue.dcat;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
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
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VCARD4;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description for open-data portals, as Apache Jena reads it. */
@QuarkusTest
class DcatTest extends ApiTest {

    /** What the entry leads to besides lists. */
    private static final Set<String> NO_LISTS = Set.of("/v1/guide", "/v1/search", "/v1/changes", "/v1/quality");

    private static final Set<String> MORE_IN_TABLE = Set.of("partners", "chambers", "municipalities", "provinces");

    @Test
    void allFormatsSayTheSame() {
        var turtle = read("/dcat?f=turtle", Lang.TURTLE);
        assertTrue(turtle.isIsomorphicWith(read("/dcat?f=jsonld", Lang.JSONLD11)));
        assertTrue(turtle.isIsomorphicWith(read("/dcat?f=rdfxml", Lang.RDFXML)));
        assertTrue(turtle.isIsomorphicWith(read("/dcat?f=ntriples", Lang.NTRIPLES)));
        assertTrue(turtle.size() > 300);
    }

    /** Of the Commission, see NOTICE. Its warnings ask for what is recommended only. */
    @ParameterizedTest
    @ValueSource(strings = {"shapes.ttl", "range.ttl"})
    void theOfficialShapesFindNoViolation(String file) {
        var shapes = Shapes.parse(RDFDataMgr.loadGraph("src/test/resources/dcat-ap-3.0.1/" + file));
        var described = read("/dcat?f=turtle", Lang.TURTLE);
        assertEquals(List.of(), violations(shapes, described));
        described.removeAll(null, DCTerms.title, null).removeAll(null, DCAT.mediaType, null);
        described
                .listSubjectsWithProperty(RDF.type, DCAT.Dataset)
                .toList()
                .forEach(dataset -> dataset.addProperty(DCAT.theme, "a text"));
        assertFalse(violations(shapes, described).isEmpty(), "what is wrong is found");
    }

    private static List<String> violations(Shapes shapes, Model described) {
        return ShaclValidator.get().validate(shapes, described.getGraph()).getEntries().stream()
                .filter(entry -> entry.severity() == Severity.Violation)
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + ": " + entry.message())
                .toList();
    }

    @Test
    void aChecksumIsThatOfTheFile() throws Exception {
        var model = read("/dcat", Lang.JSONLD11);
        var spdx = "http://spdx.org/rdf/terms#";
        var checked = model.listSubjectsWithProperty(model.createProperty(spdx + "checksum"))
                .toList();
        assertTrue(checked.size() > 10, checked::toString);
        for (var distribution : checked) {
            var content = given().get(object(distribution, DCAT.downloadURL)).asByteArray();
            assertEquals(content.length, distribution.getProperty(DCAT.byteSize).getInt());
            assertEquals(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
                    distribution
                            .getPropertyResourceValue(model.createProperty(spdx + "checksum"))
                            .getProperty(model.createProperty(spdx + "checksumValue"))
                            .getString());
        }
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
            int status = given().get(object(service, DCAT.endpointURL)).statusCode();
            // Assistants POST, and say so.
            assertTrue(status < 404 || status == 405 && service.getURI().endsWith("#mcp"), service + " " + status);
        }
    }

    @Test
    void everyListOfTheCatalogueIsADataset() {
        var described = new TreeSet<String>();
        read("/dcat", Lang.JSONLD11)
                .listObjectsOfProperty(DCAT.dataset)
                .forEach(dataset -> described.add(dataset.asResource().getURI().replaceAll(".*#", "")));
        var lists = new TreeSet<>(List.of("all"));
        get("/v1").getMap("links").values().forEach(link -> {
            var path = URI.create((String) link).getPath();
            if (path.matches("/v1/[a-z-]+") && !NO_LISTS.contains(path)) {
                lists.add(path.substring("/v1/".length()));
            }
        });
        assertTrue(lists.size() >= 15, lists::toString);
        assertEquals(lists, described);
    }

    @Test
    void everyListCanBeDownloadedWhole() {
        var model = read("/dcat", Lang.JSONLD11);
        for (var list : get("/v1").getMap("links").entrySet()) {
            var path = URI.create((String) list.getValue()).getPath();
            if (path.matches("/v1/[a-z-]+") && !NO_LISTS.contains(path)) {
                var name = path.substring("/v1/".length());
                var whole = model.listSubjectsWithProperty(DCAT.downloadURL)
                        .filterKeep(distribution -> distribution.getURI().endsWith("#" + name + "-table"))
                        .next();
                var rows = rows(object(whole, DCAT.downloadURL));
                int total = get(path).getInt("total");
                // The organisations are partners and chambers; municipalities that merged and Brussels are in the
                // tables.
                assertTrue(MORE_IN_TABLE.contains(name) ? rows > total : rows == total, name + " " + rows);
            }
        }
        rest().get("/export/nonsense.csv").then().statusCode(404).body("issues[0].value", equalTo("nonsense"));
    }

    private static int rows(String address) {
        var text = given().get(address)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        try (var rows = new CsvMapper()
                .readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(text)) {
            return rows.readAll().size() - 1;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    @Test
    void everyAddressOfTheEntryThatIsAServiceIsOne() {
        var described = new TreeSet<String>();
        read("/dcat", Lang.JSONLD11)
                .listObjectsOfProperty(ResourceFactory.createProperty(DCAT.NS + "service"))
                .forEach(service -> described.add(object(service.asResource(), DCAT.endpointURL)));
        var links = get("/v1");
        for (var name : List.of("graphql", "ogc", "ldes", "mcp")) {
            assertTrue(described.remove(links.getString("links." + name)), name);
        }
        assertEquals(Set.of(links.getString("self")), described);
    }

    @Test
    void whatPeopleAreSentToIsAPage() {
        var model = read("/dcat", Lang.JSONLD11);
        int count = 0;
        for (var property : List.of(FOAF.homepage, DCAT.landingPage, VCARD4.hasURL)) {
            for (var page : model.listObjectsOfProperty(property).toList()) {
                given().accept("text/html")
                        .get(page.asResource().getURI())
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/html"));
                count++;
            }
        }
        assertTrue(count >= 7, "pages: " + count);
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
        rest().accept("application/n-quads, application/rdf+xml;q=0.6, text/turtle;q=0.5")
                .get("/dcat")
                .then()
                .contentType("application/rdf+xml");
        for (var accept : List.of("application/json", "text/html")) {
            rest().accept(accept)
                    .get("/dcat?f=turtle")
                    .then()
                    .statusCode(200)
                    .contentType("text/turtle;charset=UTF-8")
                    .body(startsWith("@prefix"));
        }
        rest().accept("text/turtle;q=0.5, application/ld+json;q=0.4")
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
        // What cannot be read is no wish.
        for (var address : List.of("/dcat", "/ldes")) {
            given().header("Accept", "nonsense").get(address).then().statusCode(200);
        }
        rest().accept("text/html").get("/dcat").then().statusCode(406).contentType("application/problem+json");
        rest().get("/dcat?f=xml").then().statusCode(400).body("issues[0].name", equalTo("f"));
        rest().get("/dcat?page=2").then().statusCode(400).body("issues[0].name", equalTo("page"));
    }

    private static String object(Resource resource, Property property) {
        Node object = resource.getProperty(property).getObject().asNode();
        return object.getURI();
    }

    static Model read(String address, Lang lang) {
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
