package be.digicatalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Requests for every route that anybody may call: those of the contract with each example of each parameter and with values that
 * are long, deep, large or odd, the pages, and bodies for GraphQL and assistants.
 */
public final class FuzzedRequests {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a list is asked for when the contract leaves it open: the list that grows most. */
    private static final Map<String, String> IN_PATHS = Map.of(
            "collectionId", "service-points",
            "featureId", "aalst-digipunt",
            "page", "1",
            "list", "service-points",
            "table", "service-points",
            "version", "0");

    private static final List<String> WORDS = List.of(
            "de",
            "bibliotheek",
            "digipunt kerkstraat gent",
            "biblioteek helpdsk oplieding gnet antwrpen brgge levuen",
            "a b c d e f g h i j k l m n o p",
            "punt1 punt2 punt3 punt4 punt5",
            "bibliotheekhelpdeskopleiding",
            "digi ".repeat(40).strip(),
            "x".repeat(100),
            "é".repeat(100),
            "helpdesk opleiding computers laptop internet gent antwerpen brugge leuven hasselt oostende kortrijk aalst");

    private static final List<String> PLACES = List.of(
            "Gent",
            "Halle",
            "antwrpen",
            "St-Jans-Molenbeek",
            "sint ".repeat(20).strip(),
            "a b c d e f g h",
            "x".repeat(100),
            "é".repeat(90),
            "Kerkstraat 1, 9000 Gent",
            "Saint Josse ten Noode lez Bruxelles",
            "wetteren kalken laarne beervelde lochristi");

    private static final List<String> FILTERS = List.of(
            "name LIKE '%a%'",
            "NOT (".repeat(20) + "name='x'" + ")".repeat(20),
            joined(" AND ", 10, i -> "name LIKE '%" + (char) ('a' + i) + "%'"),
            joined(" OR ", 60, i -> "name='p" + i + "'"),
            "S_INTERSECTS(geometry,POLYGON((2.5 50,6 50,6 51.5,2.5 51.5,2.5 50)))");

    /** More values of parameters, by name. */
    private static final Map<String, List<String>> ODD = Map.of(
            "q", WORDS,
            "near", PLACES,
            "place", PLACES,
            "filter", FILTERS,
            "bbox", List.of("2.5,49.5,6.4,51.5", "-180,-90,180,90"),
            "page", List.of("2", "100", "1000"),
            "pageSize", List.of("100"),
            "limit", List.of("1000", "10000"),
            "offset", List.of("1000", "99000"),
            "radius", List.of("1", "300"));

    /** Patterns of paths backtrack. Up to 120 characters they are tried. */
    public static final List<String> LONG_SEGMENTS =
            List.of("a".repeat(120), ".".repeat(120), ".json".repeat(24), "a".repeat(8_000), ".json".repeat(1_600));

    private static final List<String> PAGES = List.of(
            "/",
            "/?place=9000",
            "/?place=Gent&open=true",
            "/?q=computer",
            "/fr",
            "/en/digihubs?postcode=3500",
            "/digihubs/limburg",
            "/digibanken/aalst-digipunt",
            "/voka/voka-gent",
            "/partners/vives",
            "/cijfers",
            "/bronnen",
            "/lijst",
            "/lijst/44021",
            "/embed",
            "/beheer",
            "/sitemap.xml",
            "/robots.txt",
            "/nowhere");

    private static final List<String> DOCUMENTS = List.of(
            "{ servicePoints(first: 100) { totalCount edges { cursor node { id name digibank { name } opening { state } } } } }",
            "{ servicePoints(first: 100, lat: 51, lon: 4, openNow: true) { totalCount edges { distanceMetres node { id } } } }",
            "{ servicePoints(q: \"biblioteek helpdsk gnet\", first: 100) { totalCount nodes { name } } }",
            "{ servicePoints(last: 100) { totalCount nodes { name services { label } } } }",
            "{ places(first: 100) { totalCount nodes { postalCode municipality { name } } } }",
            "{ search(q: \"digipunt kerkstraat\", first: 100) { totalCount } }",
            "{ __schema { types { name fields { name type { name } } } } }");

    private static final List<String> TOOLS = List.of(
            "{\"name\":\"find_digibank\",\"arguments\":{\"place\":\"Gent\"}}",
            "{\"name\":\"find_digibank\",\"arguments\":{\"place\":\"Sint-Jans Molenbek\"}}",
            "{\"name\":\"guide\",\"arguments\":{\"place\":\"9000\"}}",
            "{\"name\":\"search\",\"arguments\":{\"q\":\"biblioteek helpdsk gnet\"}}",
            "{\"name\":\"figures\",\"arguments\":{}}");

    /**
     * A request.
     *
     * @param accept the header {@code Accept}
     * @param body JSON; {@code null} for GET
     */
    public record FuzzedRequest(String address, String accept, String body) {

        @Override
        public String toString() {
            return (body == null ? "GET " : "POST ") + address + (body == null ? "" : " " + body);
        }
    }

    private final JsonNode contract;
    private final Collection<FuzzedRequest> requests = new LinkedHashSet<>();

    private FuzzedRequests() throws IOException {
        contract = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
    }

