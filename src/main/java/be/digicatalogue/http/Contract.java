package be.digicatalogue.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** The OpenAPI document, which is served unchanged and looked up for the methods, formats and schemas of a path. */
@ApplicationScoped
public class Contract {

    /**
     * The formats of a response besides the one of {@code content}, in the same form. Clients that are generated from the
     * document read {@code content} as one type; with several formats in it they would have a union of all.
     */
    public static final String OTHER_FORMATS = "x-other-formats";

    private static final String SCHEMA = "schema";
    private static final String REFERENCE = "$ref";
    private static final String CONTENT = "content";

    private final JsonNode document;
    private final Document yaml;
    private final Document json;

    Contract() {
        yaml = Document.of(file("openapi.yaml"), new MediaType("application", "yaml"));
        json = Document.of(file("openapi.json"), MediaType.APPLICATION_JSON_TYPE);
        try {
            document = new ObjectMapper().readTree(json.content());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read openapi.json", unreadable);
        }
    }

    private static byte[] file(String name) {
        try (var stream = Contract.class.getResourceAsStream("/openapi/" + name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }

    /** The page that shows it needs a trailing slash in its path. */
    void register(@Observes Router router) {
        router.getWithRegex("/swagger-ui").handler(request -> request.redirect("/swagger-ui/"));
    }

    Document yaml() {
        return yaml;
    }

    Document json() {
        return json;
    }

    /** The whole document. Callers share it and must not change it. */
    public JsonNode document() {
        return document;
    }

    /** The paths, with parameters in braces; all lookups take a path in this form. */
    List<String> paths() {
        var paths = new ArrayList<String>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    boolean knows(String path) {
        return !at(path).isEmpty();
    }

    boolean takes(String path, String method) {
        return at(path).has(method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT));
    }

    /** The methods of a path, as in the {@code Allow} header. */
    String methods(String path) {
        var methods = new TreeSet<String>();
        at(path).fieldNames().forEachRemaining(method -> methods.add(method.toUpperCase(Locale.ROOT)));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    /**
     * The headers that warn of the deprecated operations of a path, by method: {@code Deprecation} (RFC 9745) from {@code
     * x-deprecated-since}, and {@code Sunset} (RFC 8594) from {@code x-sunset} where there is one; both are days (ISO 8601).
     */
    Map<String, EncodedHeaders> deprecations(String path) {
        var deprecations = new HashMap<String, EncodedHeaders>();
        at(path).properties().stream()
                .filter(operation -> operation.getValue().path("deprecated").asBoolean())
                .forEach(operation -> deprecations.put(
                        operation.getKey().toUpperCase(Locale.ROOT), deprecation(operation.getValue())));
        if (deprecations.containsKey("GET")) {
            deprecations.put("HEAD", deprecations.get("GET"));
        }
        return deprecations;
    }

    private static EncodedHeaders deprecation(JsonNode operation) {
        var since = midnight(operation.path("x-deprecated-since"));
        return EncodedHeaders.of(
                "Deprecation",
                "@" + since.toEpochSecond(),
                "Sunset",
                operation.has("x-sunset")
                        ? DateTimeFormatter.RFC_1123_DATE_TIME.format(midnight(operation.get("x-sunset")))
                        : null);
    }

    private static ZonedDateTime midnight(JsonNode day) {
        return LocalDate.parse(day.asText()).atStartOfDay(ZoneOffset.UTC);
    }

    /** The media types of request bodies of a path. */
    String bodies(String path, String method) {
        var types = new TreeSet<String>();
        at(path).path(method.toLowerCase(Locale.ROOT))
                .path("requestBody")
                .path(CONTENT)
                .fieldNames()
                .forEachRemaining(types::add);
        return types.isEmpty() ? "no body" : String.join(", ", types);
    }

    /** The media types of responses of a path; empty for an unknown path. */
    public List<String> answers(String path) {
        var types = new ArrayList<String>();
        answer(path).path(CONTENT).fieldNames().forEachRemaining(types::add);
        answer(path).path(OTHER_FORMATS).fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The schema of the record that a path returns, or of the records in its list. */
    public JsonNode record(String path) {
        var schema =
                resolved(answer(path).path(CONTENT).path("application/json").path(SCHEMA));
        var items = schema.at("/properties/items/items");
        return items.isMissingNode() ? schema : resolved(items);
    }

    /** The schema that a reference refers to, or the schema itself. */
    public JsonNode resolved(JsonNode schema) {
        if (schema.has(REFERENCE)) {
            return resolved(document.at(schema.get(REFERENCE).asText().substring(1)));
        }
        return schema.has("allOf") ? resolved(schema.get("allOf").get(0)) : schema;
    }

    private JsonNode answer(String path) {
        return at(path).path("get").path("responses").path("200");
    }

    private JsonNode at(String path) {
        return document.get("paths").path(path);
    }
}
