package be.digicatalogue.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.EveryRoute;
import be.digicatalogue.database.DatabaseUrl;
import be.digicatalogue.database.DatabaseUrlSource;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LateDatabaseTest.Late.class)
class LateDatabaseTest extends ApiTest {

    /**
     * A database that exists, is stopped when the service starts, and comes back later on the same port. One address is
     * given, so that what migrates and what serves share a pool.
     */
    public static class Late implements QuarkusTestProfile {

        static final String FOLDER = "late.folder";

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var folder = Files.createTempDirectory("digi-catalogue-late-");
                try (var database = EmbeddedDatabase.start(folder)) {
                    return Map.of(
                            FOLDER,
                            folder.toString(),
                            DatabaseUrlSource.URL,
                            database.ownerUrl(),
                            "catalogue.admin.tokens",
                            Curating.TOKENS);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @ConfigProperty(name = Late.FOLDER)
    String folder;

    @ConfigProperty(name = DatabaseUrlSource.URL)
    String url;

    @Override
    protected void waitForTheCatalogue() {
        // There is none yet: that is what this test is about.
    }

    @Test
    void startedWithoutItsDatabaseItWaitsAndServesWhenItComes() throws Exception {
        given().get("/health").then().statusCode(503).body("status", equalTo("DOWN"));
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/v1/partners")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .header("Cache-Control", equalTo("no-store"));
        given().get("/openapi").then().statusCode(200);
        given().contentType("application/json")
                .body("{\"query\":\"{ partners { totalCount } }\"}")
                .post("/graphql")
                .then()
                .body("errors[0].extensions.code", equalTo("SERVICE_UNAVAILABLE"));
        Curating.curator()
                .get("/admin/v1")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:problem-type:belgif:serviceUnavailable"));
        var statuses = EveryRoute.isAnswered(URI.create("http://localhost:" + RestAssured.port));
        assertTrue(statuses.get(503) > 100, statuses::toString);
        var database = EmbeddedDatabase.start(
                Path.of(folder), DatabaseUrl.parse(url).servers().get(0).port());
        try {
            eventually(() -> given().get("/q/health/ready").statusCode() == 200);
            given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
            given().get("/v1/partners").then().statusCode(200).body("total", equalTo(27));
        } finally {
            database.close();
        }
    }
}
