package be.digicatalogue.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.PackagedService;
import be.digicatalogue.Sql;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where PostgreSQL does not start, or does not let the service in, the copy of the last revision is served. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DamagedDatabaseIT {

    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOLD = Pattern.compile("trying again until it can: (.*)");

    @TempDir
    static Path folder;

    /** Made once, with two revisions; each test works on a copy. */
    private static Path made;

    @BeforeAll
    static void publishTwice() throws Exception {
        made = folder.resolve("made");
        try (var service = PackagedService.start("made", folder).ready()) {
            eventually(service, () -> Files.exists(made.resolve("catalogue.copy")));
            var owner = "postgresql://catalogue_owner:" + Files.readString(made.resolve("passwords/catalogue_owner"))
                    + "@127.0.0.1:" + port(made) + "/catalogue";
            Sql.commit(
                    Sql.to(owner),
                    "UPDATE voka_office SET phone = '+32 9 000 00 00' WHERE id = 'voka-gent'",
                    "SELECT publish_revision('A phone number')");
            eventually(service, () -> revision(service) == 2);
            // The copy is written after the swap.
            eventually(service, () -> !Files.exists(made.resolve("catalogue.copy.new")));
            Thread.sleep(500);
        }
    }

    @Test
    void whateverKeepsPostgresqlFromStartingTheCopyServesUntilItIsPutRight() throws Exception {
        var data = copyOfMade("damaged");
        var cluster = data.resolve("postgresql");
        var control = cluster.resolve("global/pg_control");
        var version = cluster.resolve("PG_VERSION");
        var password = data.resolve("passwords/postgres");

        var wholeControl = Files.readAllBytes(control);
        Files.write(control, new byte[wholeControl.length]);
        try (var service = PackagedService.start("damaged", folder)) {
            service.address();
            eventually(service, () -> status(service).equals("DEGRADED"));
            servesTheCopy(service);
            told(service, "PostgreSQL could not start on the data folder .*");

            // The next damage is done before the one before is mended, so that no try finds a folder that is whole.
            Files.delete(version);
            Files.write(control, wholeControl);
            told(service, "The data folder .* cannot be used: .*PG_VERSION is not there\\.");

            var somebodys = Files.readString(password);
            Files.writeString(password, "somebody else's");
            Files.writeString(version, "17\n");
            told(service, "PostgreSQL could not prepare the data folder .*: FATAL: password authentication failed .*");

            Files.move(cluster, data.resolve("moved"));
            Files.writeString(password, somebodys);
            told(service, "The data folder .* has lost its database and holds only the copy .*");
            assertFalse(Files.exists(cluster), "a database was made in the place of the one that is lost");

            Files.createFile(cluster);
            Files.setPosixFilePermissions(data.resolve("moved"), PosixFilePermissions.fromString("rwxr-xr-x"));
            told(service, "The data folder .* cannot be used: .*");
            Files.delete(cluster);
            Files.move(data.resolve("moved"), cluster);
            told(service, "PostgreSQL could not start on the data folder .* invalid permissions.*");
            servesTheCopy(service);

            Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwx------"));
            eventually(service, () -> status(service).equals("UP"));
            assertEquals(2, revision(service));
            assertEquals(200, curator(service).statusCode());
            saysItInSentences(service);
        }
    }

    @Test
    void aPortThatIsTakenMeanwhileIsLeftToWhoHasIt() throws Exception {
        var data = copyOfMade("moving");
        try (var service = PackagedService.start("moving", folder).ready()) {
            eventually(service, () -> status(service).equals("UP"));
            int port = port(data);
            var control = data.resolve("postgresql/global/pg_control");
            Files.move(control, data.resolve("pg_control"));
            new PostgresFaults(data).kill();
            told(service, "PostgreSQL could not start on the data folder .*");
            try (var taken = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                servesTheCopy(service);
                Files.move(data.resolve("pg_control"), control);
                eventually(service, () -> status(service).equals("UP"));
                assertEquals(200, curator(service).statusCode());
            }
        }
    }

    @Test
    void withoutACopyItEndsWithOneSentence() throws Exception {
        var data = copyOfMade("ending");
        Files.delete(data.resolve("catalogue.copy"));
        Files.delete(data.resolve("postgresql/global/pg_control"));
        try (var service = PackagedService.start("ending", folder)) {
            assertEquals(1, service.ended());
            assertTrue(
                    service.log().matches("PostgreSQL could not start on the data folder .*pg_control.*\\."),
                    service::log);
        }
    }

    @Test
    void aSecondServiceOnAFolderEndsAlsoWithACopy() throws Exception {
        var data = copyOfMade("shared");
        try (var first = EmbeddedDatabase.start(data);
                var second = PackagedService.start("shared", folder)) {
            assertEquals(1, second.ended());
            assertTrue(second.log().matches("The data folder .* is in use by another Digi Catalogue .*"), second::log);
            assertTrue(first.port() > 0);
        }
    }

    @Test
    void anExternalDatabaseThatDoesNotLetItInOrIsEmptyIsNotTakenForItsOwn() throws Exception {
        var external = copyOfMade("external-database");
        Files.createDirectory(folder.resolve("external"));
        Files.copy(made.resolve("catalogue.copy"), folder.resolve("external/catalogue.copy"));
        try (var database = EmbeddedDatabase.start(external)) {
            var superuser = "postgresql://postgres:" + Files.readString(external.resolve("passwords/postgres"))
                    + "@127.0.0.1:" + database.port() + "/postgres";
            var server = "postgresql://catalogue_server:changed@127.0.0.1:" + database.port() + "/elsewhere";
            var owner = database.ownerUrl().replaceFirst("/catalogue$", "/elsewhere");
            try (var service = PackagedService.start("external", server, owner, folder, Map.of())) {
                service.address();
                eventually(service, () -> status(service).equals("DEGRADED"));
                servesTheCopy(service);
                told(service, ".*password authentication failed for user \"catalogue_server\".*");

                execute(superuser, "ALTER ROLE catalogue_server PASSWORD 'changed'");
                told(service, ".*database \"elsewhere\" does not exist.*");

                execute(superuser, "CREATE DATABASE elsewhere OWNER catalogue_owner");
                told(service, "The database holds no catalogue, but there is a copy of one in .*");
                servesTheCopy(service);

                execute(superuser, "DROP DATABASE elsewhere WITH (FORCE)");
                execute(superuser, "CREATE DATABASE elsewhere TEMPLATE catalogue OWNER catalogue_owner");
                eventually(service, () -> status(service).equals("UP"));
                assertEquals(2, revision(service));
                saysItInSentences(service);
            }
        }
    }

    /** Outside a transaction, as databases are made. */
    private static void execute(String address, String statement) throws SQLException {
        try (var connection = Sql.to(address);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void servesTheCopy(PackagedService service) throws Exception {
        var partners = service.get("/v1/partners?province=limburg");
        assertEquals(200, partners.statusCode());
        assertTrue(json(partners.body()).get("total").asInt() > 0);
        assertEquals(2, revision(service));
        assertEquals(
                "+32 9 000 00 00",
                json(service.get("/v1/voka-offices/voka-gent").body())
                        .get("phone")
                        .asText());
        assertEquals("DEGRADED", status(service));
        assertEquals(200, service.get("/q/health/ready").statusCode());
        var curator = curator(service);
        assertEquals(503, curator.statusCode());
        assertEquals(
                "application/problem+json",
                curator.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(
                json(curator.body()).get("detail").asText().startsWith("The database is unavailable"),
                () -> new String(curator.body(), UTF_8));
    }

    private static java.net.http.HttpResponse<byte[]> curator(PackagedService service) throws Exception {
        return service.get(
                "/admin/v1/publications", "Authorization", "Bearer " + be.digicatalogue.publication.Curating.PUBLISHER);
    }

    /** Waits until the log gives a reason. */
    private static void told(PackagedService service, String reason) throws InterruptedException {
        eventually(service, () -> reasons(service).anyMatch(told -> told.matches(reason)));
    }

    private static Stream<String> reasons(PackagedService service) {
        return TOLD.matcher(service.log()).results().map(told -> told.group(1));
    }

    private static void saysItInSentences(PackagedService service) {
        assertFalse(service.log().contains("\tat "), service::log);
        assertFalse(service.log().contains(" ERROR "), service::log);
        // Each reason when it is new, not at each try.
        var told = reasons(service).toList();
        for (int i = 1; i < told.size(); i++) {
            assertFalse(told.get(i).equals(told.get(i - 1)), told::toString);
        }
    }

    private static String status(PackagedService service) {
        return json(get(service, "/health")).get("status").asText();
    }

    private static int revision(PackagedService service) {
        return json(get(service, "/v1")).get("revision").asInt();
    }

    private static byte[] get(PackagedService service, String path) {
        try {
            return service.get(path).body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new IllegalStateException(new String(body, UTF_8), e);
        }
    }

    private static int port(Path data) throws IOException {
        return Integer.parseInt(
                Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3));
    }

    private static Path copyOfMade(String name) throws IOException {
        var copy = folder.resolve(name);
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : (List<Path>) files.toList()) {
                Files.copy(file, copy.resolve(made.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private static void eventually(PackagedService service, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("it did not become true within " + LONGEST_WAIT_SECONDS + " seconds:\n" + service.log());
            }
            Thread.sleep(50);
        }
    }
}
