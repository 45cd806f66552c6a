package be.digicatalogue.ogc;

import be.digicatalogue.http.Json;
import be.digicatalogue.http.View;
import be.digicatalogue.record.MapLayer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.Set;

/**
 * The JSON of a record as flat attributes of a feature, because tables in GIS have no objects. A reference is its id, with
 * its name beside it; other objects are replaced by their properties, prefixed with their name except for an address; the
 * date of a field is named after the field; evidence is a list of URLs.
 */
final class Attributes {

    private static final String ID = "id";
    private static final String HREF = "href";
    private static final String NAME = "name";
    static final String KNOWN_ON = "knownOn";
    static final String EVIDENCE = "evidence";
    private static final Set<String> WITHOUT_PREFIX = Set.of("address");
    /** The feature has links of its own, and its geometry is the point. */
    private static final Set<String> LEFT_OUT = Set.of(HREF, "links");

    /** Writes a date as in every answer. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Attributes() {}

    static <T> ObjectNode of(T record, MapLayer<T> layer, List<Queryable<T>> own, View view) {
        var attributes = JsonNodeFactory.instance.objectNode();
        Json.tree(layer.fact().apply(record), view).fields().forEachRemaining(property -> {
            if (property.getKey().equals("location")) {
                attributes.set("precision", property.getValue().get("precision"));
            } else if (!LEFT_OUT.contains(property.getKey())) {
                put(attributes, property.getKey(), property.getValue());
            }
        });
        attributes.remove(layer.replaced());
        for (var each : own) {
            var value = each.value().apply(record, view);
            if (value != null) {
                attributes.set(each.name(), JSON.valueToTree(value));
            }
        }
        return attributes;
    }

    private static void put(ObjectNode attributes, String name, JsonNode value) {
        if (name.equals(KNOWN_ON) && value.isObject()) {
            value.fields().forEachRemaining(date -> attributes.set(joined(date.getKey(), name), date.getValue()));
        } else if (isReference(value)) {
            attributes.set(name, value.get(ID));
            if (value.has(NAME)) {
                attributes.set(joined(name, NAME), value.get(NAME));
            }
        } else if (value.isObject()) {
            value.fields()
                    .forEachRemaining(
                            property -> put(attributes, joined(prefix(name), property.getKey()), property.getValue()));
        } else if (name.equals(EVIDENCE)) {
            var addresses = attributes.putArray(name);
            value.forEach(
                    evidence -> addresses.add(evidence.has("url") ? evidence.get("url") : evidence.at("/source/href")));
        } else if (value.isArray() && !value.isEmpty() && isReference(value.get(0))) {
            var ids = attributes.putArray(name);
            value.forEach(reference -> ids.add(reference.get(ID)));
        } else {
            attributes.set(name, value);
        }
    }

    private static boolean isReference(JsonNode value) {
        return value.has(ID) && value.has(HREF);
    }

    /** What the names of the properties of an object begin with. */
    static String prefix(String name) {
        return WITHOUT_PREFIX.contains(name) ? "" : name;
    }

    static String joined(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
