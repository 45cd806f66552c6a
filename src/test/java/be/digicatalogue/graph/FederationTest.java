package be.digicatalogue.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.GraphqlSocket;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The graph as a router has it, who joins it with others. */
@QuarkusTest
class FederationTest extends ApiTest {

    @TestHTTPResource("/")
    URI service;

    @Test
    void theSchemaSaysWhatRecordsAreKnownBy() {
        var sdl = ask("{ _service { sdl } }").getString("_service.sdl");
        for (var entity :
                List.of("Province", "Partner", "Chamber", "ServicePoint", "Digibank", "VokaOffice", "Municipality")) {
            assertTrue(sdl.contains("type " + entity + " @key(fields : \"id\""), entity);
        }
        assertTrue(sdl.startsWith("extend schema @link(url: \"https://specs.apollo.dev/federation/v2"), sdl);
        assertTrue(sdl.contains("type PageInfo @shareable {"), "PageInfo");
        assertTrue(!sdl.contains("_entities") && !sdl.contains("_Service"), sdl);
    }

    @ParameterizedTest
    @CsvSource({
        "Province, provinces",
        "Consortium, consortia",
        "Partner, partners",
        "Chamber, chambers",
        "VokaOffice, voka-offices",
        "Digibank, digibanks",
        "ServicePoint, service-points",
        "Municipality, municipalities",
        "Programme, programmes",
        "Figure, figures",
        "TimelineEvent, timeline",
        "Source, sources"
    })
    void everyRecordIsFoundByItsTypeAndId(String type, String list) {
        var id = get("/v1/" + list).getString("items[0].id");
        var found = entities(List.of(Map.of("__typename", type, "id", id)), "__typename ... on " + type + " { id }");
        assertNull(found.get("errors"), () -> found.getString("errors"));
        assertEquals(type, found.getString("data._entities[0].__typename"));
        assertEquals(id, found.getString("data._entities[0].id"));
    }

    @Test
    void aRouterGoesOnFromEntitiesInTheOrderInWhichItNamesThem() {
        var found = entities(
                List.of(
                        Map.of("__typename", "Province", "id", "limburg"),
                        Map.of("__typename", "Partner", "id", "nobody"),
                        Map.of("__typename", "Partner", "id", "vives", "more", 1)),
                "... on Province { vokaOffices { nodes { id } } } ... on Partner { name }");
        assertEquals("voka-hasselt", found.getString("data._entities[0].vokaOffices.nodes[0].id"));
        assertNull(found.get("data._entities[1]"));
        assertEquals(get("/v1/partners/vives").getString("name"), found.getString("data._entities[2].name"));
        assertEquals(1, found.getInt("extensions.catalogueRevision"));
    }

    @Test
    void entitiesAreFoundOverAWebSocketAsWell() throws InterruptedException {
        try (var socket = new GraphqlSocket(service)) {
            socket.subscribe(
                    "1",
                    "{ _entities(representations: [{__typename: \\\"Partner\\\", id: \\\"vives\\\"}])"
                            + " { ... on Partner { name } } }");
            var told = socket.next("1");
            assertEquals(
                    get("/v1/partners/vives").getString("name"),
                    told.getString("payload.data._entities[0].name"),
                    told::prettify);
            assertEquals(1, told.getInt("payload.extensions.catalogueRevision"));
        }
    }

    @Test
    void whatARouterAsksWrongIsToldWithWhatIsAllowed() {
        refused(List.of(Map.of("__typename", "Nonsense", "id", "x")), "ServicePoint");
        refused(List.of(Map.of("id", "x")), "__typename");
        refused(List.of(Map.of("__typename", "Partner")), "`id` as a text");
        refused(List.of(Map.of("__typename", "Partner", "id", List.of())), "`id` as a text");
        refused(List.of("text"), "__typename");
        refused(
                IntStream.range(0, 101)
                        .<Object>mapToObj(i -> Map.of("__typename", "Partner", "id", "vives"))
                        .toList(),
                "at most 100");
    }

    @Test
    void whatIsTooMuchIsTooMuchOfEntitiesAsWell() {
        var partners = "id";
        for (int i = 0; i < 5; i++) {
            partners = "consortia { knowledgePartners { " + partners + " } }";
        }
        var answer = entities(
                List.of(Map.of("__typename", "Partner", "id", "ku-leuven")), "... on Partner { " + partners + " }");
        assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"));
        assertTrue(answer.getString("errors[0].message").contains("15000 fields"), answer.getString("errors"));
    }

    private static void refused(List<?> representations, String allowed) {
        var answer = entities(representations, "__typename");
        assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"), () -> answer.getString("errors"));
        assertEquals("representations", answer.getString("errors[0].extensions.argument"));
        assertTrue(answer.getString("errors[0].message").contains(allowed), answer.getString("errors[0].message"));
    }

    private static JsonPath entities(List<?> representations, String selection) {
        return rest().accept("application/json")
                .contentType("application/json")
                .body(Map.of(
                        "query",
                        "query($r: [_Any!]!) { _entities(representations: $r) { " + selection + " } }",
                        "variables",
                        Map.of("r", representations)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
