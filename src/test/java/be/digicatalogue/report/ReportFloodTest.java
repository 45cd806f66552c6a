package be.digicatalogue.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten thousand reports at once, of one client and of many: the bounds hold, and reading goes on. */
@QuarkusTest
@TestProfile(ReportTest.UsualLimits.class)
class ReportFloodTest extends ApiTest {

    private static final int FLOOD = 10_000;
    private static final int AT_ONCE = 100;
    private static final int CLIENTS = 500;
    private static final int PER_CLIENT = 5;
    private static final int OPEN = 2_000;

    @TestHTTPResource("/")
    URI service;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeEach
    void forgetEarlierReports() throws SQLException {
        Sql.commit(Sql.server(), "DELETE FROM report");
    }

    @Test
    void oneClientStoresFive() throws Exception {
        var statuses = flood(i -> "192.0.2.77");
        // A service that is busy refuses some before it counts them.
        assertTrue(Set.of(201, 429, 503).containsAll(statuses.keySet()), statuses::toString);
        assertEquals(PER_CLIENT, statuses.get(201));
        assertEquals(PER_CLIENT, stored());
    }

    @Test
    void manyClientsStoreNoMoreThanMayBeOpenAndReadersAreServedMeanwhile() throws Exception {
        var slowest = new long[1];
        var reader = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 200; i++) {
                long begin = System.nanoTime();
                assertEquals(200, rest().get("/v1/partners/vives").statusCode());
                slowest[0] = Math.max(slowest[0], System.nanoTime() - begin);
            }
        });
        var statuses = flood(i -> "203.0." + i % CLIENTS / 250 + "." + (i % 250 + 1));
        reader.join();
        int accepted = statuses.get(201);
        assertTrue(accepted <= OPEN, statuses::toString);
        assertEquals(accepted, stored(), "what is acknowledged is stored, and nothing else");
        assertTrue(Set.of(201, 429, 503).containsAll(statuses.keySet()), statuses::toString);
        assertTrue(slowest[0] < Duration.ofSeconds(10).toNanos(), "a reader waited " + slowest[0] / 1_000_000 + " ms");
    }

    /** How many answers had each status. */
    private Map<Integer, Integer> flood(IntFunction<String> address) throws InterruptedException {
        var statuses = new TreeMap<Integer, Integer>();
        var places = new Semaphore(AT_ONCE);
        for (int i = 0; i < FLOOD; i++) {
            places.acquire();
            var request = HttpRequest.newBuilder(service.resolve("/v1/reports"))
                    .header("Content-Type", "application/json")
                    .header("X-Forwarded-For", address.apply(i))
                    .POST(BodyPublishers.ofString("""
                            {"type": "service-points", "problem": "missing", "message": "Een plek"}"""))
                    .build();
            client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, fault) -> {
                synchronized (statuses) {
                    statuses.merge(fault == null ? answer.statusCode() : 0, 1, Integer::sum);
                }
                places.release();
            });
        }
        places.acquire(AT_ONCE);
        return statuses;
    }

    private static int stored() throws SQLException {
        try (var connection = Sql.server();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM report")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
