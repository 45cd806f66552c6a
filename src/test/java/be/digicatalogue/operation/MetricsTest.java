package be.digicatalogue.operation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What operators measure, and the dashboard that shows it. */
@QuarkusTest
class MetricsTest extends ApiTest {

    private static final File DASHBOARD = new File("docker/grafana/digi-catalogue.json");
    private static final Pattern METRIC = Pattern.compile("\\b(?:catalogue|http|jvm|process|system)_[a-z0-9_]+");
    private static final Pattern URI_TAG = Pattern.compile("^http_server_requests_seconds_count\\{.*uri=\"([^\"]*)\"");

    @Test
    void anAnswerIsCountedUnderItsAddressByWhetherItWasAtHand() {
        var answers = "catalogue_answers_total{cache=\"%s\",uri=\"/v1/chambers/{id}\"}";
        double misses = value(answers.formatted("miss"));
        double hits = value(answers.formatted("hit"));
        for (int i = 0; i < 3; i++) {
            // No other test asks this.
            given().get("/v1/chambers/voka-limburg?lang=de").then().statusCode(200);
        }
        assertEquals(misses + 1, value(answers.formatted("miss")));
        assertEquals(hits + 2, value(answers.formatted("hit")));
    }

    @Test
    void nonsenseIsMeasuredUnderOneName() {
        for (int i = 0; i < 150; i++) {
            given().get("/nonsense-" + i);
            given().get("/v1/partners/nobody-" + i);
        }
        for (int i = 0; i < 5; i++) {
            given().request("NONSENSE" + i, "/v1/partners").then().statusCode(405);
            given().header("Content-Type", "application/json")
                    .body("x".repeat(200_000))
                    .post("/too-long-" + i)
                    .then()
                    .statusCode(413);
        }
        given().get("/v1/partners/ku-leuven").then().statusCode(200);
        given().get("/v1/partners/ku-leuven").then().statusCode(200);
        var uris = uris();
        assertTrue(uris.contains("/v1/partners/{id}"), uris::toString);
        assertFalse(
                uris.stream()
                        .anyMatch(uri -> uri.contains("nonsense")
                                || uri.contains("nobody")
                                || uri.contains("too-long")
                                || uri.contains("leuven")),
                uris::toString);
        assertTrue(metrics().contains("method=\"OTHER\""));
        assertFalse(metrics().contains("NONSENSE"));
        // What comes after all that is measured still.
        double before = requests("/v1/timeline");
        given().get("/v1/timeline").then().statusCode(200);
        assertEquals(before + 1, requests("/v1/timeline"));
    }

    @Test
    void theCatalogueTellsItsRevisionAgeSizeAndDatabase() {
        assertEquals(get("/v1").getInt("revision"), value("catalogue_revision"));
        assertTrue(value("catalogue_published_ago_seconds") > 0);
        assertTrue(value("catalogue_database_seen_ago_seconds") < 60);
        eventually(() -> value("catalogue_served") == 1);
        assertEquals(1, value("catalogue_kept"));
        assertEquals(1, value("catalogue_database_state{state=\"primary\"}"));
        assertEquals(0, value("catalogue_database_state{state=\"away\"}"));
        assertEquals(27, value("catalogue_records{kind=\"partners\"}"));
        assertTrue(value("catalogue_swap_seconds_count") >= 1);
        eventually(() -> value("catalogue_streams_open") == 0);
    }

    @Test
    void theDashboardShowsNothingThatIsNotMeasured() throws IOException {
        given().get("/v1/provinces").then().statusCode(200);
        var metrics = metrics();
        var asked = new TreeSet<String>();
        for (var expression : new ObjectMapper().readTree(DASHBOARD).findValuesAsText("expr")) {
            METRIC.matcher(expression).results().forEach(metric -> asked.add(metric.group()));
        }
        assertTrue(asked.size() > 15, asked::toString);
        asked.removeIf(metric -> Pattern.compile("^" + metric + "[{ ]", Pattern.MULTILINE)
                .matcher(metrics)
                .find());
        assertEquals(Set.of(), asked);
    }

    private static Set<String> uris() {
        var uris = new TreeSet<String>();
        metrics().lines().forEach(line -> {
            var tag = URI_TAG.matcher(line);
            if (tag.find()) {
                uris.add(tag.group(1));
            }
        });
        return uris;
    }

    /** How many requests for an address were measured. */
    private static double requests(String uri) {
        return metrics()
                .lines()
                .filter(line -> {
                    var tag = URI_TAG.matcher(line);
                    return tag.find() && tag.group(1).equals(uri);
                })
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static double value(String metric) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + " is not measured"));
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }
}
