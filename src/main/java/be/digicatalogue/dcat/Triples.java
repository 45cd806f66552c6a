package be.digicatalogue.dcat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Resources with their properties, in the order of their description. They are stored as flattened JSON-LD, of which Turtle
 * is another serialization: both abbreviate names with the same prefixes.
 */
final class Triples {

    private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put("adms", "http://www.w3.org/ns/adms#");
        PREFIXES.put("dcat", "http://www.w3.org/ns/dcat#");
        PREFIXES.put("dct", "http://purl.org/dc/terms/");
        PREFIXES.put("foaf", "http://xmlns.com/foaf/0.1/");
        PREFIXES.put("geo", "http://www.opengis.net/ont/geosparql#");
        PREFIXES.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        PREFIXES.put("skos", "http://www.w3.org/2004/02/skos/core#");
        PREFIXES.put("vcard", "http://www.w3.org/2006/vcard/ns#");
        PREFIXES.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    }

    private static final String ID = "@id";
    private static final String TYPE = "@type";
    private static final String VALUE = "@value";
    private static final String LANGUAGE = "@language";

    private final Map<String, Resource> resources = new LinkedHashMap<>();

    /** The resource with an IRI, to be described. */
    Resource of(String iri, String... types) {
        return resources.computeIfAbsent(iri, first -> new Resource(first, types));
    }

    boolean has(String iri) {
        return resources.containsKey(iri);
    }

    /** A resource with an IRI and properties. */
    static final class Resource {

        private final ObjectNode node = JsonNodeFactory.instance.objectNode();

        private Resource(String iri, String... types) {
            node.put(ID, iri);
            var array = node.putArray(TYPE);
            for (var type : types) {
                array.add(type);
            }
        }

        private String iri() {
            return node.get(ID).asText();
        }

        Resource with(String property, Resource... others) {
            for (var other : others) {
                values(property).addObject().put(ID, other.iri());
            }
            return this;
        }

        /** Adds another resource that has no description. */
        Resource withAddress(String property, String iri) {
            values(property).addObject().put(ID, iri);
            return this;
        }

        /** Adds a text in a language. */
        Resource with(String property, String text, String language) {
            values(property).addObject().put(VALUE, text).put(LANGUAGE, language);
            return this;
        }

        /** Adds a text without a language. */
        Resource with(String property, String text) {
            values(property).addObject().put(VALUE, text);
            return this;
        }

        /** Adds a value of a datatype. */
        Resource withTyped(String property, String value, String datatype) {
            values(property).addObject().put(VALUE, value).put(TYPE, datatype);
            return this;
        }

        private ArrayNode values(String property) {
            return node.withArrayProperty(property);
        }
    }

    ObjectNode jsonLd() {
        var document = JsonNodeFactory.instance.objectNode();
        var context = document.putObject("@context");
        PREFIXES.forEach(context::put);
        var graph = document.putArray("@graph");
        resources.values().forEach(resource -> graph.add(resource.node));
        return document;
    }

    String turtle() {
        var turtle = new StringBuilder();
        PREFIXES.forEach((prefix, namespace) -> turtle.append("@prefix ")
                .append(prefix)
                .append(": <")
                .append(namespace)
                .append("> .\n"));
        for (var resource : resources.values()) {
            turtle.append("\n<").append(resource.iri()).append(">\n    a ");
            list(turtle, resource.node.get(TYPE), JsonNode::asText);
            resource.node.fields().forEachRemaining(property -> {
                if (!property.getKey().startsWith("@")) {
                    turtle.append(" ;\n    ").append(property.getKey()).append(' ');
                    list(turtle, property.getValue(), Triples::term);
                }
            });
            turtle.append(" .\n");
        }
        return turtle.toString();
    }

    private static void list(StringBuilder turtle, JsonNode values, Function<JsonNode, String> term) {
        for (int i = 0; i < values.size(); i++) {
            turtle.append(i == 0 ? "" : ", ").append(term.apply(values.get(i)));
        }
    }

    private static String term(JsonNode value) {
        if (value.has(ID)) {
            return "<" + value.get(ID).asText() + ">";
        }
        var literal = "\"" + escaped(value.get(VALUE).asText()) + "\"";
        return value.has(LANGUAGE)
                ? literal + "@" + value.get(LANGUAGE).asText()
                : value.has(TYPE) ? literal + "^^" + value.get(TYPE).asText() : literal;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
