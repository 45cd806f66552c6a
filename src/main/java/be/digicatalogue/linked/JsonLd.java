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
import java.util.stream.StreamSupport;

/**
 * The JSON of records as JSON-LD 1.1: the same properties with a context. Each record that has a URL of its own also gets an
 * {@code @id}, {@code /id/{type}/{id}}, and an {@code @type}.
 */
public final class JsonLd {

    static final String MEDIA_TYPE = "application/ld+json";
    static final String CONTEXT = "/context/v1.jsonld";

    /** Objects that describe a record without being one; they have the URL of the record that they describe. */
    private static final Map<String, String> TOLD = Map.of("search", "SearchHit", "changes", "Change");

    /** The types of the parts of records, by the property that contains them. */
    private static final Map<String, String> PARTS = Map.of(
            "address", "Address",
            "location", "Point",
            "openingExceptions", "OpeningException",
            "evidence", "Evidence");

    private static final String OPENING_HOURS = "openingHours";

    /** The contact properties, which the Flemish vocabulary of organisations puts in a node of their own. */
    private static final List<String> CONTACT = List.of("phone", "email", OPENING_HOURS);

    private static final String CONTACT_POINT = "contactPoint";
    private static final String WEBSITE = "website";

    /** The dates of fields, named like the fields. */
    private static final String KNOWN_ON = "knownOn";

    private static final Pattern RECORD = Pattern.compile("/v1/([a-z-]+)/([^/?]+)");

    private final String base;

    /** @param base the scheme and host of URLs */
    public JsonLd(String base) {
        this.base = base;
    }

    /**
     * A record, or a page of records in {@code items}.
     *
     * @param type the path segment of its URL
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

    /** A record of a page; the page has the context. */
    ObjectNode record(ObjectNode json, String type) {
        return node(json, type, null);
    }

    /** A record without its URL: the same properties, with the types of its parts. */
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
            return node(object, null, property);
        }
        if (json instanceof ArrayNode list) {
            var values = JsonNodeFactory.instance.arrayNode();
            list.forEach(item -> values.add(value(item, property)));
            return values;
        }
        return json;
    }

    /** @param type the type of the requested record; {@code null} for a record within another record */
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
            // Records without URLs of their own, of which some are identified by a code.
            name(node, kind.get(), json.path("id").asText(json.path("code").asText()));
        } else if (property != null && PARTS.containsKey(property)) {
            node.put("@type", PARTS.get(property));
        }
        json.fields().forEachRemaining(field -> node.set(field.getKey(), value(field.getValue(), field.getKey())));
        if (!KNOWN_ON.equals(property) && CONTACT.stream().anyMatch(name -> isStated(name, json))) {
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
                .filter(name -> isStated(name, json))
                .forEach(property -> contact.set(property, json.get(property)));
        return contact;
    }

    /**
     * True when a property may be stated in a common vocabulary. None of them can express opening hours that may have
     * changed.
     */
    private static boolean isStated(String name, ObjectNode json) {
        return json.has(name)
                && (!name.equals(OPENING_HOURS)
                        || Stream.of("overdue", "undated")
                                .flatMap(names ->
                                        StreamSupport.stream(json.path(names).spliterator(), false))
                                .noneMatch(old -> old.asText().equals(name)));
    }

    private void name(ObjectNode node, RecordKind kind, String id) {
        node.put("@id", base + "/id/" + kind.code() + "/" + id);
        node.put("@type", kind.typeName());
    }
}
