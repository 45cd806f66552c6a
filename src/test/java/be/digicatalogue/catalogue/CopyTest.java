package be.digicatalogue.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.EveryRoute;
import be.digicatalogue.database.DatabaseUrlSource;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.history.Change;
import be.digicatalogue.history.ChangedValues;
import be.digicatalogue.history.Changes;
import be.digicatalogue.history.PublishedRevision;
import be.digicatalogue.publication.Curating;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.ReviewPeriods;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restarted while the database is away, the service goes on from the copy of the last revision on its disk. */
@QuarkusTest
@TestProfile(CopyTest.WithoutDatabase.class)
class CopyTest extends ApiTest {

    private static final Change CHANGE = new Change(
            7,
            "0123456789abcdef",
            1,
            Instant.parse("2026-11-20T10:00:00.123456Z"),
            RecordKind.SERVICE_POINTS,
            "aalst-digipunt",
            Change.Kind.CHANGED,
            List.of("phone"),
            new ChangedValues("{\"phone\":\"+32 1\"}", "{}"));

    private static final Catalogue SEVENTH = new Catalogue(
            new Revision(7, "0123456789abcdef", Instant.parse("2026-11-20T10:00:00.123456Z")),
            BundledDataset.read(),
            Changes.NONE.and(List.of(new PublishedRevision(
                    7, "0123456789abcdef", Instant.parse("2026-11-20T10:00:00.123456Z"), "Seven", List.of(CHANGE)))),
            ReviewPeriods.usual());

    public static class WithoutDatabase implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try (var socket = new ServerSocket(0)) {
                var folder = Files.createTempDirectory("digi-catalogue-copy-");
                new CopyOnDisk(folder).keep(SEVENTH);
                var nobody = "postgresql://nobody:nothing@127.0.0.1:" + socket.getLocalPort() + "/nothing";
                var settings = new HashMap<>(Map.of("catalogue.admin.tokens", Curating.TOKENS));
                settings.put("catalogue.copy", "true");
                settings.put("catalogue.data-folder", folder.toString());
                settings.put(DatabaseUrlSource.URL, nobody);
                settings.put(DatabaseUrlSource.OWNER_URL, nobody);
                return settings;
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Test
    void itServesTheLastRevisionAndSaysSinceWhenItIsDegraded() {
        rest().get("/health")
                .then()
                .statusCode(200)
                .body("status", equalTo("DEGRADED"))
                .body("since", notNullValue());
        assertEquals(7, get("/v1").getInt("revision"));
        assertEquals(27, get("/v1/partners").getInt("total"));
        assertEquals(110, ask("{ servicePoints { totalCount } }").getInt("servicePoints.totalCount"));
        given().get("/v1/dataset.zip").then().statusCode(200);
    }

    @Test
    void nothingCanBePublishedUntilTheDatabaseIsBack() {
        Curating.curator()
                .contentType("application/zip")
                .body(given().get("/v1/dataset.zip").asByteArray())
                .post("/admin/v1/publications?reason=Test")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
        Curating.curator().get("/admin/v1/publications").then().statusCode(503);
    }

    @Test
    void withoutItsDatabaseEveryRouteAnswersInItsForm() throws Exception {
        var statuses = EveryRoute.isAnswered(URI.create("http://localhost:" + RestAssured.port));
        assertTrue(statuses.get(200) > 100 && statuses.get(503) > 10, statuses::toString);
    }

    @Test
    void aCopyThatIsDamagedAnywhereIsNotServed(@TempDir Path folder) throws IOException {
        var copy = new CopyOnDisk(folder);
        assertTrue(copy.read(ReviewPeriods.usual()).isEmpty());
        copy.keep(SEVENTH);
        assertEquals(
                new Revision(7, "0123456789abcdef", Instant.parse("2026-11-20T10:00:00.123456Z")),
                copy.read(ReviewPeriods.usual()).orElseThrow().revision());
        assertEquals(
                SEVENTH.changes().revisions(),
                copy.read(ReviewPeriods.usual()).orElseThrow().changes().revisions());
        var file = folder.resolve("catalogue.copy");
        var whole = Files.readAllBytes(file);
        for (int at : new int[] {0, 100, whole.length / 2, whole.length - 40, whole.length - 1}) {
            var damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertTrue(copy.read(ReviewPeriods.usual()).isEmpty(), "byte " + at);
        }
        for (int length : new int[] {0, 10, 32, whole.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertTrue(copy.read(ReviewPeriods.usual()).isEmpty(), "length " + length);
        }
        copy.keep(SEVENTH);
        assertTrue(copy.read(ReviewPeriods.usual()).isPresent());
    }
}
