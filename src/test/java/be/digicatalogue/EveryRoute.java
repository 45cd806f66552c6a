package be.digicatalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.publication.Curating;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks every route of the service, by every method, in the forms that people and programs ask for: those of the contract,
 * the pages and what is not there. Whatever state the service is in, an error keeps the form of its face and tells nothing
 * of the inside.
 */
public final class EveryRoute {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|be\\.digicatalogue|io\\.(quarkus|vertx|netty|smallrye)|org\\.|java\\.(lang|util|io)");
    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> VALUES = Map.of(
            "province", "limburg",
            "nisCode", "44021",
            "collectionId", "service-points",
            "featureId", "aalst-digipunt",
            "page", "1",
            "list", "partners",
            "table", "partners",
            "revision", "1",
            "type", "service-points",
            "version", "0");

    private static final List<String> PAGES = List.of(
            "/",
            "/?place=9000",
            "/?place=Xyzzyqq",
            "/fr",
            "/en/digihubs",
            "/digihubs/limburg",
            "/digihubs?postcode=3500",
            "/digibanken/aalst-digipunt",
            "/voka/voka-gent",
            "/partners/vives",
            "/cijfers",
            "/bronnen",
            "/kwaliteit",
            "/melden",
            "/melden?type=voka-offices&id=voka-gent",
            "/melding/aalst-digipunt",
            "/bevestig/aalst-digipunt",
            "/bevestig/aalst-digipunt/afmelden",
            "/bevestigd",
            "/privacy",
            "/lijst",
            "/embed",
            "/beheer",
            "/sitemap.xml",
            "/robots.txt",
            "/nowhere");

    /** What is asked: a method, an address, a body with its type where there is one. */
    private record RouteRequest(String method, String address, String type, String body) {

        boolean isGraphql() {
            return address.startsWith("/graphql");
        }

        boolean isMcp() {
            return address.startsWith("/mcp");
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI service;
    private final List<String> faults = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    private EveryRoute(URI service) {
        this.service = service;
    }

    /**
     * Asks them all, and fails where one is not answered as it should be.
     *
     * @return how many answers had each status
     */
    public static Map<Integer, Integer> isAnswered(URI service) throws IOException, InterruptedException {
        var walk = new EveryRoute(service);
        for (var route : routes()) {
            for (var accepted : List.of("*/*", "text/html,*/*;q=0.8", "application/json")) {
                walk.ask(route, accepted);
            }
        }
        assertEquals(List.of(), walk.faults);
        return walk.statuses;
    }

    private static List<RouteRequest> routes() throws IOException {
        var routes = new ArrayList<RouteRequest>();
        var contract = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
        contract.get("paths").properties().forEach(path -> {
            var address = TEMPLATE.matcher(path.getKey())
                    .replaceAll(name -> VALUES.getOrDefault(name.group(1), "aalst-digipunt"));
            path.getValue().fieldNames().forEachRemaining(method -> {
                if (List.of("get", "post", "put", "patch", "delete").contains(method) && !isStream(address)) {
                    routes.add(route(method.toUpperCase(java.util.Locale.ROOT), address));
                    if (method.equals("get")) {
                        routes.add(route("HEAD", address));
                    }
                }
            });
        });
        PAGES.forEach(page -> routes.add(route("GET", page)));
        Stream.of(
                        "/v1/nothing",
                        "/admin/v1/nothing",
                        "/v1/partners/%00",
                        "/v1/partners?q=%FF",
                        "/%00",
                        "/v1/guide?place=Halle")
                .forEach(address -> routes.add(route("GET", address)));
        Stream.of("/v1/partners", "/", "/health").forEach(address -> routes.add(route("DELETE", address)));
        routes.add(route("GET", "/graphql?query=%7Bpartners%7BtotalCount%7D%7D"));
        return routes;
    }

    /** It has no end that could be waited for. */
    private static boolean isStream(String address) {
        return address.endsWith("/stream");
    }

    private static RouteRequest route(String method, String address) {
        if (method.equals("GET") || method.equals("HEAD") || method.equals("DELETE")) {
            return new RouteRequest(method, withReason(method, address), null, null);
        }
        if (address.equals("/graphql")) {
            return new RouteRequest(method, address, "application/json", "{\"query\":\"{ partners { totalCount } }\"}");
        }
        if (address.equals("/mcp")) {
            return new RouteRequest(method, address, "application/json", """
                    {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"find_digibank","arguments":{}}}""");
        }
        var type = address.equals("/admin/v1/publications")
                ? "application/zip"
                : method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
        return new RouteRequest(method, withReason(method, address), type, "{}");
    }

    private static String withReason(String method, String address) {
        return address.startsWith("/admin") && !method.equals("GET") && !method.equals("HEAD")
                ? address + "?reason=Test"
                : address;
    }

    private void ask(RouteRequest route, String accepted) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service + route.address()))
                .timeout(LONGEST_ANSWER)
                .header("Accept", accepted)
                .method(
                        route.method(),
                        route.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(route.body()));
        if (route.type() != null) {
            request.header("Content-Type", route.type());
        }
        if (route.address().startsWith("/admin")) {
            request.header("Authorization", "Bearer " + Curating.PUBLISHER).header("If-Match", "*");
        }
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        var wrong = wrong(route, accepted, answer);
        if (wrong != null) {
            var body = new String(answer.body(), UTF_8);
            faults.add(route.method() + " " + route.address() + " as " + accepted + ": " + wrong + ", "
                    + answer.statusCode()
                    + " " + answer.headers().firstValue("Content-Type").orElse("without a type") + " "
                    + body.substring(0, Math.min(body.length(), 200)));
        }
    }

    /** What is wrong with an answer; {@code null} when nothing. */
    private static String wrong(RouteRequest route, String accepted, HttpResponse<byte[]> answer) throws IOException {
        int status = answer.statusCode();
        if (status >= 500 && status != 503) {
            return "a fault";
        }
        if (status < 400 || route.method().equals("HEAD")) {
            return null;
        }
        var body = new String(answer.body(), UTF_8);
        if (INSIDE.matcher(body).find()) {
            return "it tells of the inside";
        }
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        if (type.equals("text/html")) {
            // A page explains what is wrong with its own question, whoever asks.
            boolean page = accepted.startsWith("text/html") || status == 400 && PAGES.contains(route.address());
            return page && body.startsWith("<!DOCTYPE html>") ? null : "a page for a program";
        }
        if (!type.endsWith("json")) {
            return "no form of an error";
        }
        JsonNode told = JSON.readTree(answer.body());
        if (!told.isObject()) {
            return "no object";
        }
        if (route.isGraphql()) {
            return told.at("/errors/0/extensions/code").isTextual()
                            || told.path("status").asInt() == status
                    ? null
                    : "no error of GraphQL";
        }
        if (route.isMcp()) {
            return told.has("error") || told.path("status").asInt() == status ? null : "no error of JSON-RPC";
        }
        if (route.address().equals("/health")) {
            return told.path("status").isTextual() || told.path("status").asInt() == status ? null : "no health";
        }
        if (route.address().startsWith("/ogc")) {
            return told.path("code").isTextual() && told.path("description").isTextual()
                    ? null
                    : "no exception of OGC API";
        }
        if (!type.equals("application/problem+json")) {
            return "not problem+json";
        }
        return told.path("status").asInt() == status
                        && told.path("type").isTextual()
                        && told.path("title").isTextual()
                ? null
                : "no problem";
    }
}
