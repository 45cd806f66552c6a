package be.digicatalogue.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.digicatalogue.PackagedService;
import be.digicatalogue.Sql;
import be.digicatalogue.database.DatabaseUrl;
import be.digicatalogue.database.EmbeddedDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two releases on one database: during a rolling upgrade, and on the way back from it, every instance serves on and publishes,
 * and all of them serve what any of them published.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RollingUpgradeIT {

    /** Written by {@code .ci/release-before} when the release before has been built. */
    private static final Path COMMIT_BEFORE = Path.of("target/release-before/commit");

    private static final Path JAR_BEFORE = Path.of("target/release-before/target/quarkus-app/quarkus-run.jar");

    /** The release before stops on the schema of this one without it. Releases from this one on have it built in. */
    private static final Map<String, String> ON_A_LATER_SCHEMA =
            Map.of("QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS", "*:future");

    private static final String POINT = "/v1/service-points/aalst-digipunt";
    private static final String FIRST_NAME = "Digipunt Aalst";

    @TempDir
    Path folder;

    private final SteadyReads reads = new SteadyReads();
    private final Map<PackagedService, SteadyReads.OfInstance> serving = new LinkedHashMap<>();
    private final List<Long> acknowledged = new ArrayList<>();
    private int names;

    @BeforeEach
    void begin() {
        acknowledged.add(1L);
    }

    @Test
    void thisReleaseServesAndPublishesOnTheSchemaOfALaterOne() throws Exception {
        try (var database = EmbeddedDatabase.start(folder.resolve("database"))) {
            var running = join(PackagedService.start("running", database, folder));
            publishThrough(running);
            migrateToALaterRelease(database);
            publishAsALaterRelease(database);
            awaitName("Later");

            long revision = publishThrough(running);
            var joined = join(PackagedService.start("joined", database, folder));
            publishThrough(joined);
            publishThrough(running);

            var changes = joined.curate("GET", "/admin/v1/publications/3", "");
            assertEquals(200, changes.statusCode(), changes::body);
            assertTrue(changes.body().contains("\"table\":\"service-points\""), changes::body);
            assertFalse(changes.body().contains("accessibility"), changes::body);
            assertTrue(changes.body().contains("\"total\":1,"), changes::body);
            restoreThrough(joined, revision, "");
            editThrough(joined);

            assertEquals(
                    List.of("t first 3"),
                    rows(
                            database,
                            "SELECT concat_ws(' ', step_free, floor, visits) FROM accessibility"
                                    + " JOIN service_point ON id = service_point WHERE id = 'aalst-digipunt'"));
            end(database);
        }
    }

    @Test
    void theReleaseBeforeAndThisOneServeAndPublishOnOneDatabase() throws Exception {
        assumeTrue(
                Files.exists(COMMIT_BEFORE),
                "Not run: the release before is missing. .ci/release-before builds it from the history of the repository.");
        try (var database = EmbeddedDatabase.start(folder.resolve("database"))) {
            var before = join(PackagedService.startRelease(JAR_BEFORE, "before", database, folder, Map.of()));
            publishThrough(before);

            // The upgrade: this one migrates the schema while the other one serves.
            var after = join(PackagedService.start("after", database, folder));
            publishThrough(before);
            publishThrough(after);
            publishNameOfAntwerpThrough(after);
            publishThrough(before);
            publishThrough(after);
            leave(before);
            publishThrough(after);

            // The way back: the data folders stay, as volumes of containers do.
            leave(after);
            var again = join(PackagedService.startRelease(JAR_BEFORE, "after", database, folder, ON_A_LATER_SCHEMA));
            publishThrough(again);

            after = join(PackagedService.start("before", database, folder));
            publishThrough(again);
            publishThrough(after);
            assertTrue(text(after.get("/v1/municipalities/11002")).contains("Anvers"));
            restoreThrough(after, 1, "&confirmRemovals=1");
            end(database);
        }
    }

    /** Waits until an instance serves; from then on none of its answers may fail. */
    private PackagedService join(PackagedService instance) throws InterruptedException {
        serving.put(instance.ready(), reads.of(instance));
        return instance;
    }

    private void leave(PackagedService instance) throws InterruptedException {
        serving.remove(instance).close();
        instance.close();
    }

    private void end(EmbeddedDatabase database) throws Exception {
        for (var instance : List.copyOf(serving.keySet())) {
            leave(instance);
        }
        assertEquals(List.of(), reads.failures());
        assertEquals(
                acknowledged.stream().map(String::valueOf).toList(),
                rows(database, "SELECT number FROM revision ORDER BY number"));
        System.out.printf(
                "Two releases on one database: %d publications, %d reads, none failed%n",
                acknowledged.size() - 1, reads.count());
    }

    /** Publishes the whole dataset of an instance with another name of one point. */
    private long publishThrough(PackagedService instance) throws Exception {
        var name = FIRST_NAME + " " + ++names;
        var bundle = edited(
                instance.get("/v1/dataset.zip").body(),
                "service-points.csv",
                rows -> rows.replaceFirst("(?m)^(aalst-digipunt,[^,]*,)[^,]*", "$1" + name));
        long revision = acknowledged(instance.publish(bundle, "reason=" + names).join());
        awaitName(name);
        return revision;
    }

    /** In a table that the release before does not know. */
    private void publishNameOfAntwerpThrough(PackagedService instance) throws Exception {
        var bundle = edited(
                instance.get("/v1/dataset.zip").body(),
                "municipality-names.csv",
                rows -> rows + "11002,fr,Anvers,,https://example.org\n");
        long revision = acknowledged(instance.publish(bundle, "reason=Antwerp").join());
        for (var each : serving.keySet()) {
            PublishedFacts.eventually(() -> revision(each) >= revision);
        }
        assertTrue(text(instance.get("/v1/municipalities/11002")).contains("Anvers"));
    }

    private void restoreThrough(PackagedService instance, long revision, String parameters) throws Exception {
        var name = revision == 1 ? FIRST_NAME : FIRST_NAME + " " + (revision - 1);
        acknowledged(instance.curate(
                "POST", "/admin/v1/publications/" + revision + "/restore?reason=Restore" + parameters, ""));
        awaitName(name);
    }

    private void editThrough(PackagedService instance) throws Exception {
        var address = "/admin/v1/service-points/aalst-digipunt";
        var known = instance.curate("GET", address, "");
        assertEquals(200, known.statusCode(), known::body);
        var edited = instance.curate(
                "PATCH",
                address + "?reason=Edit",
                "{\"name\":\"Edited\"}",
                "If-Match",
                known.headers().firstValue("ETag").orElseThrow(),
                "Content-Type",
                "application/merge-patch+json");
        assertEquals(200, edited.statusCode(), edited::body);
        acknowledged.add(acknowledged.size() + 1L);
        awaitName("Edited");
    }

    private long acknowledged(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer::body);
        acknowledged.add(acknowledged.size() + 1L);
        return acknowledged.size();
    }

    /** Waits until every instance serves a name of the point. */
    private void awaitName(String name) throws Exception {
        for (var instance : serving.keySet()) {
            PublishedFacts.eventually(() -> text(instance.get(POINT)).contains("\"name\":\"" + name + "\""));
        }
    }

    private static void migrateToALaterRelease(EmbeddedDatabase database) {
        var owner = DatabaseUrl.parse(database.ownerUrl());
        var migrated = Flyway.configure()
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password().orElseThrow())
                .locations("classpath:db/migration", "classpath:later-release")
                .placeholders(Map.of(
                        "servingRole", DatabaseUrl.parse(database.servingUrl()).user()))
                .load()
                .migrate();
        assertEquals(1, migrated.migrationsExecuted);
    }

    private void publishAsALaterRelease(EmbeddedDatabase database) throws SQLException {
        Sql.commit(
                Sql.to(database.servingUrl()),
                "INSERT INTO accessibility VALUES ('aalst-digipunt', true)",
                "UPDATE service_point SET name = 'Later', floor = 'first', visits = 3 WHERE id = 'aalst-digipunt'",
                "SELECT publish_revision('Later')");
        acknowledged.add(acknowledged.size() + 1L);
        names++;
    }

    private static List<String> rows(EmbeddedDatabase database, String query) throws SQLException {
        var rows = new ArrayList<String>();
        try (var sql = Sql.to(database.ownerUrl());
                var result = sql.createStatement().executeQuery(query)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    private static long revision(PackagedService instance) throws Exception {
        return instance.get("/v1")
                .headers()
                .firstValueAsLong("Catalogue-Revision")
                .orElseThrow();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }

    private interface FileEdit {
        String of(String content);
    }

    private static byte[] edited(byte[] bundle, String file, FileEdit edit) throws IOException {
        var edited = new ByteArrayOutputStream();
        boolean found = false;
        try (var from = new ZipInputStream(new ByteArrayInputStream(bundle));
                var to = new ZipOutputStream(edited)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                var content = from.readAllBytes();
                boolean meant = entry.getName().equals(file);
                to.write(meant ? edit.of(new String(content, UTF_8)).getBytes(UTF_8) : content);
                found |= meant;
            }
        }
        assertTrue(found, file);
        return edited.toByteArray();
    }
}
