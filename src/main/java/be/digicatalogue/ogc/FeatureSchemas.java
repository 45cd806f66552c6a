package be.digicatalogue.ogc;

import be.digicatalogue.http.Contract;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The schemas of the features, with every attribute that a feature can have: what {@link Attributes} makes of a record, made
 * of the contract's schema of the record. Without one, GIS take the attributes of the first features for all that there are.
 */
@ApplicationScoped
class FeatureSchemas {

    private static final String PROPERTIES = "properties";
    private static final String REFERENCE = "$ref";
    private static final String TYPE = "type";
    private static final String TITLE = "title";
    private static final String STRING = "string";
    private static final String ITEMS = "items";

    /** The distance is part of answers to questions from somewhere, which features are not. */
    private static final Set<String> LEFT_OUT = Set.of("href", "links", "distanceMetres", "distanceUncertainMetres");

    private static final List<String> COPIED = List.of(TYPE, "format", "enum");

    /** Records that answers embed on request. */
    private static final Set<String> RECORDS =
            Arrays.stream(RecordKind.values()).map(RecordKind::typeName).collect(Collectors.toSet());

    private static final Map<String, String> ROLES =
            Map.of("id", "id", "validFrom", "primary-interval-start", "validTo", "primary-interval-end");

    private final JsonNode contract;
    private final Map<String, ObjectNode> attributes = new LinkedHashMap<>();

    FeatureSchemas(Contract contract) {
        this.contract = contract.document();
        OgcCollections.ALL.forEach(collection -> attributes.put(collection.id(), attributes(collection)));
    }

    /** The attributes of a collection, whatever format they are in (OGC API - Common - Part 3: Schemas, draft). */
    ObjectNode schema(OgcCollection<?> collection, String address) {
        return collection.schema(address, attributes.get(collection.id()), true);
    }

    /**
     * The features of a collection as GeoJSON. Days are texts without a format here: the OGC API driver of GDAL, which reads
     * this schema, sends comparisons of what it knows as a day as the parameter {@code datetime}, with another meaning.
     */
    ObjectNode geoJson(OgcCollection<?> collection, String address) {
        var schema = collection.schema(address, JsonNodeFactory.instance.objectNode(), true);
        var members = schema.putObject(PROPERTIES);
        members.putObject(TYPE).put(TYPE, STRING).putArray("enum").add("Feature");
        members.putObject("id").put(TYPE, STRING);
        members.putObject(OgcCollection.GEOMETRY).putArray(TYPE).add("object").add("null");
        var properties = members.putObject(PROPERTIES);
        properties.put(TYPE, "object");
        var its = properties.putObject(PROPERTIES);
        attributes.get(collection.id()).fields().forEachRemaining(attribute -> {
            // The id of the feature is this one.
            if (!attribute.getKey().equals("id")) {
                its.set(
                        attribute.getKey(),
                        ((ObjectNode) attribute.getValue().deepCopy()).without(List.of("format", "x-ogc-role")));
            }
        });
        return schema;
    }

    private <T> ObjectNode attributes(OgcCollection<T> collection) {
        var attributes = JsonNodeFactory.instance.objectNode();
        put(
                attributes,
                "",
                contract.at("/components/schemas/" + collection.layer().kind().typeName()));
        attributes.remove(collection.layer().replaced());
        for (var queryable : collection.queryables()) {
            var its = queryable.schema();
            if (attributes.get(queryable.name()) instanceof ObjectNode known) {
                known.set(TITLE, its.get(TITLE));
            } else {
                attributes.set(queryable.name(), its);
            }
        }
        ROLES.forEach((name, role) -> {
            if (attributes.get(name) instanceof ObjectNode known) {
                known.put("x-ogc-role", role);
            }
        });
        return attributes;
    }

    private void put(ObjectNode attributes, String prefix, JsonNode object) {
        object.path(PROPERTIES).fields().forEachRemaining(property -> {
            var name = property.getKey();
            if (!LEFT_OUT.contains(name)) {
                put(attributes, Attributes.joined(prefix, name), name, property.getValue());
            }
        });
    }

    private void put(ObjectNode attributes, String attribute, String name, JsonNode property) {
        var reference = reference(property);
        var schema = reference == null ? property : contract.at(reference.substring(1));
        var itemReference = reference(schema.path(ITEMS));
        var items = itemReference == null ? schema.path(ITEMS) : contract.at(itemReference.substring(1));
        if (isRecord(reference) || isRecord(itemReference)) {
            return;
        }
        var title = property.has("description") ? property.get("description") : schema.path("description");
        if (name.equals("location")) {
            put(attributes, "precision", "precision", schema.at("/properties/precision"));
        } else if (name.equals(Attributes.KNOWN_ON) && schema.has(PROPERTIES)) {
            schema.get(PROPERTIES).fields().forEachRemaining(date -> attributes
                    .putObject(Attributes.joined(date.getKey(), name))
                    .put(TYPE, STRING)
                    .put(TITLE, "Of when " + date.getKey() + " is: a year, a month or a day"));
        } else if (isReferring(schema)) {
            attributes.putObject(attribute).put(TYPE, STRING).put(TITLE, title.asText());
            attributes
                    .putObject(Attributes.joined(attribute, "name"))
                    .put(TYPE, STRING)
                    .put(TITLE, title.asText() + " By name.");
        } else if (schema.has(PROPERTIES)) {
            put(attributes, Attributes.prefix(attribute), schema);
        } else if (schema.has(ITEMS)) {
            var array = attributes.putObject(attribute);
            array.put(TYPE, "array").put(TITLE, title.asText());
            boolean flat = name.equals(Attributes.EVIDENCE) || isReferring(items);
            copy(flat ? JsonNodeFactory.instance.objectNode().put(TYPE, STRING) : items, array.putObject(ITEMS));
        } else {
            var value = attributes.putObject(attribute);
            copy(schema, value);
            value.put(TITLE, title.asText());
        }
    }

    private static void copy(JsonNode from, ObjectNode to) {
        COPIED.stream().filter(from::has).forEach(keyword -> to.set(keyword, from.get(keyword)));
    }

    /** The component that a schema refers to, directly or to add a description; {@code null} when it is written out. */
    private static String reference(JsonNode schema) {
        var referring = schema.has("allOf") ? schema.at("/allOf/0") : schema;
        return referring.has(REFERENCE) ? referring.get(REFERENCE).asText() : null;
    }

    private static boolean isRecord(String reference) {
        return reference != null && RECORDS.contains(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static boolean isReferring(JsonNode schema) {
        return schema.path(PROPERTIES).has("id") && schema.path(PROPERTIES).has("href");
    }
}
