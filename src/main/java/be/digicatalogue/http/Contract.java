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

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final Document yaml;
    private final Document json;
    /** The operations of each address; those without parameters first, since they go before the others. */
    private final Map<Pattern, JsonNode> operations = new LinkedHashMap<>();

    private final List<String> paths = new ArrayList<>();

    Contract() {
        try (var stream = Contract.class.getResourceAsStream("/openapi/openapi.yaml")) {
            var content = stream.readAllBytes();
            var document = new YAMLMapper().readTree(content);
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
