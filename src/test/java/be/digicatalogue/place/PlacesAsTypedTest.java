package be.digicatalogue.place;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people type for a place, on every face. The examples are of this catalogue; issues in comments of the table are public
 * reports about other geocoders, whose kind of input they repeat.
 */
@QuarkusTest
class PlacesAsTypedTest extends ApiTest {

    private static final String EXAMPLES = "/places/typed-places.csv";

    /** The outcomes of an example: a place by its id, a municipality by its NIS code, candidates, or words of a refusal. */
    private static final Set<String> OUTCOMES = Set.of("place", "municipality", "choose", "refused");

    /** Checks what a face gave for an understood place, or in its error. */
    private static void check(String outcome, String expected, JsonPath guide, String detail, List<String> candidates) {
        assertTrue(OUTCOMES.contains(outcome), outcome);
        switch (outcome) {
            case "choose" -> assertEquals(List.of(expected.split("; ")), candidates, detail);
            case "refused" -> {
                assertTrue(detail != null && detail.contains(expected), detail);
                assertEquals(null, candidates);
            }
            default -> {
                assertEquals(null, detail);
                assertEquals(expected, guide.getString(outcome + ".id"));
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = EXAMPLES, delimiter = '|')
    void overRest(String typed, String outcome, String expected) {
        boolean understood = outcome.equals("place") || outcome.equals("municipality");
        var answer = (understood ? given() : rest())
                .queryParam("near", typed)
                .queryParam("lang", "en")
                .get("/v1/guide")
                .then()
                .statusCode(understood ? 200 : 400)
                .extract()
                .jsonPath();
        check(
                outcome,
                expected,
                answer,
                answer.getString("issues[0].detail"),
                answer.getList("issues[0].candidates.value"));
        if (outcome.equals("choose")) {
            assertEquals("near", answer.getString("issues[0].name"));
            for (var href : answer.<String>getList("issues[0].candidates.href")) {
                given().urlEncodingEnabled(false).get(href).then().statusCode(200);
            }
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = EXAMPLES, delimiter = '|')
    void overGraphql(String typed, String outcome, String expected) {
        var answer = given().accept("application/json")
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body(Map.of(
                        "query",
                        "query($near: String) { guide(near: $near) { place { id } municipality { id } } }",
                        "variables",
                        Map.of("near", typed)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        check(
                outcome,
                expected,
                JsonPath.from(answer).setRootPath("data.guide"),
                JsonPath.from(answer).getString("errors[0].message"),
                JsonPath.from(answer).getList("errors[0].extensions.candidates.value"));
    }

    @ParameterizedTest
    @CsvFileSource(resources = EXAMPLES, delimiter = '|')
    void byAnAssistant(String typed, String outcome, String expected) {
        var result = call("partners_for_place", Map.of("near", typed));
        check(
                outcome,
                expected,
                result,
                result.getString("issues[0].detail"),
                result.getList("issues[0].candidates.value"));
    }

    /** What a tool answers as data. */
    private static JsonPath call(String tool, Map<String, String> arguments) {
        return given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .header("Accept-Language", "en")
                .body(Map.of(
                        "jsonrpc",
                        "2.0",
                        "id",
                        1,
                        "method",
                        "tools/call",
                        "params",
                        Map.of("name", tool, "arguments", arguments)))
                .post("/mcp")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("result.structuredContent");
    }

    @ParameterizedTest
    @CsvFileSource(resources = EXAMPLES, delimiter = '|')
    void inTheFinder(String typed, String outcome, String expected) {
        var answer = given().accept("text/html")
                .queryParam("near", typed)
                .get("/en")
                .then()
                .extract();
        var page = Jsoup.parse(answer.asString());
        if (answer.statusCode() == 200) {
            assertTrue(Set.of("place", "municipality").contains(outcome), outcome);
            var nearest = given().queryParam("near", typed)
                    .queryParam("pageSize", 1)
                    .get("/v1/service-points")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertEquals(
                    "/en/digibanken/" + nearest.getString("items[0].id"),
                    page.selectFirst(".found-list .points h3 a").attr("href"));
            return;
        }
        assertEquals(400, answer.statusCode());
        var candidates = page.select(".wrong a").eachText();
        if (outcome.equals("choose")) {
            var values = List.of(expected.split("; "));
            assertEquals(values.size(), candidates.size(), candidates::toString);
            for (int i = 0; i < values.size(); i++) {
                assertTrue(candidates.get(i).startsWith(values.get(i)), candidates::toString);
            }
        } else if (outcome.equals("refused")) {
            assertEquals(List.of(), candidates);
            assertTrue(
                    page.selectFirst(".wrong").text().contains(expected),
                    page.selectFirst(".wrong").text());
        } else {
            fail(page.selectFirst(".wrong").text());
        }
    }

    @Test
    void aCandidateHasItsMunicipalityAndProvinceOnEveryFace() {
        var expected =
                Map.of("value", "8800 Beveren (Roeselare)", "municipality", "Roeselare", "province", "West Flanders");
        var problem = answer("/v1/voka-offices?near=Beveren&lang=en")
                .statusCode(400)
                .extract()
                .jsonPath();
        Map<String, String> candidate = problem.getMap("issues[0].candidates[1]");
        assertEquals(expected.get("value"), candidate.get("value"));
        assertEquals(expected.get("municipality"), candidate.get("municipality"));
        assertEquals(expected.get("province"), candidate.get("province"));
        assertEquals(
                "8800-beveren",
                get(candidate.get("href").replace("voka-offices", "guide")).getString("place.id"));
        assertEquals(expected, call("find_digibank", Map.of("near", "Beveren")).getMap("issues[0].candidates[1]"));
        var graph = rest().accept("application/json")
                .contentType("application/json")
                .header("Accept-Language", "en")
                .body(Map.of("query", "{ servicePoints(near: \"Beveren\") { totalCount } }"))
                .post("/graphql")
                .jsonPath();
        assertEquals(expected, graph.getMap("errors[0].extensions.candidates[1]"));
        assertEquals("near", graph.getString("errors[0].extensions.argument"));
    }

    /** Where there is an order by distance, near gives the one of the place; on partners it filters. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/service-points?radius=20000&pageSize=5 | postalCode=9000
            /v1/voka-offices?pageSize=5                | postalCode=9000
            /v1/partners?pageSize=100                  | postalCode=9000
            /v1/service-points?service=training        | place=Gent
            """)
    void everyListUnderstandsIt(String list, String same) {
        var expected = get(list + "&" + same).getList("items.id");
        assertEquals(expected, get(list + "&near=Gand").getList("items.id"));
        assertEquals(expected, get(list + "&near=B-9000%20Gent").getList("items.id"));
    }

    @Test
    void partnersAreThoseOfTheProvinceOfThePlace() {
        var limburg = get("/v1/partners?province=limburg").getList("items.id");
        assertEquals(limburg, get("/v1/partners?near=Saint-Trond").getList("items.id"));
        assertEquals(limburg, get("/v1/partners?near=50.93,%205.34").getList("items.id"));
        assertEquals(
                limburg, ask("{ partners(near: \"Pelt\") { nodes { id } } }").getList("partners.nodes.id"));
        assertEquals(0, get("/v1/partners?near=Ixelles").getInt("total"));
        assertEquals(
                get("/v1/voka-offices?postalCode=8500").getList("items.id"),
                ask("{ vokaOffices(near: \"Courtrai\") { nodes { id } } }").getList("vokaOffices.nodes.id"));
    }

    /** The digihubs ask for a place as the finder does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Saint-Trond | /en/digihubs/limburg
            8500        | /en/digihubs/west-vlaanderen
            Gand        | /en/digihubs/oost-vlaanderen
            """)
    void aDigihubIsFoundByAnyName(String typed, String page) {
        for (var name : List.of("near", "postcode", "place")) {
            var location = given().redirects()
                    .follow(false)
                    .queryParam(name, typed)
                    .get("/en/digihubs")
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");
            assertEquals(page, location.substring(0, location.indexOf('?')));
            given().get(location).then().statusCode(200);
        }
    }

    @Test
    void aDigihubIsFoundFromAPoint() {
        var location = given().redirects()
                .follow(false)
                .get("/digihubs?lat=51.0538&lon=3.7250")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        assertTrue(location.startsWith("/digihubs/oost-vlaanderen?"), location);
        given().get("/digihubs?lat=north&lon=3.7250").then().statusCode(400);
        given().get("/digihubs?lat=51.0538").then().statusCode(200);
    }

    @Test
    void aDigihubIsAskedBackAboutAnUnclearPlace() {
        var wrong = Jsoup.parse(given().get("/digihubs?near=Halle")
                        .then()
                        .statusCode(400)
                        .extract()
                        .asString())
                .select(".wrong a");
        assertEquals(List.of("1500 Halle, Vlaams-Brabant", "2980 Halle (Zoersel), Antwerpen"), wrong.eachText());
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(wrong.get(1).attr("href"))
                .then()
                .statusCode(303);
        // Outside the country but within the bounds of coordinates.
        given().queryParam("near", "49.6, 6.13").get("/digihubs").then().statusCode(200);
    }
}
