package be.digicatalogue.traffic;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.EventLoopWatch;
import be.digicatalogue.FuzzedRequests;
import be.digicatalogue.FuzzedRequests.FuzzedRequest;
import be.digicatalogue.Sql;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * With a hundred thousand service points, no request of any route holds an event loop for a tenth of a second, nor does the
 * first one of its kind after a publication.
 *
 * <p>Vert.x notes a loop that was held, also one that only waited for a processor that others used, or ran code for the first
 * time. So a note counts when the loop itself computed for so long, or waited for a lock, and whoever is noted is asked again in
 * the next round, after another publication: only who is noted in every round holds the loop.
 */
@QuarkusTest
@TestProfile(HeldLoopTest.Watched.class)
class HeldLoopTest extends ApiTest {

    private static final Duration LIMIT = Duration.ofMillis(100);
    private static final int POINTS = 100_000;
    private static final int ROUNDS = 3;
    /** Of a whole list, which streams in equal pieces. */
    private static final int ENOUGH_BYTES = 1 << 20;

    /** Building this many points takes seconds, on a busy machine minutes. */
    private static final Duration LONGEST_SWAP = Duration.ofMinutes(5);

    /** Holds a loop each time, which shows that the test can fail. */
    private static final FuzzedRequest HOLDING = new FuzzedRequest("/test-holds-the-loop", "*/*", null);

    public static class Watched implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.vertx.max-event-loop-execute-time",
                    LIMIT.toMillis() + "ms",
                    // Nobody else asks, and an answer that is refused because a loop is late would not be examined.
                    "catalogue.traffic.lag",
                    "1m");
        }
    }

    @Singleton
    static class HoldingRoute {
        void register(@Observes Router router) {
            router.get(HOLDING.address()).order(Integer.MIN_VALUE).handler(request -> {
                long begin = LoopTimes.THREADS.getCurrentThreadCpuTime();
                while (LoopTimes.THREADS.getCurrentThreadCpuTime() - begin < 3 * LIMIT.toNanos()) {
                    Thread.onSpinWait();
                }
                request.response().end();
            });
        }
    }

    @TestHTTPResource("/")
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final LoopTimes loops = new LoopTimes();

    /** Building the first catalogue may take minutes as well. */
    @BeforeEach
    @Override
    protected void waitForTheCatalogue() {
        await(() -> given().get("/q/health/ready").statusCode() == 200, "a catalogue is served");
    }

    private void fill() throws Exception {
        Sql.commit(
                Sql.owner(),
                "SELECT pg_advisory_xact_lock(1684629353)",
                "ALTER TABLE service_point DISABLE TRIGGER history",
                Files.readString(Path.of("src/bench/points.sql"))
                        .replace("{first}", "1")
                        .replace("{last}", "" + POINTS),
                "SELECT publish_revision('Many')",
                "SET CONSTRAINTS ALL IMMEDIATE",
                "ALTER TABLE service_point ENABLE TRIGGER history");
        awaitLatest();
    }

    @Test
    void noRequestHoldsAnEventLoop() throws Exception {
        fill();
        var all = new ArrayList<>(FuzzedRequests.all());
        all.add(HOLDING);
        List<FuzzedRequest> suspects = all;
        try (var watch = new EventLoopWatch()) {
            for (int round = 0; round < ROUNDS; round++) {
                var holding = new LinkedHashMap<FuzzedRequest, String>();
                for (var request : suspects) {
                    var told = held(request, watch);
                    if (told != null) {
                        holding.put(request, told);
                    }
                }
                System.out.printf(
                        "Round %d at %d points: %d of %d requests held a loop%n",
                        round + 1, POINTS, holding.size(), suspects.size());
                holding.forEach((request, told) -> System.out.println("  " + request + ": " + told));
                suspects = List.copyOf(holding.keySet());
                if (round + 1 < ROUNDS) {
                    publish();
                }
            }
        }
        assertEquals(List.of(HOLDING), suspects);
        assertTrue(statuses.get(200) > all.size() / 2 && all.size() > 500, statuses::toString);
    }

    /** What is known of a loop that a request held; {@code null} when it held none. */
    private String held(FuzzedRequest request, EventLoopWatch watch) throws Exception {
        watch.blocked();
        var before = loops.used();
        int status = ask(request);
        var after = loops.used();
        statuses.merge(status, 1, Integer::sum);
        var blocked = watch.blocked();
        return blocked.isEmpty() || !after.isBusierThan(before)
                ? null
                : blocked.get(0).lines().limit(30).collect(Collectors.joining(System.lineSeparator()));
    }

    private int ask(FuzzedRequest request) throws Exception {
        var builder = HttpRequest.newBuilder(service.resolve(request.address()))
                .header("Accept", request.accept())
                .header("Accept-Encoding", "gzip");
        if (request.body() != null) {
            builder.header("Content-Type", "application/json").POST(BodyPublishers.ofString(request.body()));
        }
        var answer = client.send(builder.build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            body.readNBytes(ENOUGH_BYTES);
        }
        assertNotEquals(500, answer.statusCode(), request::toString);
        return answer.statusCode();
    }

    private void publish() throws SQLException {
        Sql.commit(
                Sql.server(),
                "UPDATE service_point SET verified_on = verified_on + 1 WHERE id = 'point-0000001'",
                "SELECT publish_revision('Another')");
        awaitLatest();
    }

    private void awaitLatest() throws SQLException {
        long latest = Sql.latestRevision();
        await(() -> get("/v1").getLong("revision") == latest, "revision " + latest + " is served");
    }

    private static void await(BooleanSupplier condition, String what) {
        long end = System.nanoTime() + LONGEST_SWAP.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, what);
            LockSupport.parkNanos(LIMIT.toNanos());
        }
    }

    /** The event loops of this process. */
    private static final class LoopTimes {

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        /** What each loop has used so far: nanoseconds of a processor, times that it waited for a lock. */
        private record UsedTime(long[] nanos, long[] waits) {

            boolean isBusierThan(UsedTime before) {
                for (int i = 0; i < Math.min(nanos.length, before.nanos.length); i++) {
                    if (nanos[i] - before.nanos[i] >= LIMIT.toNanos() || waits[i] > before.waits[i]) {
                        return true;
                    }
                }
                return false;
            }
        }

        UsedTime used() {
            long[] ids = LongStream.of(THREADS.getAllThreadIds())
                    .filter(id -> {
                        var thread = THREADS.getThreadInfo(id);
                        return thread != null && thread.getThreadName().contains("eventloop");
                    })
                    .sorted()
                    .toArray();
            return new UsedTime(
                    LongStream.of(ids).map(THREADS::getThreadCpuTime).toArray(),
                    LongStream.of(ids)
                            .map(id -> {
                                var thread = THREADS.getThreadInfo(id);
                                return thread.getBlockedCount() + thread.getWaitedCount();
                            })
                            .toArray());
        }
    }
}
