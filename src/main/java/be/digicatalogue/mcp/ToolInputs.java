package be.digicatalogue.mcp;

import be.digicatalogue.http.Contract;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The inputs of tools as JSON Schema: the parameters of REST paths as the contract describes them. */
@ApplicationScoped
class ToolInputs {

    /** Tools have one format only. */
    private static final String FORMAT = "f";

    private final Contract contract;
    /** The parameters that take a list in one value, separated by commas; filled at start. */
    private final Set<String> lists = new HashSet<>();

    ToolInputs(Contract contract) {
        this.contract = contract;
    }

    ObjectNode schema(String address) {
        var document = contract.document();
        var schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        var required = JsonNodeFactory.instance.arrayNode();
        for (var parameter : document.path("paths").path(address).path("get").path("parameters")) {
            var resolved = resolved(document, parameter);
            var name = resolved.path("name").asText();
            if (resolved.path("in").asText().equals("query") && !name.equals(FORMAT)) {
                var property = (ObjectNode) inlined(document, resolved.get("schema"));
                property.set("description", resolved.get("description"));
                var examples = JsonNodeFactory.instance.arrayNode();
                Stream.ofNullable(resolved.get("example")).forEach(examples::add);
                resolved.path("examples").forEach(example -> examples.add(example.get("value")));
                if (!examples.isEmpty()) {
                    property.set("examples", examples);
                }
                properties.set(name, property);
                if (property.path("type").asText().equals("array")
                        && !resolved.path("explode").asBoolean(true)) {
                    lists.add(name);
                }
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

    /** The arguments as query parameters. An argument that is null counts as absent. */
    Map<String, List<String>> sent(Map<String, Object> arguments) {
        var sent = new LinkedHashMap<String, List<String>>();
        arguments.forEach((name, value) -> {
            var values = value instanceof Iterable<?> several
                    ? StreamSupport.stream(several.spliterator(), false)
                            .map(ToolInputs::written)
                            .toList()
                    : Stream.ofNullable(value).map(ToolInputs::written).toList();
            if (!values.isEmpty()) {
                sent.put(
                        name,
                        lists.contains(name) ? List.of(values.stream().collect(Collectors.joining(","))) : values);
            }
        });
        return sent;
    }

    private static String written(Object value) {
        return value instanceof Double number && Double.isFinite(number)
                ? BigDecimal.valueOf(number).toPlainString()
                : String.valueOf(value);
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** A schema without references. */
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