    /** All of them, each once. */
    public static List<FuzzedRequest> all() throws IOException {
        var fuzzed = new FuzzedRequests();
        fuzzed.contract.get("paths").properties().forEach(path -> {
            // One has no end that could be waited for.
            if (!path.getKey().startsWith("/admin") && !path.getKey().endsWith("/stream")) {
                fuzzed.addRoute(path.getKey(), path.getValue());
            }
        });
        PAGES.forEach(page -> fuzzed.add(page, "text/html"));
        for (var form : List.of("json", "csv", "geojson", "jsonld")) {
            for (var condition :
                    List.of("", "&q=bibliotheek", "&openNow=true", "&service=training&facets=service,opening")) {
                fuzzed.add("/v1/service-points?pageSize=100&f=" + form + condition, "*/*");
            }
            for (var list : List.of("places", "municipalities", "digibanks")) {
                fuzzed.add("/v1/" + list + "." + form, "*/*");
            }
        }
        for (var document : DOCUMENTS) {
            fuzzed.post("/graphql", JSON.createObjectNode().put("query", document));
        }
        for (var tool : TOOLS) {
            var call =
                    JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", "tools/call");
            call.set("params", JSON.readTree(tool));
            fuzzed.post("/mcp", call);
        }
        return List.copyOf(fuzzed.requests);
    }

    private void addRoute(String path, JsonNode methods) {
        if (!methods.has("get")) {
            return;
        }
        var parameters = Stream.of(methods, methods.get("get"))
                .flatMap(part -> stream(part.path("parameters")))
                .map(this::resolved)
                .toList();
        var address = path;
        for (var parameter : in("path", parameters)) {
            var name = parameter.get("name").asText();
            address = address.replace(
                    "{" + name + "}",
                    encoded(IN_PATHS.getOrDefault(name, values(parameter).get(0).asText())));
        }
        for (var segment : LONG_SEGMENTS) {
            add(path.substring(0, path.lastIndexOf('/') + 1) + segment, "*/*");
            add(path.replaceAll("\\{[A-Za-z]+}", segment), "*/*");
        }
        var query = in("query", parameters);
        add(address, "*/*");
        add(address + "?" + firsts(query), "*/*");
        boolean pages = query.stream().anyMatch(parameter -> isNamed(parameter, "pageSize"));
        for (var parameter : query) {
            for (var value : values(parameter)) {
                add(address + "?" + pairs(parameter, value), "*/*");
                if (pages && !isNamed(parameter, "pageSize")) {
                    add(address + "?" + pairs(parameter, value) + "&pageSize=100", "*/*");
                }
            }
        }
        // Words with everything that has to be worked out for what they find.
        if (query.stream().anyMatch(parameter -> isNamed(parameter, "q"))) {
            var others = firsts(query.stream()
                    .filter(parameter -> Stream.of("openNow", "overdue", "facets", "lat", "lon")
                            .anyMatch(name -> isNamed(parameter, name)))
                    .toList());
            WORDS.forEach(word -> add(path + "?q=" + encoded(word) + "&" + others, "*/*"));
        }
    }

    private static List<JsonNode> in(String where, List<JsonNode> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.get("in").asText().equals(where))
                .toList();
    }

    private static boolean isNamed(JsonNode parameter, String name) {
        return parameter.get("name").asText().equals(name);
    }

    /** The first value of each parameter that has one. */
    private String firsts(List<JsonNode> parameters) {
        return String.join(
                "&",
                parameters.stream()
                        .flatMap(
                                parameter -> values(parameter).stream().limit(1).map(value -> pairs(parameter, value)))
                        .toList());
    }

    private List<JsonNode> values(JsonNode parameter) {
        var schema = resolved(parameter.path("schema"));
        var items = schema.has("items") ? resolved(schema.get("items")) : schema;
        var values = new ArrayList<JsonNode>();
        stream(parameter.path("examples"))
                .map(example -> resolved(example).get("value"))
                .forEach(values::add);
        Stream.of(parameter.path("example"), schema.path("example"), schema.path("default"), items.path("example"))
                .filter(value -> !value.isMissingNode())
                .forEach(values::add);
        stream(items.path("enum")).forEach(values::add);
        ODD.getOrDefault(parameter.get("name").asText(), List.of())
                .forEach(value -> values.add(TextNode.valueOf(value)));
        return values;
    }

    private static String pairs(JsonNode parameter, JsonNode value) {
        var name = encoded(parameter.get("name").asText()) + "=";
        if (value instanceof ObjectNode members) {
            return String.join(
                    "&",
                    members.properties().stream()
                            .map(member -> encoded(member.getKey()) + "="
                                    + encoded(member.getValue().asText()))
                            .toList());
        }
        return value.isArray()
                ? name
                        + String.join(
                                ",",
                                stream(value)
                                        .map(each -> encoded(each.asText()))
                                        .toList())
                : name + encoded(value.asText());
    }

    private void add(String address, String accept) {
        requests.add(new FuzzedRequest(address, accept, null));
    }

    private void post(String address, JsonNode body) {
        requests.add(new FuzzedRequest(address, "application/json, text/event-stream", body.toString()));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Stream<JsonNode> stream(JsonNode parts) {
        var all = new ArrayList<JsonNode>();
        parts.forEach(all::add);
        return all.stream();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String joined(String between, int count, java.util.function.IntFunction<String> part) {
        return String.join(between, IntStream.range(0, count).mapToObj(part).toList());
    }
}
