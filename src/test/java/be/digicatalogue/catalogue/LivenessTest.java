package be.digicatalogue.catalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.EmbeddedDatabaseResource;
import be.digicatalogue.Sql;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.hours.OrdinaryDays;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** Changes the database under the running service, hence on an application of its own. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
public class LivenessTest extends ApiTest {

    public static class OnItsOwn implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.vertx.max-event-loop-execute-time", "100ms");
        }
    }

    @Test
    void aCommittedChangeIsNotifiedAndShowsWithoutARestart() throws SQLException {
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
        // Who missed the notification looks every ten seconds.
        assertTrue(took.compareTo(Duration.ofSeconds(8)) < 0, "took " + took);
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
    void anExceptionReplacesTheUsualHoursOnItsDays() throws SQLException {
        verifyHours();
        var monday = OrdinaryDays.next(DayOfWeek.MONDAY);
        Sql.commit(Sql.server(), """
                INSERT INTO opening_exception (service_point, valid_from, valid_to, hours, remark_nl, remark_en, urls)
                VALUES ('harelbeke-huis-van-welzijn', '%s', '%s', 'off', 'Verhuis.', 'Moving.',
                        ARRAY['https://example.org'])""".formatted(monday, monday), "SELECT publish_revision('Closed for a day')");
        eventually(() -> get("/v1/service-points/harelbeke-huis-van-welzijn").get("openingExceptions") != null);
        var point = get("/v1/service-points/harelbeke-huis-van-welzijn?lang=en");
        assertEquals(monday.toString(), point.getString("openingExceptions[0].validFrom"));
        assertEquals("Moving.", point.getString("openingExceptions[0].remark"));
        assertEquals("https://example.org", point.getString("openingExceptions[0].evidence[0].url"));
        var then = get("/v1/service-points?q=huis%20van%20welzijn%20harelbeke&openAt=" + monday + "T14:00&lang=en");
        assertEquals(0, then.getInt("total"));
        var opening = then.<String, String>getMap("alternatives[0].items[0].opening");
        assertEquals("closed", opening.get("state"));
        assertEquals("Moving.", opening.get("why"));
        assertTrue(OffsetDateTime.parse(opening.get("opensAt")).toLocalDate().isAfter(monday));
        assertEquals(
                1,
                get("/v1/service-points?q=huis%20van%20welzijn%20harelbeke&openAt=" + opening.get("opensAt"))
                        .getInt("total"));
    }

    @Test
    void hoursThatCannotBeReadAreUnknownAndHarmNothingElse() throws SQLException {
        Sql.commit(
                Sql.server(),
                "UPDATE service_point SET opening_hours = 'whenever we feel like it' WHERE id = 'torhout-t-centrum'",
                hoursOfToday("torhout-t-centrum"),
                "SELECT publish_revision('Not the syntax of OpenStreetMap')");
        eventually(() -> "whenever we feel like it"
                .equals(get("/v1/service-points/torhout-t-centrum").getString("openingHours")));
        var point = get("/v1/service-points/torhout-t-centrum?lang=en");
        assertEquals(Map.of("state", "unknown", "why", "The opening hours are not clear."), point.getMap("opening"));
        assertNull(point.get("openingHoursText"));
    }

    @Test
    void anAnswerIsKeptNoLongerThanUntilAPointOpens() throws SQLException {
        var before = get("/v1/service-points/torhout-bibliotheek").getString("openingHours");
        var opens = ZonedDateTime.now(Belgium.ZONE).plusMinutes(3).truncatedTo(ChronoUnit.MINUTES);
        var hours =
                "Mo-Su,PH " + opens.toLocalTime() + "-" + opens.toLocalTime().plusHours(1);
        Sql.commit(
                Sql.server(),
                "UPDATE service_point SET opening_hours = '" + hours + "' WHERE id = 'torhout-bibliotheek'",
                hoursOfToday("torhout-bibliotheek"),
                "SELECT publish_revision('Opens in a moment')");
        eventually(
                () -> hours.equals(get("/v1/service-points/torhout-bibliotheek").getString("openingHours")));
        try {
            answersAreKeptUntil(opens);
        } finally {
            // Other tests ask what is open at hours that may be these.
            Sql.commit(
                    Sql.server(),
                    "UPDATE service_point SET opening_hours = " + (before == null ? "NULL" : "'" + before + "'")
                            + " WHERE id = 'torhout-bibliotheek'",
                    "SELECT publish_revision('As before')");
            eventually(() ->
                    !hours.equals(get("/v1/service-points/torhout-bibliotheek").getString("openingHours")));
        }
    }

    private static void answersAreKeptUntil(ZonedDateTime opens) {
        var tomorrow = opens.toLocalDateTime().plusDays(1);
        for (var address : List.of(
                "/v1/service-points/torhout-bibliotheek",
                "/v1/service-points?q=torhout",
                "/v1/service-points?openNow=true&q=antwerpen",
                "/v1/service-points?pageSize=1&facets=opening",
                "/v1/guide?postalCode=8820",
                address("{ servicePoint(id: \"torhout-bibliotheek\") { opening { state } } }"),
                address("{ servicePoints(q: \"torhout\") { nodes { opening { opensAt } } } }"),
                address("{ servicePoints(openNow: true, q: \"antwerpen\") { totalCount } }"),
                address("{ servicePoints(facets: \"opening\", first: 1) { totalCount } }"),
                address("{ guide(postalCode: \"8820\") { servicePoints { opening { state } } } }"))) {
            var answer = given().urlEncodingEnabled(false).get(address);
            long left = Duration.between(Instant.now(), opens.toInstant()).toSeconds() + 1;
            var ages = Pattern.compile("=(\\d+)")
                    .matcher(answer.header("Cache-Control"))
                    .results()
                    .mapToLong(age -> Long.parseLong(age.group(1)))
                    .toArray();
            assertEquals(3, ages.length);
            assertTrue(
                    ages[0] <= left && ages[0] + ages[1] <= left && ages[0] + ages[2] <= left,
                    address + " " + answer.header("Cache-Control") + " left " + left);
            assertEquals(
                    answer.header("ETag"),
                    given().urlEncodingEnabled(false).get(address).header("ETag"));
        }
        for (var address : List.of(
                "/v1/service-points?openAt=" + tomorrow + "&q=torhout",
                address("{ servicePoint(id: \"torhout-bibliotheek\") { name } }"),
                address("{ servicePoints(openAt: \"" + tomorrow + "\", q: \"torhout\") { totalCount } }"),
                address("{ guide(postalCode: \"8820\") { servicePoints { name } } }"))) {
            assertEquals(
                    "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
                    given().urlEncodingEnabled(false).get(address).header("Cache-Control"),
                    address);
        }
    }

    private static String hoursOfToday(String point) {
        return "INSERT INTO fact_date VALUES ('service-points', '" + point
                + "', 'openingHours', current_date, 'exact', '{}', '{https://example.org}')"
                + " ON CONFLICT (type, id, field) DO UPDATE SET known_on = excluded.known_on,"
                + " certainty = excluded.certainty, sources = excluded.sources, urls = excluded.urls";
    }

    @Test
    void rowsThatNoCatalogueCanBeMadeOfAreToldOnceAndTheCatalogueAtHandIsServedOn() throws SQLException {
        int before = get("/v1").getInt("revision");
        double faults = faults();
        var told = new CopyOnWriteArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    told.add(entry.getThrown() + " " + new PatternFormatter("%s").format(entry));
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger(CurrentCatalogue.class.getName());
        logger.addHandler(listener);
        try {
            Sql.commit(
                    Sql.server(),
                    "UPDATE province SET outline = 'x' || outline WHERE id = 'limburg'",
                    "SELECT publish_revision('An outline that is none')");
            eventually(() -> !told.isEmpty());
            Sql.commit(Sql.server(), "SELECT publish_revision('It still is none')");
            eventually(() -> told.size() == 2);
            for (int i = 0; i < 2; i++) {
                assertTrue(told.get(i).contains("IllegalArgumentException"), told.get(i));
                assertTrue(told.get(i).contains("Revision " + (before + 1 + i) + " cannot be served"), told.get(i));
            }
            assertEquals(before, get("/v1").getInt("revision"));
            given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
            Sql.commit(
                    Sql.server(),
                    "UPDATE province SET outline = substr(outline, 2) WHERE id = 'limburg'",
                    "SELECT publish_revision('As it was')");
            eventually(() -> get("/v1").getInt("revision") == before + 3);
            assertEquals(2, told.size(), told::toString);
            assertEquals(faults, faults());
        } finally {
            logger.removeHandler(listener);
        }
    }

    /** How many looks at the database failed. */
    private static double faults() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("catalogue_database_faults_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static String address(String query) {
        return "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
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
