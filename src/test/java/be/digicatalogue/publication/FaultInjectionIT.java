package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.digicatalogue.PackagedService;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.database.PostgresFaults;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publications are disturbed at moments that chance chooses: processes of the service and of PostgreSQL are killed, files
 * cannot grow. After each fault the newest revision is the old or the new one and whole, history agrees with it, and
 * whatever was acknowledged is there.
 *
 * <p>The environment variable {@code FAULTS_KILLS} says how often the service is killed, 10 times by default, and the rest
 * follows from it; .ci/long has more.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class FaultInjectionIT {

    private static final int KILLS = Integer.parseInt(System.getenv().getOrDefault("FAULTS_KILLS", "10"));
    private static final int DATABASE_KILLS = Math.max(6, KILLS / 5);
    private static final int RACES = Math.max(5, KILLS / 6);

    /** Kills come up to this much later than an undisturbed publication takes, so that some hit after its commit. */
    private static final double LATEST = 1.5;

    /** The part of a publication that writes; the rest reads and checks. */
    private static final double WRITING = 0.3;

    /** Instances that wait to be killed, while those after them start. */
    private static final int WARM = 2;

    private static final Random CHANCE = new Random(2026);

    @TempDir
    static Path folder;

    private static final ArrayDeque<PackagedService> INSTANCES = new ArrayDeque<>();
    private static EmbeddedDatabase database;
    private static PostgresFaults postgres;
    private static PackagedService witness;
    private static PublishedFacts facts;
    private static int instances;
    private static int states;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(folder.resolve("data"));
        postgres = new PostgresFaults(folder.resolve("data"));
        facts = new PublishedFacts(database);
        witness = PackagedService.start("witness", database, folder).ready();
        facts.check(witness);
        while (INSTANCES.size() < WARM) {
            startAnother();
        }
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(PackagedService::kill);
        if (witness != null) {
            witness.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void killsOfTheServiceLoseNothing() throws Exception {
        var counts = new Counts();
        // The first publication of an instance takes longest, and a victim never gets to a second one.
        long usualMillis = publishes(INSTANCES.getFirst().ready());
        INSTANCES.removeFirst().close();
        startAnother();
        int whileWriting = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var victim = INSTANCES.removeFirst().ready();
            Attempt attempt;
            try (var watch = facts.watch()) {
                attempt = new Attempt(victim);
                atAnyMoment(attempt, watch, kill, usualMillis);
                whileWriting += watch.seesWriting() ? 1 : 0;
                victim.kill();
            }
            startAnother();
            facts.forgets(victim);
            var answer = attempt.outcome();
            answer.ifPresent(answered -> assertEquals(201, answered.statusCode(), answered::body));
            counts.add(attempt, answer);
        }
        print("service killed " + KILLS + " times, " + whileWriting + " of them while rows were written", counts);
    }

    @Test
    void killsOfPostgresLoseNothingAndTheServiceRecovers() throws Exception {
        var counts = new Counts();
        var publisher = INSTANCES.getFirst().ready();
        publishes(publisher);
        int whileWriting = 0;
        for (int kill = 0; kill < DATABASE_KILLS; kill++) {
            long usualMillis = publishes(publisher);
            Attempt attempt;
            try (var watch = facts.watch()) {
                attempt = new Attempt(publisher);
                atAnyMoment(attempt, watch, kill, usualMillis);
                whileWriting += watch.seesWriting() ? 1 : 0;
                postgres.kill();
            }
            counts.add(attempt, told(attempt.outcome()));
        }
        publishes(publisher);
        print(
                "PostgreSQL killed " + DATABASE_KILLS + " times, " + whileWriting + " of them while rows were written",
                counts);
    }

    @Test
    void whatCannotBeWrittenIsRefusedAndPublishedWhenThereIsRoomAgain() throws Exception {
        assumeTrue(PostgresFaults.canLimitFiles(), "prlimit is missing");
        var counts = new Counts();
        var publisher = INSTANCES.getFirst().ready();
        // What fails first, the log or a table, depends on how far each has grown.
        var limits = List.of(8L << 10, 1L << 20, 4L << 20);
        for (var bytes : limits) {
            postgres.noFileGrowsBeyond(bytes);
            var attempt = new Attempt(publisher);
            var answer = told(attempt.outcome());
            postgres.filesGrowAgain();
            counts.add(attempt, answer);
            publishes(publisher);
        }
        assertTrue(counts.refused > 0, counts::toString);
        print("files could not grow " + limits.size() + " times", counts);
    }

    @Test
    void ofTwoThatPublishAtOnceNoneOverwritesTheOther() throws Exception {
        var counts = new Counts();
        var other = INSTANCES.getFirst().ready();
        for (int race = 0; race < RACES; race++) {
            var attempts = List.of(new Attempt(witness), new Attempt(other));
            var answers = attempts.stream()
                    .map(attempt -> attempt.outcome().orElseThrow())
                    .toList();
            for (var answer : answers) {
                assertTrue(List.of(201, 409).contains(answer.statusCode()), answer::body);
                assertEquals(
                        answer.statusCode() == 409,
                        answer.headers().firstValue("Retry-After").isPresent());
            }
            assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() == 201), "both were refused");
            var published = facts.check(witness);
            for (int i = 0; i < attempts.size(); i++) {
                assertEquals(answers.get(i).statusCode() == 201, published.contains(attempts.get(i).state));
                counts.count(Optional.of(answers.get(i)), published.contains(attempts.get(i).state));
            }
        }
        print("two published at once " + RACES + " times", counts);
    }

    private static void startAnother() {
        INSTANCES.add(PackagedService.start("instance-" + ++instances, database, folder));
    }

    /** Every other time the moment is one from the beginning of the writing on, which would be hit seldom else. */
    private static void atAnyMoment(Attempt attempt, PublishedFacts.Watch watch, int turn, long usualMillis)
            throws Exception {
        double part = LATEST;
        if (turn % 2 == 1) {
            part = WRITING;
            while (!attempt.answer.isDone() && !watch.seesWriting()) {
                Thread.sleep(1);
            }
        }
        Thread.sleep((long) (CHANCE.nextDouble() * part * usualMillis));
    }

    /** A database that is away ends a publication with an answer that says so; the service itself is well. */
    private static Optional<HttpResponse<String>> told(Optional<HttpResponse<String>> answer) {
        assertTrue(answer.isPresent(), "no answer");
        answer.ifPresent(answered -> assertTrue(
                answered.statusCode() == 201
                        || answered.statusCode() == 503
                                && answered.headers().firstValue("Retry-After").isPresent(),
                answered::body));
        return answer;
    }

    /**
     * Publishes when nothing stands in the way.
     *
     * @return how many milliseconds it took
     */
    private static long publishes(PackagedService service) throws Exception {
        PublishedFacts.eventually(() -> {
            var health = service.get("/health");
            return new String(health.body()).contains("\"UP\"");
        });
        long begin = System.nanoTime();
        var attempt = new Attempt(service);
        var answer = attempt.outcome().orElseThrow();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertEquals(201, answer.statusCode(), answer::body);
        assertEquals(List.of(attempt.state), facts.check(witness));
        return millis;
    }

    private static void print(String fault, Counts counts) {
        System.out.printf(
                Locale.ROOT,
                "Faults: %s: %s. Revision %d, %d acknowledged in all.%n",
                fault,
                counts,
                facts.newest(),
                facts.acknowledgements());
    }

    /** A publication under way. */
    private static final class Attempt {

        private final NumberedState state = new NumberedState(++states);
        private final CompletableFuture<HttpResponse<String>> answer;

        Attempt(PackagedService publisher) {
            answer = publisher.publish(state.bundle(), state.query());
        }

        /** With the end of the answer, or nothing when the connection ended before. */
        Optional<HttpResponse<String>> outcome() {
            try {
                var answered = answer.join();
                if (answered.statusCode() == 201) {
                    facts.acknowledged(answered, state);
                }
                return Optional.of(answered);
            } catch (CompletionException lost) {
                return Optional.empty();
            }
        }
    }

    /** What came of publications. */
    private static final class Counts {

        private int acknowledged;
        private int committedWithoutAnswer;
        private int committedAndToldToLook;
        private int refused;
        private int lostBeforeCommit;

        void add(Attempt attempt, Optional<HttpResponse<String>> answer) throws Exception {
            var published = facts.check(witness);
            assertTrue(
                    published.isEmpty() || published.equals(List.of(attempt.state)),
                    () -> published + " is neither the old nor the new state");
            count(answer, !published.isEmpty());
        }

        void count(Optional<HttpResponse<String>> answer, boolean committed) {
            if (answer.isEmpty()) {
                committedWithoutAnswer += committed ? 1 : 0;
                lostBeforeCommit += committed ? 0 : 1;
            } else if (answer.get().statusCode() == 201) {
                acknowledged++;
            } else {
                committedAndToldToLook += committed ? 1 : 0;
                refused += committed ? 0 : 1;
            }
        }

        @Override
        public String toString() {
            return acknowledged + " acknowledged, " + committedWithoutAnswer + " committed without an answer, "
                    + committedAndToldToLook + " committed and told to look, " + refused + " refused, "
                    + lostBeforeCommit + " ended before the commit";
        }
    }
}
