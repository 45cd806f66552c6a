package be.digicatalogue.ogc;

import be.digicatalogue.http.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The API definition of the OGC API: its part of the contract, with the paths of each collection in full, because each has
 * its own attributes as parameters.
 */
@ApplicationScoped
class OgcApi {

    static final String MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.0";

    private static final String COLLECTION = "{collectionId}";
    private static final String COLLECTION_PARAMETER = "#/components/parameters/OgcCollectionId";
    private static final String PARAMETERS = "parameters";
    private static final String TAG = "OGC API";

    private final ObjectNode document;

    OgcApi(Contract contract) {
        document = part((ObjectNode) contract.document());
    }

    /** @param server the URL of the OGC API */
    ObjectNode document(String server) {
        var served = document.deepCopy();
        ((ObjectNode) served.at("/servers/0")).put("url", server);
        return served;
    }

    private static ObjectNode part(ObjectNode contract) {
        var part = contract.objectNode();
        part.set("openapi", contract.get("openapi"));
        var info = part.putObject("info");
        info.put("title", "Digi Catalogue: OGC API - Features");
        info.set("version", contract.at("/info/version"));
        info.put(
                "description",
                "The located records of the catalogue of Flemish digihubs and digibanks as features, for maps and GIS.");
        info.set("license", contract.at("/info/license"));
        part.putArray("servers").addObject().put("url", OgcResource.ROOT);
        part.set("security", contract.get("security"));
        part.putArray("tags").addAll(tags(contract));
        var paths = part.putObject("paths");
        contract.get("paths").fields().forEachRemaining(path -> {
            if (path.getKey().equals(OgcResource.ROOT)) {
                paths.set("/", path.getValue());
            } else if (path.getKey().startsWith(OgcResource.ROOT + "/")) {
                var below = path.getKey().substring(OgcResource.ROOT.length());
                if (below.contains(COLLECTION)) {
                    OgcCollections.ALL.forEach(collection -> paths.set(
                            below.replace(COLLECTION, collection.id()),
                            written((ObjectNode) path.getValue(), below, collection)));
                } else {
                    paths.set(below, path.getValue());
                }
            }
        });
        paths.properties().forEach(path -> paths.set(path.getKey(), withAllFormats((ObjectNode) path.getValue())));
        takeComponents(contract, part);
        return part;
    }

    /** The standard requires all formats of an answer in one place; the contract separates them for generated clients. */
    private static ObjectNode withAllFormats(ObjectNode path) {
        var written = path.deepCopy();
        var answer = (ObjectNode) written.at("/get/responses/200");
        var others = answer.remove(Contract.OTHER_FORMATS);
        if (others != null) {
            ((ObjectNode) answer.get("content")).setAll((ObjectNode) others);
        }
        return written;
    }

    private static List<JsonNode> tags(ObjectNode contract) {
        var tags = new ArrayList<JsonNode>();
        contract.get("tags").forEach(tag -> {
            if (tag.get("name").asText().equals(TAG)) {
                tags.add(tag);
            }
        });
        return tags;
    }

    /** A path for one collection. */
    private static ObjectNode written(ObjectNode path, String below, OgcCollection<?> collection) {
        var written = path.deepCopy();
        var get = (ObjectNode) written.get("get");
        get.put("operationId", get.get("operationId").asText() + "Of" + camelCase(collection.id()));
        get.put("summary", collection.title() + ": " + get.get("summary").asText());
        var parameters = (ArrayNode) get.get(PARAMETERS);
        for (int i = parameters.size() - 1; i >= 0; i--) {
            if (parameters.get(i).path("$ref").asText().equals(COLLECTION_PARAMETER)) {
                parameters.remove(i);
            }
        }
        if (below.endsWith("/items")) {
            collection.queryables().forEach(queryable -> {
                var schema = queryable.schema();
                var parameter = parameters.addObject();
                parameter.put("name", queryable.name()).put("in", "query");
                parameter.put("description", queryable.title() + ". Only features with this value.");
                parameter.set("schema", schema.has("items") ? schema.get("items") : schema);
            });
        }
        return written;
    }

    private static String camelCase(String kebab) {
        var camelCase = new StringBuilder();
        for (var word : kebab.split("-")) {
            camelCase.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return camelCase.toString();
    }

    /** Copies every referenced component, with the components that those refer to. */
    private static void takeComponents(ObjectNode contract, ObjectNode part) {
        var components = part.putObject("components");
        var taken = new HashSet<String>();
        var open = new ArrayDeque<JsonNode>(List.of(part.get("paths")));
        while (!open.isEmpty()) {
            open.pop().findValuesAsText("$ref").stream().filter(taken::add).forEach(reference -> {
                var names = reference.split("/");
                var component = contract.at(reference.substring(1));
                components.withObjectProperty(names[2]).set(names[3], component);
                open.push(component);
            });
        }
    }
}
