package be.digicatalogue.dcat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The classes and properties of DCAT-AP 3.0 and of DCAT-AP Vlaanderen, one row each: mandatory, recommended, and optional where
 * we state it. Of Flanders what is beyond the European profile, by the third version and, where marked 2.0, what that wanted;
 * but not its statuut, which says that a Flemish government made it open: nobody can say that for the operator.
 */
@QuarkusTest
class DcatApTest extends ApiTest {

    private static final String PREFIXES = """
            PREFIX adms: <http://www.w3.org/ns/adms#>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private static Model described;

    /**
     * @param range a class; {@code literal}, {@code text} (in Dutch and at most once in a language), {@code words} (each in a
     *     language), {@code moment} or {@code iri}; or the beginning of the addresses of a controlled vocabulary
     */
    @ParameterizedTest(name = "{0}, {1}: {2} ({3}, {4}..{5}, {6})")
    @CsvSource(delimiter = '|', textBlock = """
            DCAT-AP 3.0 | dcat:Catalog | dct:title | mandatory | 1 | n | literal
            DCAT-AP 3.0 | dcat:Catalog | dct:description | mandatory | 1 | n | literal
            DCAT-AP 3.0 | dcat:Catalog | dct:publisher | mandatory | 1 | 1 | foaf:Agent
            DCAT-AP 3.0 | dcat:Catalog | dcat:dataset | recommended | 1 | n | dcat:Dataset
            DCAT-AP 3.0 | dcat:Catalog | dcat:service | recommended | 1 | n | dcat:DataService
            DCAT-AP 3.0 | dcat:Catalog | foaf:homepage | recommended | 1 | 1 | foaf:Document
            DCAT-AP 3.0 | dcat:Catalog | dct:language | recommended | 1 | n | dct:LinguisticSystem
            DCAT-AP 3.0 | dcat:Catalog | dct:language | vocabulary | 1 | n | http://publications.europa.eu/resource/authority/language/
            DCAT-AP 3.0 | dcat:Catalog | dct:license | recommended | 1 | 1 | dct:LicenseDocument
            DCAT-AP 3.0 | dcat:Catalog | dct:modified | recommended | 1 | 1 | moment
            DCAT-AP 3.0 | dcat:Catalog | dct:spatial | recommended | 1 | n | dct:Location
            DCAT-AP 3.0 | dcat:Catalog | dcat:themeTaxonomy | recommended | 1 | n | skos:ConceptScheme
            DCAT-AP 3.0 | dcat:Catalog | dcat:themeTaxonomy | vocabulary | 1 | n | http://publications.europa.eu/resource/authority/data-theme
            DCAT-AP 3.0 | dcat:Dataset | dct:title | mandatory | 1 | n | literal
            DCAT-AP 3.0 | dcat:Dataset | dct:description | mandatory | 1 | n | literal
            DCAT-AP 3.0 | dcat:Dataset | dcat:contactPoint | recommended | 1 | n | vcard:Kind
            DCAT-AP 3.0 | dcat:Dataset | dcat:distribution | recommended | 1 | n | dcat:Distribution
            DCAT-AP 3.0 | dcat:Dataset | dcat:keyword | recommended | 1 | n | literal
            DCAT-AP 3.0 | dcat:Dataset | dct:publisher | recommended | 1 | 1 | foaf:Agent
            DCAT-AP 3.0 | dcat:Dataset | dct:spatial | recommended | 1 | n | dct:Location
            DCAT-AP 3.0 | dcat:Dataset | dct:temporal | recommended | 0 | n | dct:PeriodOfTime
            DCAT-AP 3.0 | dcat:Dataset | dcat:theme | recommended | 1 | n | skos:Concept
            DCAT-AP 3.0 | dcat:Dataset | dcat:theme | vocabulary | 1 | n | http://publications.europa.eu/resource/authority/data-theme/
            DCAT-AP 3.0 | dcat:Dataset | dct:accessRights | optional | 1 | 1 | dct:RightsStatement
            DCAT-AP 3.0 | dcat:Dataset | dct:accessRights | vocabulary | 1 | 1 | http://publications.europa.eu/resource/authority/access-right/
            DCAT-AP 3.0 | dcat:Dataset | dct:accrualPeriodicity | optional | 1 | 1 | dct:Frequency
            DCAT-AP 3.0 | dcat:Dataset | dct:accrualPeriodicity | vocabulary | 1 | 1 | http://publications.europa.eu/resource/authority/frequency/
            DCAT-AP 3.0 | dcat:Dataset | dct:identifier | optional | 1 | n | literal
            DCAT-AP 3.0 | dcat:Dataset | dcat:landingPage | optional | 1 | n | foaf:Document
            DCAT-AP 3.0 | dcat:Dataset | dct:language | optional | 1 | n | dct:LinguisticSystem
            DCAT-AP 3.0 | dcat:Dataset | dct:language | vocabulary | 1 | n | http://publications.europa.eu/resource/authority/language/
            DCAT-AP 3.0 | dcat:Dataset | dct:modified | optional | 1 | 1 | moment
            DCAT-AP 3.0 | dcat:Dataset | dcat:version | optional | 1 | 1 | literal
            DCAT-AP 3.0 | dcat:Distribution | dcat:accessURL | mandatory | 1 | n | iri
            DCAT-AP 3.0 | dcat:Distribution | dct:description | recommended | 1 | n | literal
            DCAT-AP 3.0 | dcat:Distribution | dct:format | recommended | 1 | 1 | dct:MediaTypeOrExtent
            DCAT-AP 3.0 | dcat:Distribution | dct:format | vocabulary | 1 | 1 | http://publications.europa.eu/resource/authority/file-type/
            DCAT-AP 3.0 | dcat:Distribution | dct:license | recommended | 1 | 1 | dct:LicenseDocument
            DCAT-AP 3.0 | dcat:Distribution | dcat:accessService | optional | 0 | n | dcat:DataService
            DCAT-AP 3.0 | dcat:Distribution | dcat:downloadURL | optional | 0 | n | iri
            DCAT-AP 3.0 | dcat:Distribution | dct:conformsTo | optional | 0 | n | dct:Standard
            DCAT-AP 3.0 | dcat:Distribution | dcat:mediaType | optional | 1 | 1 | dct:MediaType
            DCAT-AP 3.0 | dcat:Distribution | dcat:mediaType | vocabulary | 1 | 1 | https://www.iana.org/assignments/media-types/
            DCAT-AP 3.0 | dcat:Distribution | dcat:packageFormat | vocabulary | 0 | 1 | https://www.iana.org/assignments/media-types/
            DCAT-AP 3.0 | dcat:Distribution | dct:modified | optional | 1 | 1 | moment
            DCAT-AP 3.0 | dcat:Distribution | dct:title | optional | 1 | n | literal
            DCAT-AP 3.0 | dcat:DataService | dcat:endpointURL | mandatory | 1 | n | iri
            DCAT-AP 3.0 | dcat:DataService | dct:title | mandatory | 1 | n | literal
            DCAT-AP 3.0 | dcat:DataService | dcat:endpointDescription | recommended | 1 | n | iri
            DCAT-AP 3.0 | dcat:DataService | dcat:servesDataset | recommended | 1 | n | dcat:Dataset
            DCAT-AP 3.0 | dcat:DataService | dcat:contactPoint | recommended | 1 | n | vcard:Kind
            DCAT-AP 3.0 | dcat:DataService | dct:publisher | recommended | 1 | 1 | foaf:Agent
            DCAT-AP 3.0 | dcat:DataService | dct:conformsTo | recommended | 0 | n | dct:Standard
            DCAT-AP 3.0 | dcat:DataService | dct:accessRights | optional | 1 | 1 | dct:RightsStatement
            DCAT-AP 3.0 | dcat:DataService | dct:accessRights | vocabulary | 1 | 1 | http://publications.europa.eu/resource/authority/access-right/
            DCAT-AP 3.0 | dcat:DataService | dct:description | optional | 1 | n | literal
            DCAT-AP 3.0 | dcat:DataService | dct:license | optional | 1 | 1 | dct:LicenseDocument
            DCAT-AP 3.0 | foaf:Agent | foaf:name | mandatory | 1 | n | literal
            DCAT-AP 3.0 | skos:Concept | skos:prefLabel | mandatory | 1 | n | literal
            DCAT-AP 3.0 | skos:ConceptScheme | dct:title | mandatory | 1 | n | literal
            DCAT-AP 3.0 | dct:Location | dcat:bbox | recommended | 1 | 1 | literal
            DCAT-AP 3.0 | dct:Location | dcat:centroid | recommended | 1 | 1 | literal
            DCAT-AP 3.0 | dct:PeriodOfTime | dcat:startDate | recommended | 1 | 1 | moment
            DCAT-AP Vlaanderen | dct:Agent | foaf:name | naam | 1 | n | text
            DCAT-AP Vlaanderen | dcat:Catalog | dct:identifier | identificator | 1 | 1 | literal
            DCAT-AP Vlaanderen | dcat:Catalog | dct:title | titel | 1 | n | text
            DCAT-AP Vlaanderen | dcat:Catalog | dct:description | beschrijving | 1 | n | text
            DCAT-AP Vlaanderen | dcat:Catalog | dcat:contactPoint | contactinformatie | 1 | 1 | vcard:Kind
            DCAT-AP Vlaanderen 2.0 | dcat:Catalog | dct:license | licentie | 1 | 1 | dct:LicenseDocument
            DCAT-AP Vlaanderen | dcat:Catalog | dct:publisher | uitgever | 1 | 1 | dct:Agent
            DCAT-AP Vlaanderen | dcat:Dataset | dct:identifier | identificator | 1 | 1 | literal
            DCAT-AP Vlaanderen | dcat:Dataset | dct:title | titel | 1 | n | text
            DCAT-AP Vlaanderen | dcat:Dataset | dct:description | beschrijving | 1 | n | text
            DCAT-AP Vlaanderen | dcat:Dataset | dcat:keyword | trefwoord | 1 | n | words
            DCAT-AP Vlaanderen | dcat:Dataset | dcat:contactPoint | contactinformatie | 1 | 1 | vcard:Kind
            DCAT-AP Vlaanderen | dcat:Dataset | dct:accessRights | toegankelijkheid | 1 | 1 | skos:Concept
            DCAT-AP Vlaanderen | dcat:Dataset | dct:publisher | uitgever | 1 | 1 | dct:Agent
            DCAT-AP Vlaanderen 2.0 | dcat:Dataset | dct:modified | wijzigingsdatum | 1 | 1 | moment
            DCAT-AP Vlaanderen | dcat:Distribution | dct:identifier | identificator | 1 | 1 | literal
            DCAT-AP Vlaanderen 2.0 | dcat:Distribution | dct:title | titel | 1 | n | text
            DCAT-AP Vlaanderen 2.0 | dcat:Distribution | dct:description | beschrijving | 1 | n | text
            DCAT-AP Vlaanderen | dcat:Distribution | dcat:accessURL | toegangsURL | 1 | 1 | iri
            DCAT-AP Vlaanderen | dcat:Distribution | dcat:downloadURL | downloadURL | 0 | 1 | iri
            DCAT-AP Vlaanderen | dcat:Distribution | dct:format | formaat | 1 | 1 | skos:Concept
            DCAT-AP Vlaanderen 2.0 | dcat:Distribution | dct:license | licentie | 1 | 1 | dct:LicenseDocument
            DCAT-AP Vlaanderen | dcat:DataService | dct:identifier | identificator | 1 | 1 | literal
            DCAT-AP Vlaanderen | dcat:DataService | dct:title | titel | 1 | n | text
            DCAT-AP Vlaanderen 2.0 | dcat:DataService | dct:description | beschrijving | 1 | n | text
            DCAT-AP Vlaanderen | dcat:DataService | dcat:contactPoint | contactinformatie | 1 | 1 | vcard:Kind
            DCAT-AP Vlaanderen | dcat:DataService | dct:publisher | uitgever | 1 | 1 | dct:Agent
            DCAT-AP Vlaanderen | dcat:DataService | dcat:endpointURL | endpointURL | 1 | 1 | iri
            DCAT-AP Vlaanderen | dcat:DataService | dcat:endpointDescription | endpointbeschrijving | 1 | 1 | iri
            DCAT-AP Vlaanderen | dcat:DataService | dct:accessRights | toegankelijkheid | 1 | 1 | skos:Concept
            DCAT-AP Vlaanderen 2.0 | dcat:DataService | dct:modified | wijzigingsdatum | 1 | 1 | moment
            DCAT-AP Vlaanderen 2.0 | dcat:DataService | dct:license | licentie | 1 | 1 | dct:LicenseDocument
            vCard | vcard:Kind | vcard:fn | full name | 1 | n | literal
            DCAT-AP Vlaanderen | vcard:Kind | foaf:page | contactpagina | 1 | 1 | iri
            DCAT-AP Vlaanderen | vcard:Kind | vcard:hasEmail | e-mail | 0 | 1 | iri
            """)
    void everyOneHasWhatTheProfileWants(
            String profile, String type, String property, String demand, int least, String most, String range) {
        assertTrue(count("SELECT DISTINCT ?s { ?s a " + type + " }") > 0, () -> "nothing is a " + type);
        assertEquals(0, broken(model(), type, property, least, most, range));
        if (least > 0) {
            var without = ModelFactory.createDefaultModel().add(model());
            without.removeAll(null, without.createProperty(without.expandPrefix(property)), null);
            assertTrue(broken(without, type, property, least, most, range) > 0, "what is missing is found out");
        }
    }

    @Test
    void whatIsOptionalAndChecksARangeIsStatedSomewhere() {
        for (var property : new String[] {
            "dct:temporal", "dcat:accessService", "dcat:downloadURL", "dct:conformsTo", "dcat:packageFormat"
        }) {
            assertTrue(count("SELECT ?s { ?s " + property + " ?o }") > 0, property);
        }
    }

    /** How many of a class have too few, too many or the wrong kind. */
    private static int broken(Model model, String type, String property, int least, String most, String range) {
        var counted = "SELECT ?s { ?s a " + type + " OPTIONAL { ?s " + property + " ?o } } GROUP BY ?s HAVING ";
        int broken = count(model, counted + "(COUNT(DISTINCT ?o) < " + least + ")");
        if (!most.equals("n")) {
            broken += count(model, counted + "(COUNT(DISTINCT ?o) > " + most + ")");
        }
        var values = "SELECT ?s { ?s a " + type + " ; " + property + " ?o FILTER (";
        return broken
                + switch (range) {
                    case "literal" -> count(model, values + "!isLiteral(?o)) }");
                    case "iri" -> count(model, values + "!isIRI(?o)) }");
                    case "words" -> count(model, values + "lang(?o) = '') }");
                    case "moment" ->
                        count(
                                model,
                                values + "datatype(?o) NOT IN (xsd:date, xsd:dateTime, xsd:gYear, xsd:gYearMonth)) }");
                    case "text" ->
                        count(model, values + "lang(?o) = '') }")
                                + count(
                                        model,
                                        "SELECT ?s { ?s a " + type + " FILTER NOT EXISTS { ?s " + property
                                                + " ?o FILTER (lang(?o) = 'nl') } }")
                                + count(
                                        model,
                                        "SELECT ?s { ?s a " + type + " ; " + property + " ?a, ?b"
                                                + " FILTER (lang(?a) = lang(?b) && str(?a) < str(?b)) }");
                    default ->
                        range.startsWith("http")
                                ? count(model, values + "!STRSTARTS(str(?o), '" + range + "')) }")
                                : count(model, values + "NOT EXISTS { ?o a " + range + " }) }");
                };
    }

    private int count(String query) {
        return count(model(), query);
    }

    private static int count(Model model, String query) {
        try (var execution = QueryExecution.model(model)
                .query(QueryFactory.create(PREFIXES + query))
                .build()) {
            int rows = 0;
            for (var answers = execution.execSelect(); answers.hasNext(); answers.next()) {
                rows++;
            }
            return rows;
        }
    }

    /** Read once. */
    private static Model model() {
        if (described == null) {
            described = DcatTest.read("/dcat?f=turtle", Lang.TURTLE);
        }
        return described;
    }
}
