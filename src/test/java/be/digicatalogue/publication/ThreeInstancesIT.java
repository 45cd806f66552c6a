package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.PackagedService;
import be.digicatalogue.Sql;
import be.digicatalogue.database.EmbeddedDatabase;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three instances share nothing but a PostgreSQL: whoever reads anywhere reads on, and sees what was published anywhere. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ThreeInstancesIT {

    private static final int PUBLICATIONS = 20;
    private static final int READERS_OF_EACH = 2;
    private static final Duration BETWEEN_READS = Duration.ofMillis(20);
    private static final Duration EVERYWHERE = Duration.ofSeconds(1);

    /** On a machine that is busy with other things. Who missed the notification would take up to ten seconds. */
    private static final Duration EVERYWHERE_AT_WORST = Duration.ofSeconds(5);

    private static final List<String> ADDRESSES = List.of(
            "/v1",
            "/v1/partners?province=west-vlaanderen",
            "/v1/service-points?postalCode=9000&service=training",
            "/v1/service-points/beernem-bibliotheek",
            "/v1/service-points.json",
            "/v1/guide?postalCode=8500",
            "/v1/search?q=genk%20biblioteek");

    private static final String QUESTION =
            "{\"query\":\"{ servicePoints(postalCode: \\\"3600\\\", first: 1) { edges { node { name } } } }\"}";

    @TempDir
    static Path folder;

    /** What a row says of the state that it belongs to, see {@link NumberedState}. */
    private static final Pattern STATE = Pattern.compile("(?:State|Toestand) (\\d+)\\.");

    /** Which state each revision was seen to hold, whoever was asked. */
    private static final Map<Long, String> STATES_SEEN = new ConcurrentHashMap<>();

    private static final List<PackagedService> INSTANCES = new ArrayList<>();
    private static EmbeddedDatabase database;
    private static PublishedFacts facts;
    private static int states;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(folder.resolve("data"));
        for (var name : List.of("first", "second", "third")) {
            INSTANCES.add(PackagedService.start(name, database, folder));
        }
        for (var instance : INSTANCES) {
            instance.ready();
        }
        facts = new PublishedFacts(database);
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(PackagedService::close);
        if (database != null) {
            database.close();
        }
    }

    @Test
    void everyReaderReadsOnAndSeesWhatWasPublishedWithinASecond() throws Exception {
        var readers = INSTANCES.stream().map(Readers::new).toList();
        var delays = new ArrayList<Long>();
        int servedHere = 0;
        var threads = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < READERS_OF_EACH; i++) {
                readers.forEach(threads::execute);
            }
            for (int i = 0; i < PUBLICATIONS; i++) {
                var state = new NumberedState(++states);
                var answer = INSTANCES
                        .get(i % INSTANCES.size())
                        .publish(state.bundle(), state.query())
                        .join();
                long acknowledgedAt = System.nanoTime();
                assertEquals(201, answer.statusCode(), answer::body);
                long revision = facts.acknowledged(answer, state);
                servedHere += isServedHere(INSTANCES.get(i % INSTANCES.size()), answer, revision) ? 1 : 0;
                PublishedFacts.eventually(() -> readers.stream().allMatch(reader -> reader.sawAt(revision) != 0));
                long everywhereAt = readers.stream()
                        .mapToLong(reader -> reader.sawAt(revision))
                        .max()
                        .orElseThrow();
                delays.add(Math.max(0, (everywhereAt - acknowledgedAt) / 1_000_000));
            }
        } finally {
            readers.forEach(reader -> reader.stopping = true);
            threads.shutdown();
        }
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES), "a read does not end");
        var failures =
                readers.stream().flatMap(reader -> reader.failures.stream()).toList();
        assertEquals(List.of(), failures);
        Collections.sort(delays);
        System.out.printf(
                Locale.ROOT,
                "Three instances: %d publications, %d served here when acknowledged, %d reads, %d failed; from the acknowledgement until every instance"
                        + " serves it p50 %d ms, p99 %d ms, max %d ms%n",
                PUBLICATIONS,
                servedHere,
                readers.stream().mapToLong(reader -> reader.reads.get()).sum(),
                failures.size(),
                percentile(delays, 50),
                percentile(delays, 99),
                percentile(delays, 100));
        assertTrue(percentile(delays, 90) <= EVERYWHERE.toMillis(), delays::toString);
        assertTrue(percentile(delays, 100) <= EVERYWHERE_AT_WORST.toMillis(), delays::toString);
        for (var instance : INSTANCES) {
            facts.check(instance);
        }
    }

    /** Whether the answer says so; whoever asks for the revision that it names gets it in either case. */
    private static boolean isServedHere(PackagedService instance, HttpResponse<String> answer, long revision)
            throws Exception {
        boolean served = answer.body().contains("\"served\":true");
        var asked = served
                ? instance.get("/v1")
                : instance.get(
                        "/v1",
                        "Catalogue-Revision-At-Least",
                        answer.headers()
                                .firstValue("Catalogue-Revision-At-Least")
                                .orElseThrow());
        assertEquals(200, asked.statusCode());
        long shown = asked.headers().firstValueAsLong("Catalogue-Revision").orElseThrow();
        assertTrue(shown >= revision, () -> "revision " + shown + " after " + revision + " was acknowledged here");
        return served;
    }

    @Test
    void whoPublishesWhileAnotherInstanceDoesIsToldToTryAgain() throws Exception {
        facts.check(INSTANCES.get(0));
        var published = new NumberedState(++states);
        var refused = new NumberedState(++states);
        HttpResponse<String> second;
        HttpResponse<String> first;
        try (var sql = Sql.to(database.ownerUrl());
                var watch = facts.watch()) {
            sql.setAutoCommit(false);
            // Holds up the first one while it writes.
            sql.createStatement().execute("LOCK TABLE opening_exception IN SHARE MODE");
            var writing = INSTANCES.get(0).publish(published.bundle(), published.query());
            PublishedFacts.eventually(watch::seesWriting);
            second = INSTANCES.get(1).publish(refused.bundle(), refused.query()).join();
            sql.rollback();
            first = writing.join();
        }
        assertEquals(409, second.statusCode(), second::body);
        assertTrue(second.headers().firstValue("Retry-After").isPresent());
        assertEquals(201, first.statusCode(), first::body);
        facts.acknowledged(first, published);
        assertEquals(List.of(published), facts.check(INSTANCES.get(2)));
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    /** Readers of one instance; each turn asks for one thing after another. */
    private static final class Readers implements Runnable {

        private final PackagedService instance;
        private final AtomicLong newest = new AtomicLong();
        private final AtomicLong reads = new AtomicLong();
        private final Map<Long, Long> firstSeen = new ConcurrentHashMap<>();
        private final Collection<String> failures = new ConcurrentLinkedQueue<>();
        private volatile boolean stopping;

        Readers(PackagedService instance) {
            this.instance = instance;
        }

        /** When an answer first was of a revision or a later one; 0 when none was yet. */
        long sawAt(long revision) {
            return firstSeen.entrySet().stream()
                    .filter(seen -> seen.getKey() >= revision)
                    .mapToLong(Map.Entry::getValue)
                    .min()
                    .orElse(0);
        }

        @Override
        public void run() {
            try {
                while (!stopping) {
                    for (var address : ADDRESSES) {
                        read(address, () -> instance.get(address));
                    }
                    read("GraphQL", () -> instance.post("/graphql", "application/json", QUESTION));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void read(String what, Question question) throws InterruptedException {
            // Whoever asks from here on must not get an older one.
            long known = newest.get();
            try {
                var answer = question.ask();
                long revision =
                        answer.headers().firstValueAsLong("Catalogue-Revision").orElse(0);
                if (answer.statusCode() != 200 || new String(answer.body()).contains("\"errors\"")) {
                    failures.add(instance.name() + " " + what + ": " + answer.statusCode());
                } else if (revision < known) {
                    failures.add(instance.name() + " " + what + ": revision " + revision + " after " + known);
                }
                var states = STATE.matcher(new String(answer.body()))
                        .results()
                        .map(state -> state.group(1))
                        .collect(Collectors.toSet());
                for (var state : states) {
                    var before = STATES_SEEN.putIfAbsent(revision, state);
                    if (before != null && !before.equals(state)) {
                        failures.add(instance.name() + " " + what + ": revision " + revision + " holds state " + state
                                + " and state " + before);
                    }
                }
                firstSeen.putIfAbsent(revision, System.nanoTime());
                newest.accumulateAndGet(revision, Math::max);
            } catch (Exception lost) {
                failures.add(instance.name() + " " + what + ": " + lost);
            }
            reads.incrementAndGet();
            Thread.sleep(BETWEEN_READS.toMillis());
        }

        private interface Question {
            HttpResponse<byte[]> ask() throws Exception;
        }
    }
}
