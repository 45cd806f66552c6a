package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The contract as people try it in Swagger UI 5.21: "Try it out" fills in the example of every parameter (of several the first,
 * else the example or the default value of its schema), and "Execute" sends them together, with the first media type of the
 * successful response in {@code Accept}.
 */
@QuarkusTest
class ExamplesTest extends ApiTest {

    private static final Pattern REQUEST = Pattern.compile("`GET (/[^`]*)`");

    @TestHTTPResource("/")
    URI service;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final JsonNode contract;

    ExamplesTest() throws IOException {
        contract = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
    }

    /** An operation that anybody may call. */
    private record PublicOperation(String path, String method, JsonNode node, List<JsonNode> parameters) {}

    @Test
    void everyOperationSucceedsAsItIsFilledIn() throws Exception {
        var faults = new ArrayList<String>();
        var empty = new TreeSet<String>();
        var operations = operations();
        for (var operation : operations) {
            var answer = ask(operation, filledIn(operation));
            try (var body = answer.body()) {
                var fault = fault(operation, answer);
                if (fault != null) {
                    faults.add(operation.method() + " " + operation.path() + ": " + fault + " "
                            + new String(body.readNBytes(500), StandardCharsets.UTF_8));
                } else if (isJson(answer)) {
                    var json = new YAMLMapper().readTree(body.readAllBytes());
                    if (json.path("items").isArray() && json.get("items").isEmpty()
                            || json.path("features").isArray()
                                    && json.get("features").isEmpty()) {
                        empty.add(operation.path());
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
        assertEquals(Set.of(), empty, "the examples find nothing");
        assertTrue(operations.size() > 55, () -> "" + operations.size());
    }

    @Test
    void everyExampleOfAParameterAndOfABodySucceeds() throws Exception {
        var faults = new ArrayList<String>();
        int count = 0;
        for (var operation : operations()) {
            for (var parameter : operation.parameters()) {
                for (var example : examples(parameter)) {
                    var values = new LinkedHashMap<JsonNode, JsonNode>();
                    operation.parameters().stream()
                            .filter(other -> other.path("required").asBoolean() || isQuery(operation, other))
                            .forEach(other -> values.put(other, value(other)));
                    values.put(parameter, example);
                    count += tried(operation, values, body(operation), faults);
                }
            }
            for (var body : examples(content(operation.node().path("requestBody")))) {
                count += tried(operation, filledIn(operation), body, faults);
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(count > 350, "" + count);
    }

    @Test
    void everyRequestInTheDescriptionsSucceeds() {
        var requests = new TreeSet<String>();
        contract.findValuesAsText("description")
                .forEach(text -> REQUEST.matcher(text).results().forEach(found -> requests.add(found.group(1))));
        requests.removeIf(request -> request.contains("{"));
        assertTrue(requests.size() > 5, requests::toString);
        for (var request : requests) {
            // Revisions that only a service with a history has.
            var address = request.replaceFirst("since=\\d+", "since=0");
            given().urlEncodingEnabled(false).get(address).then().statusCode(200);
        }
    }

    private int tried(PublicOperation operation, Map<JsonNode, JsonNode> values, JsonNode body, List<String> faults)
            throws Exception {
        var answer = ask(operation, values, body);
        try (var content = answer.body()) {
            // Not one of the forms that the contract gives first: an example may ask for another.
            var fault = answer.statusCode() >= 400 ? "" + answer.statusCode() : null;
            if (fault != null) {
                faults.add(operation.path() + " " + values.values() + " " + fault + " "
                        + new String(content.readNBytes(500), StandardCharsets.UTF_8));
            }
        }
        return 1;
    }

    /** GraphQL requires a query beside each other parameter. */
    private static boolean isQuery(PublicOperation operation, JsonNode parameter) {
        return operation.path().equals("/graphql")
                        && parameter.get("name").asText().equals("query")
                || Set.of("/v1/guide", "/v1/search", "/v1/service-points").contains(operation.path())
                        && Set.of("postalCode", "q")
                                .contains(parameter.get("name").asText())
                || operation.path().endsWith("/items")
                        && parameter.get("name").asText().equals("bbox");
    }

    private List<PublicOperation> operations() {
        var operations = new ArrayList<PublicOperation>();
        contract.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> !path.getKey().startsWith("/admin"))
                // Nobody can know the secret address of a report beforehand.
                .filter(method -> !path.getKey().equals("/v1/reports/{token}"))
                .forEach(method -> operations.add(new PublicOperation(
                        path.getKey(),
                        method.getKey(),
                        method.getValue(),
                        stream(method.getValue().path("parameters"))))));
        return operations;
    }

    private List<JsonNode> stream(JsonNode parameters) {
        var all = new ArrayList<JsonNode>();
        parameters.forEach(parameter -> all.add(resolved(parameter)));
        return all;
    }

    /** What Swagger UI sends. */
    private Map<JsonNode, JsonNode> filledIn(PublicOperation operation) {
        var values = new LinkedHashMap<JsonNode, JsonNode>();
        for (var parameter : operation.parameters()) {
            var value = value(parameter);
            if (!value.isMissingNode()) {
                values.put(parameter, value);
            }
        }
        return values;
    }

    private JsonNode value(JsonNode parameter) {
        var examples = examples(parameter);
        if (!examples.isEmpty()) {
            return examples.get(0);
        }
        var schema = resolved(parameter.path("schema"));
        return schema.has("example") ? schema.get("example") : schema.path("default");
    }

    private List<JsonNode> examples(JsonNode described) {
        var examples = new ArrayList<JsonNode>();
        described
                .path("examples")
                .forEach(example -> examples.add(resolved(example).get("value")));
        if (described.has("example")) {
            examples.add(described.get("example"));
        }
        return examples;
    }

    /** The first form of a body or an answer. */
    private JsonNode content(JsonNode described) {
        var forms = resolved(described).path("content").elements();
        return forms.hasNext() ? forms.next() : contract.path("none");
    }

    private JsonNode body(PublicOperation operation) {
        var bodies = examples(content(operation.node().path("requestBody")));
        return bodies.isEmpty() ? null : bodies.get(0);
    }

    private HttpResponse<InputStream> ask(PublicOperation operation, Map<JsonNode, JsonNode> values) throws Exception {
        return ask(operation, values, body(operation));
    }

    /** As a stream, for one of the answers does not end. */
    private HttpResponse<InputStream> ask(PublicOperation operation, Map<JsonNode, JsonNode> values, JsonNode body)
            throws Exception {
        var path = operation.path();
        var query = new StringBuilder();
        var headers = new LinkedHashMap<String, String>();
        for (var given : values.entrySet()) {
            var name = given.getKey().get("name").asText();
            var value = given.getValue();
            switch (given.getKey().get("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value.asText()));
                case "header" -> headers.put(name, value.asText());
                default ->
                    pairs(given.getKey(), value).forEach(pair -> query.append(query.isEmpty() ? '?' : '&')
                            .append(pair));
            }
        }
        var request = HttpRequest.newBuilder(service.resolve(path + query));
        headers.forEach(request::header);
        accepted(operation).ifPresent(type -> request.header("Accept", type));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                operation.method().toUpperCase(Locale.ROOT),
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString()));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private Optional<String> accepted(PublicOperation operation) {
        var forms = resolved(success(operation)).path("content").fieldNames();
        return forms.hasNext() ? Optional.of(forms.next()) : Optional.empty();
    }

    private JsonNode success(PublicOperation operation) {
        var responses = operation.node().get("responses");
        return responses.has("200") ? responses.get("200") : responses.path("none");
    }

    private static List<String> pairs(JsonNode parameter, JsonNode value) {
        var name = encoded(parameter.get("name").asText());
        var pairs = new ArrayList<String>();
        if (value instanceof ObjectNode members) {
            members.properties()
                    .forEach(member -> pairs.add(encoded(member.getKey()) + "="
                            + encoded(member.getValue().asText())));
        } else if (value.isArray() && parameter.path("explode").asBoolean(true)) {
            value.forEach(each -> pairs.add(name + "=" + encoded(each.asText())));
        } else if (value.isArray()) {
            var all = new ArrayList<String>();
            value.forEach(each -> all.add(encoded(each.asText())));
            pairs.add(name + "=" + String.join(",", all));
        } else {
            pairs.add(name + "=" + encoded(value.asText()));
        }
        return pairs;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is wrong with an answer; {@code null} when nothing. */
    private String fault(PublicOperation operation, HttpResponse<InputStream> answer) {
        int status = answer.statusCode();
        var responses = operation.node().get("responses");
        if (responses.has("201") && !responses.has("200")) {
            return status == 201 ? null : status + " instead of 201";
        }
        if (!responses.has("200")) {
            return status == 303 && responses.has("303") ? null : status + " instead of 303";
        }
        if (status == 307 && responses.has("307")) {
            given().get(answer.headers().firstValue("Location").orElseThrow())
                    .then()
                    .statusCode(200);
            return null;
        }
        if (status != 200) {
            return "" + status;
        }
        boolean offersJson = false;
        for (var forms = resolved(success(operation)).path("content").fieldNames(); forms.hasNext(); ) {
            offersJson |= forms.next().contains("json");
        }
        return offersJson && !isJson(answer)
                ? answer.headers().firstValue("Content-Type").orElse("no type")
                : null;
    }

    private static boolean isJson(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").contains("json");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? contract.at(node.get("$ref").asText().substring(1)) : node;
    }
}
