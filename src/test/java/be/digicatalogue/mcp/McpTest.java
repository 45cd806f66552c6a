package be.digicatalogue.mcp;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.quarkiverse.mcp.server.runtime.ConnectionManager;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue as an AI assistant has it, through the client of the protocol's own SDK. */
@QuarkusTest
class McpTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> ORIGINS = Set.of("postalCode", "place", "municipality");

    @TestHTTPResource("/")
    URI service;

    @Inject
    ConnectionManager sessions;

    private static McpSyncClient client;

    private McpSyncClient client() {
        if (client == null) {
            var transport = HttpClientStreamableHttpTransport.builder(
                            service.toString().replaceAll("/$", ""))
                    .endpoint("/mcp")
                    .build();
            client = McpClient.sync(transport).build();
            client.initialize();
        }
        return client;
    }

    @AfterAll
    static void close() {
        client.close();
        client = null;
    }

    @Test
    void aClientFindsWhatItCanAskAndWhatIsNotKnown() throws IOException, InterruptedException {
        var client = client();
        var server = client.getCurrentInitializationResult();
        assertEquals("Digi Catalogue", server.serverInfo().title());
        assertEquals("digi-catalogue", server.serverInfo().name());
        assertTrue(server.instructions().contains("does not know"), server.instructions());
        // Nothing is pushed or logged to clients, so nothing of the kind is promised.
        assertEquals(
                JSON.readTree("{\"tools\":{},\"resources\":{}}"),
                JSON.readTree(JSON.writeValueAsString(server.capabilities())));
        var tools = client.listTools().tools();
        assertEquals(
                List.of("figures", "find_digibank", "guide", "partners_for_place", "search", "voka_office_for_place"),
                tools.stream().map(McpSchema.Tool::name).sorted().toList());
        for (var tool : tools) {
            assertTrue(tool.annotations().readOnlyHint(), tool.name());
            assertEquals(false, tool.inputSchema().get("additionalProperties"), tool.name());
            properties(tool).forEach((name, schema) -> {
                assertTrue(((Map<?, ?>) schema).containsKey("description"), tool.name() + " " + name);
                assertFalse(schema.toString().contains("$ref"), tool.name() + " " + name);
            });
        }
        assertEquals(List.of("q"), tool(tools, "search").inputSchema().get("required"));
        assertTrue(properties(tool(tools, "find_digibank"))
                .get("service")
                .toString()
                .contains("device-loan"));
        assertEquals(
                Schema.loaded().listed().count(),
                client.listResourceTemplates().resourceTemplates().size());
        assertEquals(2, client.listResources().resources().size());
        client.ping();
        assertNoSessionIsKept();
    }

    /** A session ends when its message has been answered, which the caller may see first. */
    private void assertNoSessionIsKept() throws InterruptedException {
        for (int i = 0; i < 100 && sessions.iterator().hasNext(); i++) {
            Thread.sleep(20);
        }
        assertFalse(sessions.iterator().hasNext(), "a session is kept");
    }

    private static McpSchema.Tool tool(List<McpSchema.Tool> tools, String name) {
        return tools.stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            find_digibank         | {"pageSize":3,"postalCode":"9000","service":["training","device-loan"]} | service-points?pageSize=3&postalCode=9000&service=training&service=device-loan
            find_digibank         | {"lang":"en","lat":51.05,"lon":3.72,"openAt":"2026-11-24T14:00","radius":5000} | service-points?lang=en&lat=51.05&lon=3.72&openAt=2026-11-24T14:00&radius=5000
            find_digibank         | {"bbox":[3.7,51.03,3.75,51.06],"facets":["service","opening"],"pageSize":2} | service-points?bbox=3.7,51.03,3.75,51.06&facets=service,opening&pageSize=2
            find_digibank         | {"bbox":"3.7,51.03,3.75,51.06","pageSize":2} | service-points?bbox=3.7,51.03,3.75,51.06&pageSize=2
            find_digibank         | {"openAt":"2026-12-25T10:00","postalCode":"9000","service":["device-loan"]} | service-points?openAt=2026-12-25T10:00&postalCode=9000&service=device-loan
            guide                 | {"postalCode":"8500"}                      | guide?postalCode=8500
            partners_for_place    | {"lang":"fr","place":"Hasselt"}            | guide?lang=fr&place=Hasselt
            voka_office_for_place | {"municipality":"44021"}                   | guide?municipality=44021
            voka_office_for_place | {"postalCode":"1000"}                      | guide?postalCode=1000
            search                | {"q":"genk bibliotheek","type":["service-points"]} | search?q=genk%20bibliotheek&type=service-points
            figures               | {"metric":"efro-subsidy","page":1}         | figures?metric=efro-subsidy&page=1
            """)
    void aToolGivesTheFactsOfRestAndWhatIsNeededToCiteThem(String tool, String arguments, String address)
            throws IOException, InterruptedException {
        var client = client();
        var result = client.callTool(new McpSchema.CallToolRequest(tool, map(arguments)));
        assertFalse(result.isError(), result.toString());
        var told = (ObjectNode) JSON.readTree(JSON.writeValueAsString(result.structuredContent()));
        assertEquals(
                told, JSON.readTree(((McpSchema.TextContent) result.content().get(0)).text()));
        assertEquals(get("/v1").getLong("revision"), told.remove("revision").asLong());
        assertEquals(
                get("/v1").getString("publishedAt"), told.remove("publishedAt").asText());
        var rest = (ObjectNode) JSON.readTree(answer("/v1/" + address).extract().asString());
        var sources = told.remove("sources");
        var pages = told.remove("pages");
        // The guide has the ended digihub of the place; the test of the age of facts reads what notes say.
        assertTrue(
                told.get("notes")
                        .get(0)
                        .asText()
                        .matches("(This is the catalogue of|Dit is de catalogus van|Ceci est le catalogue du) .*"),
                told::toString);
        assertTrue(told.remove("notes").size() > 1 || !address.startsWith("guide?postalCode=8500"));
        assertEquals(
                new TreeSet<>(
                        told.findValues("url").stream().map(JsonNode::asText).toList()),
                new TreeSet<>(texts(pages)));
        var named = new TreeSet<String>();
        collectSources(told, named);
        assertEquals(
                named,
                new TreeSet<>(
                        sources.findValues("id").stream().map(JsonNode::asText).toList()));
        for (var source : sources) {
            assertTrue(source.hasNonNull("title") && source.hasNonNull("uri"), source.toString());
        }
        if (!tool.equals("search")) {
            assertTrue(sources.size() + pages.size() > 0);
        }
        for (var record : told.findParents("uri")) {
            assertEquals(
                    record.get("href").asText().replace("/v1/", "/id/"),
                    record.get("uri").asText());
        }
        assertFalse(told.findParents("uri").isEmpty() && !tool.equals("search"));
        told.findParents("uri").forEach(record -> ((ObjectNode) record).remove("uri"));
        if (!tool.equals("guide") && address.startsWith("guide")) {
            rest.retain(told.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
            assertTrue(told.has("self") && told.size() >= 5, told.toString());
        }
        sortParameters(rest);
        sortParameters(told);
        assertEquals(rest.toPrettyString(), told.toPrettyString());
        assertNoSessionIsKept();
    }

    /** The client sends arguments in an order of its own. */
    private static void sortParameters(ObjectNode answer) {
        for (var link : List.of("self", "first", "prev", "next", "last")) {
            if (answer.has(link)) {
                var parts = answer.get(link).asText().split("\\?", 2);
                answer.put(
                        link,
                        parts[0] + "?"
                                + Arrays.stream(parts[1].split("&")).sorted().collect(Collectors.joining("&")));
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void collectSources(JsonNode node, TreeSet<String> ids) {
        if (node.path("href").asText().contains("/v1/sources/")) {
            ids.add(node.get("id").asText());
        }
        node.forEach(part -> collectSources(part, ids));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            find_digibank         | {"postalCode":"0000"}            | `postalCode` value `0000` | four digits
            find_digibank         | {"lat":3.72,"lon":51.05}         | `lat` value `3.72` | swapped
            find_digibank         | {"service":["nonsense"]}         | `service` value `nonsense` | device-loan
            find_digibank         | {"postalCode":9000,"radius":"x"} | `radius` value `x` | 1 to 100000
            find_digibank         | {"pageSize":101}                 | `pageSize` value `101` | 1 to 100
            find_digibank         | {"f":"csv"}                      | parameter `f`. | Known parameters
            find_digibank         | {"first":3}                      | parameter `first`. | Known parameters
            find_digibank         | {"q":{"a":1}, "page":[1,2]}      | `page` takes one value | 2 were sent
            find_digibank         | {"lat":1e300,"lon":4}            | lat                 | at most 200 characters
            guide                 | {}                               | `postalCode` | origin is missing
            partners_for_place    | {"place":"Aalst","postalCode":"9300"} | place          | one origin
            voka_office_for_place | {"place":"Nergenshuizen"}        | ‘Nergenshuizen’ | no locality or municipality
            search                | {}                               | `q` | Missing
            search                | {"q":"   "}                      | q                   | has no value
            figures               | {"province":"brussel"}           | `province` value `brussel` | antwerpen
            """)
    void whatIsWrongWithAnArgumentIsToldByTheTool(String tool, String arguments, String what, String allowed)
            throws IOException {
        var client = client();
        var result = client.callTool(new McpSchema.CallToolRequest(tool, map(arguments)));
        assertTrue(result.isError());
        var text = ((McpSchema.TextContent) result.content().get(0)).text();
        assertTrue(text.contains(what), text);
        assertTrue(text.contains(allowed), text);
        assertTrue(result.structuredContent().toString().contains("issues"));
    }

    private static Map<?, ?> properties(McpSchema.Tool tool) {
        return (Map<?, ?>) tool.inputSchema().get("properties");
    }

    /** Each property of each tool with every example that its own schema gives. */
    @Test
    void aToolTakesWhatItsSchemaAsksFor() throws IOException {
        var client = client();
        for (var tool : client.listTools().tools()) {
            for (var property : properties(tool).entrySet()) {
                var schema = (Map<?, ?>) property.getValue();
                var examples = schema.containsKey("examples") ? (List<?>) schema.get("examples") : List.of();
                for (var example : examples) {
                    assertEquals(
                            "array".equals(schema.get("type")),
                            example instanceof List,
                            tool.name() + " " + property.getKey() + " " + example);
                    var arguments = new HashMap<String, Object>(Map.of((String) property.getKey(), example));
                    if (tool.name().equals("search")) {
                        arguments.putIfAbsent("q", "laptop");
                    }
                    if (!ORIGINS.contains(property.getKey()) && properties(tool).containsKey("postalCode")) {
                        arguments.put("postalCode", "9000");
                    }
                    var result = client.callTool(new McpSchema.CallToolRequest(tool.name(), arguments));
                    assertFalse(result.isError(), () -> tool.name() + " " + arguments + ": " + result.content());
                }
            }
        }
    }

    @Test
    void whatASearchFindsCanBeReadAndCited() throws IOException {
        var client = client();
        for (var type : List.of("places", "services", "partners")) {
            var found = client.callTool(new McpSchema.CallToolRequest(
                    "search",
                    Map.of("q", type.equals("services") ? "laptop" : "Gent", "type", List.of(type), "lang", "nl")));
            var hit = JSON.readTree(JSON.writeValueAsString(found.structuredContent()))
                    .at("/items/0");
            var name = type + "/" + hit.get("id").asText();
            assertTrue(hit.get("uri").asText().endsWith("/id/" + name), hit.toString());
            rest().redirects().follow(false).get("/id/" + name).then().statusCode(303);
            assertTrue(read(client, "digicatalogue://" + name).size() > 4, name);
        }
    }

    @Test
    void everyRecordIsAResource() throws IOException {
        var client = client();
        for (var template : client.listResourceTemplates().resourceTemplates()) {
            var type = template.uriTemplate().replace("digicatalogue://", "").replace("/{id}", "");
            var first =
                    JSON.readTree(answer("/v1/" + type).extract().asString()).at("/items/0");
            var id = first.path(type.equals("services") ? "code" : "id").asText();
            var read = read(client, "digicatalogue://" + type + "/" + id);
            read.findParents("uri").forEach(record -> ((ObjectNode) record).remove("uri"));
            ((ObjectNode) read).remove(List.of("revision", "publishedAt", "sources", "notes", "pages"));
            assertEquals(
                    Set.of("places", "services").contains(type)
                            ? first
                            : JSON.readTree(
                                    answer("/v1/" + type + "/" + id).extract().asString()),
                    read,
                    type);
        }
        assertEquals(1, read(client, "digicatalogue://about").get("revision").asInt());
        assertEquals(8, read(client, "digicatalogue://services").get("total").asInt());
        var unknown = assertThrows(McpError.class, () -> read(client, "digicatalogue://partners/nobody"));
        assertEquals(-32002, unknown.getJsonRpcError().code());
        assertThrows(McpError.class, () -> read(client, "digicatalogue://nothing/x"));
    }

    private static JsonNode read(McpSyncClient client, String uri) throws IOException {
        var contents =
                client.readResource(new McpSchema.ReadResourceRequest(uri)).contents();
        return JSON.readTree(((McpSchema.TextResourceContents) contents.get(0)).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                        | 400 | -32700
            {"jsonrpc":"2.0","id":1,"method":"ping","method":"initialize"}           | 400 | -32700
            {"jsonrpc":"2.0","id":1,"method":"ping"}{}                               | 400 | -32700
            "text"                                                                   | 400 | -32600
            {"jsonrpc":"1.0","id":1,"method":"ping"}                                 | 400 | -32600
            {"jsonrpc":"2.0","id":{},"method":"ping"}                                | 400 | -32600
            {"jsonrpc":"2.0","id":1}                                                 | 400 | -32600
            {"jsonrpc":"2.0","id":1,"method":{}}                                     | 400 | -32600
            {"jsonrpc":"2.0","id":1,"method":"nonsense"}                             | 200 | -32601
            {"jsonrpc":"2.0","id":1,"method":"prompts/list"}                         | 200 | -32601
            {"jsonrpc":"2.0","id":1,"method":"resources/subscribe","params":{"uri":"digicatalogue://about"}} | 200 | -32601
            {"jsonrpc":"2.0","id":1,"method":"q/close"}                              | 200 | -32601
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}               | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":[]}               | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":"x"}}   | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"cursor":{}}}    | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"tools/call"}                           | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":7}}       | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"nonsense"}} | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"guide","arguments":[]}} | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"%%"}} | 200 | -32002
            {"jsonrpc":"2.0","id":1,"method":"resources/read","params":{}}           | 200 | -32602
            {"jsonrpc":"2.0","id":1,"method":"logging/setLevel","params":{"level":"info"}} | 200 | -32601
            {"jsonrpc":"2.0","id":1,"method":"resources/list","params":{"cursor":"MQ=="}} | 200 | -32602
            """)
    void whatIsNoMessageIsAnErrorOfTheProtocol(String body, int status, int code) throws InterruptedException {
        send(body).statusCode(status).body("error.code", equalTo(code)).header("Catalogue-Revision", equalTo("1"));
        assertNoSessionIsKept();
    }

    @Test
    void nothingIsKeptOrPushed() throws InterruptedException {
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").statusCode(202);
        send("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}").statusCode(202);
        send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-11-25\","
                        + "\"capabilities\":7,\"clientInfo\":{\"icons\":3}}}")
                .statusCode(200)
                .header("Mcp-Session-Id", nullValue())
                .header("Cache-Control", equalTo("no-store"))
                .body("result.protocolVersion", equalTo("2025-11-25"));
        rest().get("/mcp").then().statusCode(405).header("Allow", equalTo("POST, OPTIONS"));
        rest().delete("/mcp").then().statusCode(405);
        for (var below : List.of("/mcp/sse", "/mcp/messages/x")) {
            given().get(below).then().statusCode(404);
        }
        assertNoSessionIsKept();
    }

    /** Batches are of 2025-03-26, which a client without the header speaks, and of the version before. */
    @Test
    void aBatchIsAnsweredByTheVersionsThatHaveThem() throws InterruptedException {
        var ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
        var call = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":"
                + "{\"name\":\"guide\",\"arguments\":{\"postalCode\":\"9000\"}}}";
        var notification = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
        batch(null, ping, notification, call)
                .statusCode(200)
                .contentType("text/event-stream")
                .body(
                        containsString("\"id\":1,\"result\":{}"),
                        containsString("\"id\":2,\"result\":{\"isError\":false"));
        batch("2024-11-05", ping).statusCode(200);
        batch("2025-03-26", notification).statusCode(202);
        batch("2025-06-18", ping).statusCode(400).body("error.message", containsString("2025-03-26"));
        batch(null).statusCode(400).body("error.message", containsString("1 to 10"));
        batch(null, Collections.nCopies(11, ping).toArray(String[]::new)).statusCode(400);
        batch(null, ping, "7").statusCode(400);
        batch(
                        null,
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-03-26\"}}")
                .statusCode(400)
                .body("error.message", containsString("initialize"));
        assertNoSessionIsKept();
    }

    private static ValidatableResponse batch(String version, String... messages) {
        var request = given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body("[" + String.join(",", messages) + "]");
        return (version == null ? request : request.header("Mcp-Protocol-Version", version))
                .post("/mcp")
                .then();
    }

    @Test
    void httpTellsWhatIsWrongWithTheRequest() {
        var ping = "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"}";
        rest().contentType("text/plain").body(ping).post("/mcp").then().statusCode(415);
        rest().contentType("application/json")
                .accept("text/html")
                .body(ping)
                .post("/mcp")
                .then()
                .statusCode(406);
        rest().contentType("application/json")
                .header("Mcp-Protocol-Version", "1999-01-01")
                .body(ping)
                .post("/mcp")
                .then()
                .statusCode(400)
                .body("error.message", containsString("2025-11-25"));
        rest().contentType("application/json")
                .header("Origin", "nonsense")
                .body(ping)
                .post("/mcp")
                .then()
                .statusCode(403);
        // A page of anybody may ask, as of the rest of the API; and so may who names a session of another instance.
        rest().contentType("application/json")
                .header("Origin", "https://assistant.example")
                .header("Mcp-Session-Id", "of-another-instance")
                .body(ping)
                .post("/mcp")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Mcp-Session-Id", nullValue())
                .body("id", equalTo("a"));
    }

    private static ValidatableResponse send(String body) {
        return rest().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body(body)
                .post("/mcp")
                .then();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(String json) throws IOException {
        return JSON.readValue(json, Map.class);
    }
}
