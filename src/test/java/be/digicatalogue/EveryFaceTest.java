package be.digicatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One question over all faces: whichever a caller knows, it tells the same facts of the same revision. */
@QuarkusTest
class EveryFaceTest extends ApiTest {

    private static final String BOX = "3.0,50.7,4.1,51.3";
    private static final String REST = "/v1/service-points?pageSize=100&bbox=" + BOX;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What every face tells of a service point. */
    private record Seen(String name, double lat, double lon) {}

    @Test
    void everyFaceTellsTheSameFactsOfTheSameRevision() throws IOException {
        var json = told(read(sent(rest(), REST)).get("items"));
        assertTrue(json.size() > 10, json::toString);
        assertEquals(json, told(read(sent(rest(), REST + "&f=jsonld")).get("items")), "JSON-LD");
        assertEquals(json, features(read(sent(rest(), REST + "&f=geojson"))), "GeoJSON");
        assertEquals(
                json,
                features(read(sent(
                        rest().accept("application/geo+json"),
                        "/ogc/collections/service-points/items?limit=100&bbox=" + BOX))),
                "OGC API");
        assertEquals(json, csv(sent(rest(), REST + "&f=csv")), "CSV");
        var query = JSON.createObjectNode()
                .put(
                        "query",
                        "{ servicePoints(first: 100, bbox: \"" + BOX
                                + "\") { nodes { id name location { lat lon } } } }");
        var graph = read(
                rest().contentType("application/json").body(query.toString()).post("/graphql"));
        assertEquals(1, graph.at("/extensions/catalogueRevision").asInt());
        assertEquals(json, told(graph.at("/data/servicePoints/nodes")), "GraphQL");
        var answer = rest().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body("""
                        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"find_digibank",
                         "arguments":{"pageSize":100,"bbox":[%s]}}}""".formatted(BOX))
                .post("/mcp");
        assertEquals("1", answer.header("Catalogue-Revision"));
        var text = read(answer).at("/result/content/0/text").asText();
        assertEquals(json, told(JSON.readTree(text).get("items")), "MCP");
    }

    private static Response sent(RequestSpecification request, String address) {
        var answer = request.urlEncodingEnabled(false).get(address);
        assertEquals(200, answer.statusCode());
        assertEquals("1", answer.header("Catalogue-Revision"));
        return answer;
    }

    private static JsonNode read(Response answer) throws IOException {
        return JSON.readTree(answer.asByteArray());
    }

    private static Map<String, Seen> told(JsonNode records) {
        var told = new TreeMap<String, Seen>();
        for (var record : records) {
            var location = record.get("location");
            told.put(
                    record.get("id").asText(),
                    new Seen(
                            record.get("name").asText(),
                            location.get("lat").asDouble(),
                            location.get("lon").asDouble()));
        }
        return told;
    }

    private static Map<String, Seen> features(JsonNode collection) {
        var told = new HashMap<String, Seen>();
        for (var feature : collection.get("features")) {
            var point = feature.at("/geometry/coordinates");
            told.put(
                    feature.get("id").asText(),
                    new Seen(
                            feature.at("/properties/name").asText(),
                            point.get(1).asDouble(),
                            point.get(0).asDouble()));
        }
        return told;
    }

    private static Map<String, Seen> csv(Response answer) throws IOException {
        var told = new HashMap<String, Seen>();
        var text = answer.asString().replace("\uFEFF", "");
        try (var rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(text)) {
            rows.forEachRemaining(row -> told.put(
                    row.get("id"),
                    new Seen(row.get("name"), Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon")))));
        }
        return told;
    }
}
