package be.digicatalogue.dcat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resources with their properties as flattened JSON-LD, in the order of their description.
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
        PREFIXES.put("spdx", "http://spdx.org/rdf/terms#");
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
}
