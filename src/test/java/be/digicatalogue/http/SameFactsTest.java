package be.digicatalogue.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.hours.OrdinaryDays;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has one form of an answer has the facts of every other. */
@QuarkusTest
class SameFactsTest extends ApiTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Inject
    Contract contract;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/provinces?embed=consortium,partners,vokaOffices",
                "/v1/partners?pageSize=100&facets=kind",
                "/v1/chambers",
                "/v1/voka-offices?pageSize=100&place=Gent",
                "/v1/service-points?pageSize=100&openAt=TUESDAY",
                "/v1/service-points?postalCode=9000&service=device-loan&openAt=HOLIDAY",
                "/v1/places?pageSize=100&page=3",
                "/v1/municipalities?pageSize=100&validOn=2024-12-31",
                "/v1/partners/vives",
                "/v1/provinces/limburg"
            })
    void geoJsonSaysWhatJsonSays(String address) throws IOException {
        var json = json(address);
        var geo = json(address + (address.contains("?") ? "&" : "?") + "f=geojson");
        if (json.has("items")) {
            var page = ((ObjectNode) geo).deepCopy();
            assertEquals("FeatureCollection", page.remove("type").asText());
            var records = page.putArray("items");
            page.remove("features").forEach(feature -> records.add(record(feature)));
            assertEquals(plain(withoutLinks(json)), plain(withoutLinks(page)));
        } else {
            assertEquals(plain(json), plain(record(geo)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/provinces?embed=consortium,partners,vokaOffices",
                "/v1/consortia",
                "/v1/partners?pageSize=100",
                "/v1/chambers",
                "/v1/voka-offices?pageSize=100&place=Gent",
                "/v1/digibanks?pageSize=100",
                "/v1/service-points?pageSize=100&openAt=TUESDAY",
                "/v1/services",
                "/v1/places?pageSize=100",
                "/v1/municipalities?pageSize=100&validOn=2024-12-31",
                "/v1/programmes",
                "/v1/figures?pageSize=100",
                "/v1/timeline?pageSize=100",
                "/v1/sources",
                "/v1/search?q=gent",
                "/v1/changes?pageSize=100",
                "/v1/partners/vives",
                "/v1/programmes/digihub"
            })
    void csvSaysWhatJsonSays(String address) throws IOException {
        var json = json(address);
        var answer = answer(OrdinaryDays.in(address) + (address.contains("?") ? "&" : "?") + "f=csv")
                .statusCode(200)
                .extract()
                .asByteArray();
        var file = new String(answer, StandardCharsets.UTF_8);
        assertTrue(file.startsWith("\uFEFF"), "Excel needs the mark");
        assertTrue(file.endsWith("\r\n"));
        var rows = new CsvMapper()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .<String[]>readValues(file.substring(1))
                .readAll();
        var template = address.replaceAll("\\?.*", "").replaceAll("(/v1/[a-z-]+)/.*", "$1/{id}");
        var schema = contract.record(template);
        var records = JsonNodeFactory.instance.arrayNode();
        for (var row : rows.subList(1, rows.size())) {
            assertEquals(rows.get(0).length, row.length);
            var cells = new HashMap<String, String>();
            for (int i = 0; i < row.length; i++) {
                cells.put(rows.get(0)[i], row[i].startsWith("'=") ? row[i].substring(1) : row[i]);
            }
            records.add(object(schema, "", cells));
        }
        var expected =
                json.has("items") ? json.get("items") : JSON.createArrayNode().add(json);
        assertEquals(plain(expected), plain(records));
    }

    private static JsonNode json(String address) throws IOException {
        return JSON.readTree(
                answer(OrdinaryDays.in(address)).statusCode(200).extract().asByteArray());
    }

    private static ObjectNode record(JsonNode feature) {
        assertEquals("Feature", feature.get("type").asText());
        var record = (ObjectNode) feature.get("properties").deepCopy();
        assertEquals(record.get("id"), feature.get("id"));
        if (record.has("precision")) {
            var at = feature.at("/geometry/coordinates");
            var location = record.putObject("location");
            location.set("lat", at.get(1));
            location.set("lon", at.get(0));
            location.set("precision", record.remove("precision"));
        } else if (feature.get("geometry").isNull()) {
            assertTrue(!record.has("location"));
        }
        return record;
    }

    /** They differ in the form that they keep asking for. */
    private static JsonNode withoutLinks(JsonNode page) {
        return ((ObjectNode) page.deepCopy()).remove(List.of("self", "first", "prev", "next", "last"));
    }

    /** What a row says, told by what the contract says of the record: an empty cell is nothing, or a list without anything. */
    private ObjectNode object(JsonNode schema, String way, Map<String, String> cells) throws IOException {
        var object = JsonNodeFactory.instance.objectNode();
        var required = new ArrayList<String>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (var properties = schema.get("properties").fields(); properties.hasNext(); ) {
            var property = properties.next();
            var name = property.getKey();
            var column = way + name;
            var type = contract.resolved(property.getValue());
            if (type.has("properties")) {
                var part = object(type, column.equals("location") ? "" : column + ".", cells);
                if (!part.isEmpty() && !(isNothing(part))) {
                    object.set(name, part);
                }
            } else if (!type.path("type").asText().equals("array")) {
                var value = value(type, cells.getOrDefault(column, ""));
                if (value != null) {
                    object.set(name, value);
                }
            } else {
                var list = list(contract.resolved(type.get("items")), column, cells);
                if (!list.isEmpty() || required.contains(name)) {
                    object.set(name, list);
                }
            }
        }
        return object;
    }

    /** An object of which only lists are left was not there. */
    private static boolean isNothing(ObjectNode part) {
        for (var value : part) {
            if (!(value.isArray() && value.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private ArrayNode list(JsonNode item, String column, Map<String, String> cells) throws IOException {
        var list = JsonNodeFactory.instance.arrayNode();
        if (cells.containsKey(column)) {
            var cell = cells.get(column);
            if (cell.startsWith("[{")) {
                return (ArrayNode) JSON.readTree(cell);
            }
            if (!cell.isEmpty()) {
                split(cell).forEach(value -> list.add(value(item, value)));
            }
            return list;
        }
        int length = 0;
        for (var cell : cells.entrySet()) {
            if (cell.getKey().startsWith(column + ".") && !cell.getValue().isEmpty()) {
                length = Math.max(length, split(cell.getValue()).size());
            }
        }
        for (int i = 0; i < length; i++) {
            var own = new HashMap<String, String>();
            for (var cell : cells.entrySet()) {
                if (cell.getKey().startsWith(column + ".")) {
                    own.put(
                            cell.getKey().substring(column.length() + 1),
                            cell.getValue().isEmpty()
                                    ? ""
                                    : split(cell.getValue()).get(i));
                }
            }
            list.add(object(item, "", own));
        }
        return list;
    }

    private static List<String> split(String cell) {
        return Arrays.stream(cell.split("(?<!\\\\)\\|", -1))
                .map(value -> value.replaceAll("\\\\([\\\\|])", "$1"))
                .toList();
    }

    private static JsonNode value(JsonNode type, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (type.get("type").asText()) {
            case "number", "integer" -> JsonNodeFactory.instance.numberNode(new java.math.BigDecimal(cell));
            case "boolean" -> JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(cell));
            default -> TextNode.valueOf(cell);
        };
    }

    /** The same with its numbers as digits, so that 4 and 4.0 are equal. */
    private static JsonNode plain(JsonNode node) {
        if (node.isNumber()) {
            return TextNode.valueOf(node.decimalValue().stripTrailingZeros().toPlainString());
        }
        if (node instanceof ArrayNode list) {
            var values = JsonNodeFactory.instance.arrayNode();
            list.forEach(value -> values.add(plain(value)));
            return values;
        }
        if (node instanceof ObjectNode object) {
            var values = JsonNodeFactory.instance.objectNode();
            object.fields().forEachRemaining(field -> values.set(field.getKey(), plain(field.getValue())));
            return values;
        }
        return node;
    }
}
