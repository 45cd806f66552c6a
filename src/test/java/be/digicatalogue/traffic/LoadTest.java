package be.digicatalogue.traffic;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** More work than there is time for. */
@QuarkusTest
@TestProfile(LoadTest.Small.class)
class LoadTest extends ApiTest {

    private static final int CLIENTS = 120;
    private static final int IN_FLIGHT = 10;
    private static final String CLOSE = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final Duration SOON = Duration.ofSeconds(30);

    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("catalogue.traffic.in-flight", String.valueOf(IN_FLIGHT));
        }
    }

    @TestHTTPResource("/")
    URI service;

    @Test
    void newWorkIsRefusedWhileTheLoopIsBehindAndWhatIsAtHandIsNot() throws Exception {
        try (var line = new RawConnection(service).send("GET /v1/partners/vives" + CLOSE)) {
            assertTrue(line.endsWithin(SOON));
        }
        var answers = askAll("GET /busy/on", "GET /v1/partners/vives", "GET /health", "GET /q/health/live");
        var busy = answers.get(0);
        assertTrue(count(busy, "200") > 0, () -> busy.get(0));
        assertTrue(count(busy, "503") > 0, () -> busy.get(0));
        assertEquals(CLIENTS, count(busy, "200") + count(busy, "503"));
        var refusal = busy.stream()
                .filter(answer -> answer.startsWith("HTTP/1.1 503"))
                .findFirst()
                .orElseThrow();
        assertTrue(refusal.contains("Retry-After: 1") && refusal.contains("application/problem+json"), refusal);
        for (var others : answers.subList(1, answers.size())) {
            assertEquals(CLIENTS, count(others, "200"), () -> others.toString());
        }
        given().get("/busy/on").then().statusCode(200);
    }

    @Test
    void noMoreIsBegunThanMayBeInFlightAndNothingLeaksFromIt() throws Exception {
        for (int round = 0; round < 2; round++) {
            var answers = askAll("GET /busy/off").get(0);
            assertTrue(count(answers, "200") >= IN_FLIGHT, () -> answers.get(0));
            assertTrue(count(answers, "503") > 0, () -> answers.get(0));
        }
    }

    @Test
    void whoIsCutWhileAnswersWaitToBeReadTakesNoPlaceAnyMore() throws Exception {
        var pages = ("GET /v1/municipalities?pageSize=100 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        + "GET /v1/dataset.zip HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .repeat(5);
        Callable<Boolean> reader = () -> {
            try (var line = new RawConnection(service)) {
                return line.isCutWhileItOnlySends(SOON, pages);
            }
        };
        var readers = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (var cut : readers.invokeAll(Collections.nCopies(5 * CLIENTS, reader))) {
                assertTrue(cut.get());
            }
        } finally {
            readers.shutdownNow();
        }
        given().get("/v1/service-points?lat=51.01&lon=3.71").then().statusCode(200);
    }

    /** Sends each of these over as many connections as there are clients, all at once, and waits for all answers. */
    private List<List<String>> askAll(String... requests) throws Exception {
        var lines = new ArrayList<List<RawConnection>>();
        try {
            for (var request : requests) {
                var same = new ArrayList<RawConnection>();
                lines.add(same);
                for (int i = 0; i < CLIENTS; i++) {
                    same.add(new RawConnection(service));
                }
            }
            for (int i = 0; i < requests.length; i++) {
                for (var line : lines.get(i)) {
                    line.send(requests[i] + CLOSE);
                }
            }
            for (var same : lines) {
                for (var line : same) {
                    assertTrue(line.endsWithin(SOON));
                }
            }
            return lines.stream()
                    .map(same -> same.stream().map(RawConnection::received).toList())
                    .toList();
        } finally {
            for (var same : lines) {
                for (var line : same) {
                    line.close();
                }
            }
        }
    }

    private static long count(List<String> answers, String status) {
        return answers.stream()
                .filter(answer -> answer.startsWith("HTTP/1.1 " + status))
                .count();
    }
}
