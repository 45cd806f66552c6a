package be.digicatalogue.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.EmbeddedDatabaseResource;
import be.digicatalogue.Sql;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Changes the database under the running service, hence on an application of its own. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class LivenessTest extends ApiTest {

    public static class OnItsOwn implements QuarkusTestProfile {}

    @Test
    void aCommittedChangeShowsWithinASecondWithoutARestart() throws SQLException {
        int before = get("/v1").getInt("revision");
        var tag = given().get("/v1/voka-offices/voka-gent").header("ETag");
        Sql.commit(
                Sql.server(),
                "UPDATE voka_office SET phone = '+32 9 000 00 00' WHERE id = 'voka-gent'",
                "SELECT publish_revision('A phone number')");
        var committed = Instant.now();
        eventually(
                () -> "+32 9 000 00 00".equals(get("/v1/voka-offices/voka-gent").getString("phone")));
        var took = Duration.between(committed, Instant.now());
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, "took " + took);
        assertEquals(before + 1, get("/v1").getInt("revision"));
        assertEquals(before + 1, ask("{ catalogue { revision } }").getInt("catalogue.revision"));
        given().header("If-None-Match", tag)
                .get("/v1/voka-offices/voka-gent")
                .then()
                .statusCode(200)
                .header("Catalogue-Revision", equalTo(String.valueOf(before + 1)));
    }

    @Test
    void anUncommittedChangeDoesNotShow() throws SQLException {
        int before = get("/v1").getInt("revision");
        try (var connection = Sql.server();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE voka_office SET phone = '+32 9 111 11 11' WHERE id = 'voka-aalst'");
            statement.execute("SELECT publish_revision('Never committed')");
            connection.rollback();
        }
        assertEquals(before, get("/v1").getInt("revision"));
        assertEquals(null, get("/v1/voka-offices/voka-aalst").getString("phone"));
    }

    @Test
    void withoutItsDatabaseEveryReadGoesOnAndItRecoversByItself() throws SQLException {
        var before = get("/v1/partners").getList("items.id");
        EmbeddedDatabaseResource.stopDatabase();
        try {
            eventually(() -> "DEGRADED".equals(given().get("/health").jsonPath().getString("status")));
            given().get("/health").then().statusCode(200).header("Cache-Control", equalTo("no-store"));
            given().get("/q/health/ready").then().statusCode(200);
            assertEquals(before, get("/v1/partners").getList("items.id"));
            assertEquals(27, ask("{ partners { totalCount } }").getInt("partners.totalCount"));
        } finally {
            EmbeddedDatabaseResource.startDatabase();
        }
        eventually(() -> "UP".equals(given().get("/health").jsonPath().getString("status")));

        int revision = get("/v1").getInt("revision");
        Sql.commit(Sql.server(), "SELECT publish_revision('After the outage')");
        eventually(() -> get("/v1").getInt("revision") == revision + 1);
    }
}
