package be.digicatalogue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.fail;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.junit.jupiter.api.BeforeEach;

/** Asks the running service as its users do: over HTTP, on a real PostgreSQL, each answer checked against the contract. */
@QuarkusTestResource(EmbeddedDatabaseResource.class)
public abstract class ApiTest {

    /** On a machine that is busy with other things. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    /** REST Assured makes a client for each request, and each would read the certificates of the JDK, which no test needs. */
    private static final SchemeRegistry SCHEMES = SchemeRegistryFactory.createDefault();

    /** Read when an answer is checked first; not every application has such a test. */
    private static final class CommittedContract {

        /** Answers are checked, requests are not: some tests send on purpose what the contract forbids. */
        static final OpenApiValidationFilter CHECK = new OpenApiValidationFilter(
                OpenApiInteractionValidator.createForInlineApiSpecification(withAllFormats())
                        .withLevelResolver(LevelResolver.create()
                                .withLevel("validation.request", Level.IGNORE)
                                .withLevel("validation.request.path.missing", Level.ERROR)
                                .build())
                        .build());

        /** The contract as the validator needs it, with all formats of an answer in its content. */
        private static String withAllFormats() {
            try {
                var contract = new YAMLMapper()
                        .readTree(Path.of("openapi/openapi.yaml").toFile());
                for (var path : contract.get("paths")) {
                    var answer = path.at("/get/responses/200");
                    if (answer.has("x-other-formats")) {
                        ((ObjectNode) answer.get("content")).setAll((ObjectNode) answer.get("x-other-formats"));
                    }
                }
                return contract.toString();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Before each, because Quarkus sets its own before each. */
    @BeforeEach
    void shareCertificates() {
        RestAssured.config = RestAssured.config()
                .httpClient(RestAssured.config()
                        .getHttpClientConfig()
                        .httpClientFactory(() -> new DefaultHttpClient(new BasicClientConnectionManager(SCHEMES))));
    }

    @BeforeEach
    protected void waitForTheCatalogue() {
        eventually(ApiTest::isReady);
    }

    private static boolean isReady() {
        return given().get("/q/health/ready").statusCode() == 200;
    }

    /** A request whose answer must keep to the contract. */
    protected static RequestSpecification rest() {
        return given().filter(CommittedContract.CHECK);
    }

    /** The JSON of a successful answer. */
    protected static JsonPath get(String address, Object... pathParameters) {
        return new JsonAnswer(
                answer(address, pathParameters).statusCode(200).extract().asString());
    }

    /** The items of all pages of a list. */
    /** How far away each item is at most, in metres. */
    protected static List<Integer> farthest(List<Map<String, Object>> items) {
        return items.stream()
                .map(item -> (Integer) item.get("distanceMetres")
                        + (Integer) item.getOrDefault("distanceUncertainMetres", 0))
                .toList();
    }

    protected static List<Map<String, Object>> items(String address) {
        var items = new ArrayList<Map<String, Object>>();
        for (var next = address; next != null; ) {
            var page = get(next);
            items.addAll(page.getList("items"));
            next = page.getString("next");
        }
        return items;
    }

    protected static ValidatableResponse answer(String address, Object... pathParameters) {
        return rest().urlEncodingEnabled(false).get(address, pathParameters).then();
    }

    /** The data of a GraphQL answer without errors. */
    protected static JsonPath ask(String query) {
        var answer = graphql(query);
        assertNull(answer.get("errors"), () -> "errors: " + answer.getString("errors"));
        return answer.setRootPath("data");
    }

    /** A GraphQL answer, errors included. */
    protected static JsonPath graphql(String query) {
        return new JsonAnswer(rest().accept("application/json")
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** Publishes what statements change, and gives the number of the revision once it is served. */
    protected static long publish(String... statements) throws SQLException {
        long revision = Sql.latestRevision() + 1;
        var all = new ArrayList<>(List.of(statements));
        all.add("SELECT publish_revision('A test')");
        Sql.commit(Sql.server(), all.toArray(String[]::new));
        eventually(() -> get("/v1").getLong("revision") == revision);
        return revision;
    }

    /** Verifies today every point that has hours, so that they are believed; those that are bundled are old. */
    protected static void verifyHours() throws SQLException {
        try (var connection = Sql.server();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (statement.executeUpdate("UPDATE service_point SET verified_on = current_date"
                            + " WHERE opening_hours IS NOT NULL AND verified_on IS DISTINCT FROM current_date")
                    > 0) {
                var published = statement.executeQuery("SELECT publish_revision('Verified')");
                published.next();
                long revision = published.getLong(1);
                connection.commit();
                eventually(() -> get("/v1").getLong("revision") >= revision);
            }
        }
    }

    protected static void eventually(BooleanSupplier condition) {
        var end = Instant.now().plus(LONGEST_WAIT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("it did not become true within " + LONGEST_WAIT.toSeconds() + " seconds");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
