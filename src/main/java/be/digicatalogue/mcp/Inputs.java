package be.digicatalogue.mcp;

import be.digicatalogue.http.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;

/** What tools take, as JSON Schema: the parameters of addresses as the contract describes them. */
@ApplicationScoped
class Inputs {

    private final Contract contract;

    Inputs(Contract contract) {
        this.contract = contract;
    }

    ObjectNode schema(String address) {
        var document = contract.document();
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = JsonNodeFactory.instance.arrayNode();
        for (var parameter : document.path("paths").path(address).path("get").path("parameters")) {
            var resolved = resolved(document, parameter);
            if (resolved.path("in").asText().equals("query")) {
                var name = resolved.get("name").asText();
                var property = (ObjectNode) inlined(document, resolved.get("schema"));
                property.set("description", resolved.get("description"));
                if (resolved.has("example")) {
                    property.putArray("examples").add(resolved.get("example"));
                }
                properties.set(name, property);
                if (resolved.path("required").asBoolean()) {
                    required.add(name);
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** A schema that stands alone. */
    private static JsonNode inlined(JsonNode document, JsonNode schema) {
        var whole = resolved(document, schema).deepCopy();
        if (whole instanceof ObjectNode object) {
            object.remove("example");
            object.properties().forEach(part -> {
                if (part.getValue().isObject()) {
                    part.setValue(inlined(document, part.getValue()));
                }
            });
        }
        return whole;
    }
}
