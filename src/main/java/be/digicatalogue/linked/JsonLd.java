package be.digicatalogue.linked;

import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JSON of records as JSON-LD 1.1: the same properties under a context, and what has an address of its own is named by
 * {@code /id/{type}/{id}} and says what it is.
 */
public final class JsonLd {

    static final String MEDIA_TYPE = "application/ld+json";
    static final String CONTEXT = "/context/v1.jsonld";

    /** What tells about a record and is none; it bears the address of the record that it tells about. */
    private static final Map<String, String> TOLD = Map.of("search", "SearchHit", "changes", "Change");

    /** What parts of records are, by the property that has them. */
    private static final Map<String, String> PARTS = Map.of(
            "address", "Address",
            "location", "Point",
            "openingExceptions", "OpeningException",
            "evidence", "Evidence");

    /** How a record can be reached: the Flemish vocabulary of organisations has that in a node of its own. */
    private static final List<String> CONTACT = List.of("phone", "email", "openingHours");

    /** An object that is named after the fields of the record, and says nothing of them but their dates. */
    private static final String DATES = "knownOn";

    private static final String CONTACT_POINT = "contactPoint";
    private static final String WEBSITE = "website";

    private static final Pattern RECORD = Pattern.compile("/v1/([a-z-]+)/([^/?]+)");

    private final String base;

    /** @param base scheme and host that addresses begin with */
    public JsonLd(String base) {
        this.base = base;
    }

    /**
     * A record, or a page of records in {@code items}.
     *
     * @param type the path segment under which it is served
     */
    ObjectNode document(ObjectNode json, String type) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("@context", base + CONTEXT);
        if (json.get("items") instanceof ArrayNode items) {
            document.put("@type", "List");
            document.setAll(node(json, null, null));
            document.set("items", records(items, type));
        } else {
            document.setAll(node(json, type, null));
        }
        return document;
    }

    /** A record of a page, which has the context. */
    ObjectNode record(ObjectNode json, String type) {
        return node(json, type, null);
    }

    /** A record without its address, as others put it: the same properties, and its parts say what they are. */
    public ObjectNode parts(ObjectNode json) {
        return node(json, null, null);
    }

    private ArrayNode records(ArrayNode items, String type) {
        var records = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> records.add(record((ObjectNode) item, type)));
        return records;
    }

    private JsonNode value(JsonNode json, String property) {
        if (json instanceof ObjectNode object) {
            return DATES.equals(property) ? object : node(object, null, property);
        }
        if (json instanceof ArrayNode list) {
            var values = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> values.add(value(item, property)));
            return values;
        }
        return json;
    }

    /** @param type as whose record it was asked; {@code null} for what is named within another record */
    private ObjectNode node(ObjectNode json, String type, String property) {
        var node = JsonNodeFactory.instance.objectNode();
        var href = json.path("href").asText();
        var record = RECORD.matcher(href.startsWith(base) ? href.substring(base.length()) : "");
        var named = record.matches() ? RecordKind.find(record.group(1)) : Optional.<RecordKind>empty();
        var kind = Optional.ofNullable(type).flatMap(RecordKind::find);
        if (type != null && TOLD.containsKey(type)) {
            node.put("@type", TOLD.get(type));
        } else if (named.isPresent()) {
            name(node, named.get(), record.group(2));
        } else if (kind.isPresent()) {
            // Without an address of its own; what is known by a code has that as its id.
            name(node, kind.get(), json.path("id").asText(json.path("code").asText()));
        } else if (property != null && PARTS.containsKey(property)) {
            node.put("@type", PARTS.get(property));
        }
        json.fields().forEachRemaining(field -> node.set(field.getKey(), value(field.getValue(), field.getKey())));
        if (CONTACT.stream().anyMatch(json::has)) {
            node.set(CONTACT_POINT, contactPoint(json));
        }
        if (json.has("lat") && json.has("lon")) {
            node.put(
                    "asWKT",
                    "POINT (" + json.get("lon").asText() + " " + json.get("lat").asText() + ")");
        }
        return node;
    }

    private static ObjectNode contactPoint(ObjectNode json) {
        var contact = JsonNodeFactory.instance.objectNode();
        contact.put("@type", "ContactPoint");
        Stream.concat(CONTACT.stream(), Stream.of(WEBSITE))
                .filter(json::has)
                .forEach(property -> contact.set(property, json.get(property)));
        return contact;
    }

    private void name(ObjectNode node, RecordKind kind, String id) {
        node.put("@id", base + "/id/" + kind.code() + "/" + id);
        node.put("@type", kind.typeName());
    }
}
