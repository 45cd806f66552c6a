package be.digicatalogue.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.PackagedService;
import be.digicatalogue.database.PrimaryAndReplica;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL primary with a streaming replica: the end of the primary stops publishing and no read. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ReplicaIT {

    private static final int TRIES = 5;

    @TempDir
    static Path folder;

    private static PrimaryAndReplica database;
    /** Knows both servers. */
    private static PackagedService publisher;
    /** Knows the replica alone. */
    private static PackagedService reader;

    private static int states;

    @BeforeAll
    static void start() throws Exception {
        database = PrimaryAndReplica.start(folder);
        publisher = onBoth("publisher").ready();
        reader = PackagedService.start("reader", database.replicaUrl(), database.replicaOwnerUrl(), folder, Map.of())
                .ready();
    }

    @AfterAll
    static void stop() {
        for (var instance : List.of(publisher, reader)) {
            instance.close();
        }
        database.close();
    }

    /** One story: what comes later needs what came before. */
    @Test
    void theEndOfThePrimaryStopsPublishingAndNoRead() throws Exception {
        assertHealth(publisher, "UP", "primary");
        assertHealth(reader, "UP", "replica");
        publish(publisher);
        refused(reader);

        var reads = new SteadyReads();
        try (var ofPublisher = reads.of(publisher);
                var ofReader = reads.of(reader)) {
            database.killPrimary();
            assertHealth(publisher, "DEGRADED", "replica");
            assertHealth(reader, "UP", "replica");
            refused(publisher);
            try (var restarted = onBoth("restarted").ready()) {
                assertEquals(revision(publisher), revision(restarted));
                assertHealth(restarted, "DEGRADED", "replica");
            }

            database.startPrimary();
            assertHealth(publisher, "UP", "primary");
            publish(publisher);

            database.killPrimary();
            database.promoteReplica();
            assertHealth(publisher, "UP", "primary");
            assertHealth(reader, "UP", "primary");
            publish(reader);
        }
        assertEquals(List.of(), reads.failures());
        System.out.printf("A primary killed twice, a replica promoted: %d reads, none failed%n", reads.count());
    }

    private static PackagedService onBoth(String name) {
        return PackagedService.start(name, database.servingUrl(), database.ownerUrl(), folder, Map.of());
    }

    private static void assertHealth(PackagedService instance, String status, String server) throws Exception {
        var expected = "{\"status\":\"" + status + "\",\"database\":\"" + server + "\"";
        PublishedFacts.eventually(() -> new String(instance.get("/health").body()).startsWith(expected));
    }

    /** Both instances get it, the one on the replica without being notified. */
    private static void publish(PackagedService instance) throws Exception {
        var state = new NumberedState(++states);
        var answer = instance.publish(state.bundle(), state.query()).join();
        for (int i = 0; i < TRIES && answer.statusCode() == 503; i++) {
            // A connection to the replica may be left over for as long as it says.
            Thread.sleep(
                    1_000 * answer.headers().firstValueAsLong("Retry-After").orElseThrow());
            answer = instance.publish(state.bundle(), state.query()).join();
        }
        assertEquals(201, answer.statusCode(), answer.body());
        long published = PublishedFacts.revision(answer);
        for (var other : List.of(publisher, reader)) {
            PublishedFacts.eventually(() -> revision(other) >= published);
        }
    }

    private static void refused(PackagedService instance) throws Exception {
        long before = revision(instance);
        var state = new NumberedState(++states);
        var answer = instance.publish(state.bundle(), state.query()).join();
        assertEquals(503, answer.statusCode(), answer::body);
        assertTrue(answer.body().contains("Only a read-only replica of the database is available"), answer::body);
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
        assertEquals(before, revision(instance));
    }

    private static long revision(PackagedService instance) throws Exception {
        return instance.get("/v1")
                .headers()
                .firstValueAsLong("Catalogue-Revision")
                .orElseThrow();
    }
}
