package be.digicatalogue.graph;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.GraphqlSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LimitsTest extends ApiTest {

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            partners(first: 101) { totalCount }                          | first      | 1 to 100
            partners(first: 0) { totalCount }                            | first      | 1 to 100
            partners(last: 101) { totalCount }                           | last       | 1 to 100
            partners(last: 0) { totalCount }                             | last       | 1 to 100
            partners(after: "nonsense") { totalCount }                   | after      | a cursor of this list
            partners(before: "nonsense") { totalCount }                  | before     | a cursor of this list
            partners(province: "brussel") { totalCount }                 | province   | limburg
            partners(q: "") { totalCount }                               | q          | has no value
            servicePoints(lat: 51.0) { totalCount }                      | lon        | missing
            servicePoints(lat: 4.4, lon: 51.2) { totalCount }            | lat        | swapped
            servicePoints(radius: 10) { totalCount }                     | radius     | origin
            servicePoints(bbox: "1,2") { totalCount }                    | bbox       | minLon
            servicePoints(place: "Halle") { totalCount }                 | place      | 1500 Halle
            consortia(validOn: "2021-02-30") { id }                      | validOn    | existing day
            municipalities(validOn: "x") { totalCount }                  | validOn    | YYYY-MM-DD
            digibanks(municipality: "11056") { totalCount }              | municipality | Beveren
            figures(metric: "x") { totalCount }                          | metric     | efro-subsidy
            timeline(from: "x") { id }                                   | from       | a year
            guide { remark }                                             | postalCode | origin is missing
            guide(postalCode: "9000", place: "Gent") { remark }          | place      | one origin
            """)
    void aBadArgumentIsNamedWithWhatIsAllowed(String field, String argument, String allowed) {
        var answer = graphql("{ " + field + " }");
        assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"));
        assertEquals(argument, answer.getString("errors[0].extensions.argument"));
        assertTrue(answer.getString("errors[0].message").contains(allowed), answer.getString("errors[0].message"));
    }

    /** All that a problem has besides its kind and its text; a candidate has no URL here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            servicePoints(place: "Nieuwerkerken") { totalCount }         | /v1/service-points?place=Nieuwerkerken
            vokaOffices(place: "beveren") { totalCount }                 | /v1/voka-offices?place=beveren
            guide(place: "Halle") { remark }                             | /v1/guide?place=Halle
            guide(place: "Gnet") { remark }                              | /v1/guide?place=Gnet
            places(postalCode: "9999", province: "x") { totalCount }     | /v1/places?postalCode=9999&province=x
            servicePoints(lat: 4.4, lon: 51.2, q: "") { totalCount }     | /v1/service-points?lat=4.4&lon=51.2&q=
            digibanks(municipality: "11056") { totalCount }              | /v1/digibanks?municipality=11056
            """)
    void anErrorHasWhatTheProblemOfRestHas(String field, String address) throws InterruptedException {
        var issues = answer(address).statusCode(400).extract().jsonPath().<Map<String, Object>>getList("issues");
        for (var issue : issues) {
            issue.put("in", "argument");
            if (issue.get("candidates") instanceof List<?> candidates) {
                assertFalse(candidates.isEmpty());
                candidates.forEach(candidate -> ((Map<?, ?>) candidate).remove("href"));
            }
        }
        var first = issues.get(0);
        try (var socket = new GraphqlSocket(service)) {
            socket.subscribe("1", ("{ " + field + " }").replace("\"", "\\\""));
            var told = socket.next("1");
            var errors = told.getString("type").equals("error") ? "payload" : "payload.errors";
            for (var extensions : List.of(
                    graphql("{ " + field + " }").<Map<String, Object>>get("errors[0].extensions"),
                    told.<Map<String, Object>>get(errors + "[0].extensions"))) {
                assertEquals(issues, extensions.get("issues"));
                assertEquals(first.get("name"), extensions.get("argument"));
                assertEquals(first.get("value"), extensions.get("value"));
                assertEquals(first.get("candidates"), extensions.get("candidates"));
            }
        }
    }

    @Test
    void anArgumentOfAnotherTypeIsAnIssueToo() {
        for (var query : List.of(
                "{ partners(first: \"x\") { totalCount } }", "{ servicePoints(service: [FOO]) { totalCount } }")) {
            var error = graphql(query).setRootPath("errors[0]");
            assertEquals(error.getString("extensions.argument"), error.getString("extensions.issues[0].name"));
            assertEquals(error.getString("message"), error.getString("extensions.issues[0].detail"));
            assertNotNull(error.getString("extensions.value"));
        }
    }

    @Test
    void aDeepQueryIsRefusedAndTheOneOfThePageIsNot() {
        var answer = graphql("{ consortium(province: \"limburg\") { " + "knowledgePartners { consortia { ".repeat(10)
                + "id" + " } }".repeat(10) + " } }");
        assertTrue(answer.getString("errors[0].message").contains("depth"), answer.getString("errors"));
        assertNull(graphql("""
                { __schema { types { fields { args { type { ofType { ofType { ofType { ofType { ofType { ofType {
                    name } } } } } } } } } } } }""").get("errors"));
    }

    @Test
    void aNumberOfThousandsOfDigitsIsRefusedBeforeItIsRead() {
        for (var number : List.of("9".repeat(95_000), "-1" + "0".repeat(1_000), "0." + "3".repeat(95_000))) {
            var answer = graphql("{ partners(first: " + number + ") { totalCount } }");
            assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"));
            assertTrue(answer.getString("errors[0].message").contains("1000 digits"), answer.getString("errors"));
        }
        assertEquals(
                "first",
                graphql("{ partners(first: " + "9".repeat(1_000) + ") { totalCount } }")
                        .getString("errors[0].extensions.argument"));
    }

    @Test
    void anAnswerThatMultipliesIsStopped() {
        var partners = "id";
        for (int i = 0; i < 5; i++) {
            partners = "consortia { knowledgePartners { " + partners + " } }";
        }
        var points = "id";
        for (int i = 0; i < 3; i++) {
            points = "servicePoints(first: 100) { nodes { province { " + points + " } } }";
        }
        for (var query : List.of("{ partner(id: \"ku-leuven\") { " + partners + " } }", "{ " + points + " }")) {
            var answer = graphql(query);
            assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"), query);
            assertTrue(answer.getString("errors[0].message").contains("15000 fields"), answer.getString("errors"));
        }
    }

    @Test
    void everyErrorHasACodeAndNoInnerNames() {
        for (var query : List.of(
                "{ servicePoints(foo: 1) { totalCount } }",
                "{ servicePoints(service: [FOO]) { totalCount } }",
                "{ province { id } }",
                "{ nothing }")) {
            var answer = graphql(query);
            assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"), query);
            assertNull(answer.get("errors[0].extensions.classification"), query);
            assertEquals(1, answer.getInt("extensions.catalogueRevision"));
        }
    }

    @Test
    void numbersBeyondAllBoundsAreRefused() {
        assertEquals(
                "lat", graphql("{ guide(lat: 1e400, lon: 4) { remark } }").getString("errors[0].extensions.argument"));
    }

    @Test
    void aWideQueryIsRefused() {
        var query = new StringBuilder("{");
        for (int i = 0; i < 600; i++) {
            query.append(" a").append(i).append(": partners { totalCount }");
        }
        var answer = graphql(query + " }");
        assertTrue(
                answer.getString("errors[0].message").contains("600 aliases, but at most 30"),
                answer.getString("errors"));
        assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"));
        assertNull(answer.get("data"));
    }

    @Test
    void asManyAliasesAsAreAllowedAreAnswered() {
        var query = new StringBuilder("{");
        for (int i = 0; i < 30; i++) {
            query.append(" a").append(i).append(": partners { totalCount }");
        }
        assertNull(graphql(query + " }").get("errors"));
    }

    @Test
    void fragmentsThatMultiplyAreRefused() {
        var doubling = new StringBuilder("{ ...f0 }");
        for (int i = 0; i < 45; i++) {
            doubling.append(" fragment f").append(i).append(" on Query {");
            doubling.append((" ...f" + (i + 1)).repeat(2)).append(" }");
        }
        doubling.append(" fragment f45 on Query { partners { totalCount } }");
        assertTrue(graphql(doubling.toString())
                .getString("errors[0].message")
                .contains("fragment spreads, but at most 100"));
        var spread = "{" + " ...f".repeat(101) + " } fragment f on Query { provinces { id } }";
        var answer = graphql(spread);
        assertTrue(answer.getString("errors[0].message").contains("101 fragment spreads"), answer.getString("errors"));
    }

    @Test
    void directivesThatRepeatThemselvesAreRefused() {
        var answer = graphql("{ catalogue { revision " + "@skip(if: false) ".repeat(2_000) + "} }");
        assertTrue(answer.getString("errors[0].message").contains("2000 directives"), answer.getString("errors"));
    }

    @Test
    void aDocumentThatRepeatsItselfIsRefused() {
        var answer = graphql("{ catalogue { " + "revision ".repeat(10_000) + "} }");
        assertTrue(answer.getString("errors[0].message").contains("complexity"), answer.getString("errors"));
        assertNull(answer.get("data"));
    }

    @Test
    void introspectionTellsWhatEverythingIs() {
        var schema = ask("""
                { __schema { types { name description fields { name description args { name description } } } } }""");
        assertEquals(
                List.of(),
                schema.getList(
                        "__schema.types.findAll { !it.name.startsWith('__') && it.fields }"
                                + ".collectMany { t -> t.fields.findAll { !it.description }.collect { t.name + '.' + it.name } }"));
        assertEquals(
                List.of(),
                schema.getList("__schema.types.findAll { !it.name.startsWith('__') && it.fields }"
                        + ".collectMany { t -> t.fields.collectMany { f -> f.args.findAll { !it.description }"
                        + ".collect { t.name + '.' + f.name + '.' + it.name } } }"));
        assertEquals(
                List.of(),
                schema.getList(
                        "__schema.types.findAll { !it.name.startsWith('__') && it.fields && !it.description }.name"));
    }

    @Test
    void notFoundIsNullAndNoError() {
        assertNull(ask("{ partner(id: \"nobody\") { id } }").get("partner"));
        assertNull(ask("{ servicePoint(id: \"\") { id } }").get("servicePoint"));
    }

    @Test
    void whatGraphqlDoesNotTakeIsRefusedInItsOwnFormat() {
        given().delete("/graphql")
                .then()
                .statusCode(405)
                .header("Allow", containsString("POST"))
                .body("errors[0].message", containsString("POST"));
        given().contentType("text/plain")
                .body("{ provinces { name } }")
                .post("/graphql")
                .then()
                .statusCode(415)
                .body("errors[0].message", containsString("application/json"));
        given().accept("text/html")
                .contentType("application/json")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(406)
                .body("errors[0].message", containsString("application/graphql-response+json"));
        given().contentType("application/json").post("/graphql").then().statusCode(400);
    }
}
