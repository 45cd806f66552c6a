package be.digicatalogue.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.digicatalogue.PackagedService;
import be.digicatalogue.Sql;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.database.PostgresFaults;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each fault of the database means for readers, for the health, for a curator, and afterwards: reads go on, the health
 * and the curator hear the truth in time, and what was not written is not there. Kills are in {@link FaultInjectionIT}, a
 * corrupt data folder in {@code DamagedDatabaseIT}, the loss of a primary in {@link ReplicaIT}.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FaultMatrixIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A curator is told within 5 seconds of the fault; the rest is for a busy machine. */
    private static final Duration TOLD = Duration.ofSeconds(15);

    private static final String NOTHING_WRITTEN = "Nothing was written.";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;
    private static PostgresFaults postgres;
    private static PublishedFacts facts;
    private static PackagedService service;
    private static int states;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(folder.resolve("data"));
        postgres = new PostgresFaults(folder.resolve("data"));
        facts = new PublishedFacts(database);
        service = PackagedService.start("matrix", database, folder).ready();
        publishes();
    }

    @AfterAll
    static void stop() throws IOException {
        if (postgres != null) {
            postgres.goOn();
        }
        if (service != null) {
            service.close();
        }
        if (database != null) {
            database.close();
        }
        if (service != null) {
            assertEquals(List.of(), stackTraces(service));
        }
    }

    /** What was logged with a stack trace. */
    private static List<String> stackTraces(PackagedService service) {
        var lines = service.log().split("\n");
        var traces = new ArrayList<String>();
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].startsWith("\tat ") && lines[i - 1].startsWith("20")) {
                traces.add(lines[i - 1]);
            }
        }
        return traces;
    }

    @Test
    void aServerThatHangsIsNoticedAndTheCuratorIsToldInTime() throws Exception {
        postgres.hang();
        try {
            var publication = publish();
            readsGoOn();
            PublishedFacts.eventually(() -> "away".equals(health("database")));
            assertTrue(publication.millis() < TOLD.toMillis(), () -> publication.millis() + " ms");
            told(publication, 503, "The database does not answer", NOTHING_WRITTEN);
            assertEquals("DEGRADED", health("status"));
            // Now that it is known, the next one is told sooner.
            var next = publish();
            told(next, 503, "The database does not answer", NOTHING_WRITTEN);
            readsGoOn();
        } finally {
            postgres.goOn();
        }
        recovers();
    }

    @Test
    void aServerThatHangsWhileRowsAreWrittenNeverWritesThemLater() throws Exception {
        var publication = publishing(service);
        try (var watch = facts.watch()) {
            while (!publication.isDone() && !watch.seesWriting()) {
                Thread.sleep(1);
            }
            postgres.hang();
        }
        long hungAt = System.nanoTime();
        try {
            var answer = publication.join();
            long millis = (System.nanoTime() - hungAt) / 1_000_000;
            assertTrue(millis < TOLD.toMillis(), () -> millis + " ms");
            // It may have ended before all processes were stopped.
            if (answer.response().statusCode() != 201) {
                told(answer, 503, "The database does not answer", NOTHING_WRITTEN);
            }
            readsGoOn();
        } finally {
            postgres.goOn();
        }
        recovers();
    }

    /** On a disk of its own; FaultInjectionIT limits the size of files instead, which needs no right to mount. */
    @Test
    void aFullDiskIsToldAsSuchUntilThereIsRoomAgain() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=128m,mode=0755", "tmpfs", disk.toString()),
                "no right to mount a small disk (tmpfs) here");
        try (var small = EmbeddedDatabase.start(disk.resolve("data"))) {
            var smallFacts = new PublishedFacts(small);
            try (var full = PackagedService.start("full", small, folder).ready()) {
                smallFacts.check(full);
                var filler = disk.resolve("filler");
                fill(filler);
                var told = publishing(full).join();
                told(told, 503, "The disk of the database is full", NOTHING_WRITTEN);
                assertEquals("full", health(full, "database"));
                assertEquals("DEGRADED", health(full, "status"));
                readsGoOn(full);
                // It looks whether there is room by itself, and there is none yet.
                Thread.sleep(12_000);
                assertEquals("full", health(full, "database"));
                Files.delete(filler);
                PublishedFacts.eventually(() -> "primary".equals(health(full, "database")));
                assertEquals(List.of(), smallFacts.check(full));
                assertEquals(201, publishing(full).join().response().statusCode());
                assertEquals(List.of(), stackTraces(full));
            }
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            var some = new byte[4096];
            while (true) {
                out.write(some);
            }
        } catch (IOException full) {
            assertTrue(full.getMessage().contains("No space left"), full.getMessage());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor() == 0;
    }

    @Test
    void whenAllConnectionsAreTakenACuratorIsToldAndReadsGoOn() throws Exception {
        var waiting = new ArrayList<CompletableFuture<HttpResponse<byte[]>>>();
        try (var holder = Sql.to(database.ownerUrl());
                var sql = holder.createStatement()) {
            holder.setAutoCommit(false);
            sql.execute("LOCK TABLE service_point IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i < 4; i++) {
                waiting.add(CompletableFuture.supplyAsync(() -> curator("/admin/v1/service-points")));
            }
            Thread.sleep(1_000);
            long begin = System.nanoTime();
            var refused = curator("/admin/v1/provinces");
            long millis = (System.nanoTime() - begin) / 1_000_000;
            assertEquals(503, refused.statusCode(), () -> new String(refused.body(), UTF_8));
            assertTrue(detail(refused.body()).startsWith("The database is overloaded"), service::log);
            assertTrue(millis < TOLD.toMillis(), () -> millis + " ms");
            readsGoOn();
            assertEquals("UP", health("status"));
            holder.rollback();
        }
        int answered = 0;
        for (var answer : waiting) {
            answered += answer.join().statusCode() == 200 ? 1 : 0;
        }
        assertTrue(answered > 0, "none of those that had a connection was answered");
        recovers();
    }

    @Test
    void aPasswordThatIsWrongAndACopyThatIsCorruptEndWhenTheyAreRight() throws Exception {
        var superuser = superuser();
        var password = Files.readString(folder.resolve("data/passwords/catalogue_server"));
        execute(superuser, "ALTER ROLE catalogue_server PASSWORD 'changed'");
        Files.createDirectories(folder.resolve("corrupt"));
        Files.writeString(folder.resolve("corrupt/catalogue.copy"), "nothing that was ever written");
        try (var corrupt = PackagedService.start("corrupt", database, folder)) {
            execute(
                    superuser,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'catalogue_server'");
            PublishedFacts.eventually(() -> "DEGRADED".equals(health("status")));
            assertEquals("away", health("database"));
            told(publish(), 503, "The database is unavailable", NOTHING_WRITTEN);
            readsGoOn();
            var down = corrupt.get("/health");
            assertEquals(503, down.statusCode());
            assertEquals("DOWN", JSON.readTree(down.body()).get("status").asText());
            execute(superuser, "ALTER ROLE catalogue_server PASSWORD '" + password + "'");
            recovers();
            PublishedFacts.eventually(() -> corrupt.get("/health").statusCode() == 200);
            assertEquals(List.of(), stackTraces(corrupt));
        }
    }

    @Test
    void whatIsPublishedAndCannotBeServedYetSaysSo() throws Exception {
        // Only a swap reads the history.
        execute(superuser(), "REVOKE SELECT ON change FROM catalogue_server");
        try {
            var late = publish();
            assertEquals(201, late.response().statusCode(), late.response()::body);
            var body = JSON.readTree(late.response().body());
            assertFalse(body.get("served").asBoolean());
            var headers = late.response().headers();
            assertEquals(
                    body.get("revision").asText(),
                    headers.firstValue("Catalogue-Revision-At-Least").orElseThrow());
            assertEquals(
                    body.get("revision").asLong() - 1,
                    headers.firstValueAsLong("Catalogue-Revision").orElseThrow());
            facts.acknowledged(late.response(), late.state());
            assertTrue(metrics().contains("catalogue_served 0.0"));
        } finally {
            execute(superuser(), "GRANT SELECT ON change TO catalogue_server");
        }
        recovers();
    }

    /** As on a disk that stalls: PostgreSQL stands still for most of the time, but answers in between. */
    @Test
    void aServerThatIsSlowIsWaitedFor() throws Exception {
        var stalls = new Stalls();
        stalls.start();
        Told slow;
        try {
            slow = publish();
            readsGoOn();
            assertEquals("UP", health("status"));
        } finally {
            stalls.stopping = true;
            stalls.join();
        }
        assertTrue(stalls.count > 1, "PostgreSQL never stood still");
        assertEquals(201, slow.response().statusCode(), slow.response()::body);
        facts.acknowledged(slow.response(), slow.state());
        recovers();
    }

    private static final class Stalls extends Thread {

        private static final Duration STANDING_STILL = Duration.ofMillis(400);
        private static final Duration GOING_ON = Duration.ofMillis(100);

        private volatile boolean stopping;
        private int count;

        @Override
        public void run() {
            try {
                for (; !stopping; count++) {
                    postgres.hang();
                    Thread.sleep(STANDING_STILL.toMillis());
                    postgres.goOn();
                    Thread.sleep(GOING_ON.toMillis());
                }
            } catch (IOException | InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        }
    }

    @Test
    void aCopyThatCannotBeKeptIsToldToTheOperatorAndKeptAgainWhenItCan() throws Exception {
        PublishedFacts.eventually(() -> metrics().contains("catalogue_kept 1.0"));
        var inTheWay = Files.createDirectory(folder.resolve("matrix/catalogue.copy.new"));
        publishes();
        PublishedFacts.eventually(() -> metrics().contains("catalogue_kept 0.0"));
        readsGoOn();
        assertEquals("UP", health("status"));
        Files.delete(inTheWay);
        PublishedFacts.eventually(() -> metrics().contains("catalogue_kept 1.0"));
        assertTrue(metrics().contains("catalogue_served 1.0"));
    }

    private static String metrics() throws IOException, InterruptedException {
        return new String(service.get("/q/metrics").body(), UTF_8);
    }

    private static String superuser() throws IOException {
        return "postgresql://postgres:" + Files.readString(folder.resolve("data/passwords/postgres")) + "@127.0.0.1:"
                + database.port() + "/catalogue";
    }

    private static void execute(String address, String statement) throws SQLException {
        try (var connection = Sql.to(address);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** @param millis how long it took */
    private record Told(HttpResponse<String> response, NumberedState state, long millis) {}

    private static CompletableFuture<Told> publishing(PackagedService service) {
        var state = new NumberedState(++states);
        long begin = System.nanoTime();
        return service.publish(state.bundle(), state.query() + "&lang=en")
                .thenApply(response -> new Told(response, state, (System.nanoTime() - begin) / 1_000_000));
    }

    private static Told publish() {
        return publishing(service).join();
    }

    private static void publishes() throws Exception {
        var told = publish();
        assertEquals(201, told.response().statusCode(), told.response()::body);
        var body = JSON.readTree(told.response().body());
        // A busy machine may need longer to serve it; PublicationTest sees that it usually does not.
        var says = body.get("served").asBoolean() ? "Catalogue-Revision" : "Catalogue-Revision-At-Least";
        assertEquals(
                List.of(body.get("revision").asText()),
                told.response().headers().allValues(says));
        facts.acknowledged(told.response(), told.state());
        facts.check(service);
    }

    private static void told(Told told, int status, String... sentences) throws IOException {
        assertEquals(status, told.response().statusCode(), told.response()::body);
        assertTrue(told.response().headers().firstValue("Retry-After").isPresent());
        var detail = detail(told.response().body().getBytes(UTF_8));
        for (var sentence : sentences) {
            assertTrue(detail.contains(sentence), detail);
        }
    }

    private static String detail(byte[] problem) throws IOException {
        return JSON.readTree(problem).get("detail").asText();
    }

    private static void readsGoOn() throws Exception {
        readsGoOn(service);
    }

    private static void readsGoOn(PackagedService service) throws Exception {
        assertEquals(200, service.get("/v1/partners?province=limburg").statusCode());
        assertEquals(200, service.get("/q/health/ready").statusCode());
    }

    /** What was refused is not there, and the next publication is served. */
    private static void recovers() throws Exception {
        PublishedFacts.eventually(() -> "UP".equals(health("status")));
        facts.check(service);
        publishes();
    }

    private static String health(String property) throws IOException, InterruptedException {
        return health(service, property);
    }

    private static String health(PackagedService service, String property) throws IOException, InterruptedException {
        JsonNode health = JSON.readTree(service.get("/health").body());
        return health.get(property).asText();
    }

    private static HttpResponse<byte[]> curator(String path) {
        try {
            return service.get(path, "Authorization", "Bearer " + Curating.PUBLISHER, "Accept-Language", "en");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
