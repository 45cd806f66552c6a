package be.digicatalogue.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The OpenAPI document: served as it is, and asked what an address takes. */
@ApplicationScoped
public class Contract {

    private static final String SCHEMA = "schema";
    private static final String REFERENCE = "$ref";

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final JsonNode document;
    private final Document yaml;
    private final Document json;
    /** The operations of each address; those without parameters first, since they go before the others. */
    private final Map<Pattern, JsonNode> operations = new LinkedHashMap<>();

    private final List<String> paths = new ArrayList<>();

    Contract() {
        try (var stream = Contract.class.getResourceAsStream("/openapi/openapi.yaml")) {
            var content = stream.readAllBytes();
            document = new YAMLMapper().readTree(content);
            yaml = Document.of(content, new MediaType("application", "yaml"));
            json = Document.of(new ObjectMapper().writeValueAsBytes(document), MediaType.APPLICATION_JSON_TYPE);
            for (boolean parameters : new boolean[] {false, true}) {
                document.get("paths").fields().forEachRemaining(path -> {
                    if (path.getKey().contains("{") == parameters) {
                        operations.put(pattern(path.getKey()), path.getValue());
                        paths.add(path.getKey());
                    }
                });
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read openapi.yaml", unreadable);
        }
    }

    Document yaml() {
        return yaml;
    }

    /** The document as JSON. */
    public Document json() {
        return json;
    }

    /** The addresses, with names in braces for what stands for any value. */
    List<String> paths() {
        return paths;
    }

    boolean knows(String path) {
        return !at(path).isEmpty();
    }

    boolean takes(String path, String method) {
        return at(path).has(method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT));
    }

    /** The methods that an address takes, as the header {@code Allow} lists them. */
    String methods(String path) {
        var methods = new TreeSet<String>();
        at(path).fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    /** The media types of bodies that an address takes. */
    String bodies(String path, String method) {
        var types = new TreeSet<String>();
        at(path).path(method.toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path("content")
                .fieldNames()
                .forEachRemaining(types::add);
        return types.isEmpty() ? "no body" : String.join(", ", types);
    }

    /** The media types that an address answers with; none where it is not known. */
    public List<String> answers(String path) {
        var types = new ArrayList<String>();
        answer(path).fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The schema of the record that an address answers with, or of each in its list. */
    public JsonNode record(String path) {
        var schema = resolved(answer(path).path("application/json").path(SCHEMA));
        var items = schema.at("/properties/items/items");
        return items.isMissingNode() ? schema : resolved(items);
    }

    /** What a schema refers to, or itself. */
    public JsonNode resolved(JsonNode schema) {
        if (schema.has(REFERENCE)) {
            return resolved(document.at(schema.get(REFERENCE).asText().substring(1)));
        }
        return schema.has("allOf") ? resolved(schema.get("allOf").get(0)) : schema;
    }

    private JsonNode answer(String path) {
        return at(path).path("get").path("responses").path("200").path("content");
    }

    private JsonNode at(String path) {
        return operations.entrySet().stream()
                .filter(address -> address.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> new ObjectMapper().createObjectNode());
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(PARAMETER.matcher(path).replaceAll("[^/]+") + "/?");
    }
}
