package be.digicatalogue.digibank;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.catalogue.LivenessTest;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.hours.OrdinaryDays;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every list and record says of the age of its facts, and what is no longer told as if it were known today. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class AgeTest extends ApiTest {

    private static final LocalDate MONDAY = OrdinaryDays.next(DayOfWeek.MONDAY);
    private static final String OLD = "gent-buurthuis-scheldeoord";

    /** Hours of Gent are of 2023, others of nobody knows when, and nothing is verified. */
    @BeforeEach
    void forgetWhatOthersVerified() throws SQLException {
        publish(
                "UPDATE service_point SET verified_on = NULL WHERE verified_on IS NOT NULL",
                "DELETE FROM fact_date",
                "UPDATE voka_office SET phone = '+32 9 266 14 40' WHERE id = 'voka-gent'",
                "INSERT INTO fact_date SELECT 'service-points', id, 'openingHours', '2023', 'about', '{}', '{https://example.org}'"
                        + " FROM service_point WHERE id LIKE 'gent-%' AND opening_hours IS NOT NULL",
                date("service-points", OLD, "phone", "2025-11"),
                date("partners", "vives", "website", "2020-05-01"),
                date("chambers", "voka-limburg", "address", "2019"),
                date("voka-offices", "voka-gent", "phone", "2021"),
                date("digibanks", "digipunten-gent", "website", "2022-12"));
    }

    private static String date(String type, String id, String field, String knownOn) {
        return "INSERT INTO fact_date VALUES ('" + type + "', '" + id + "', '" + field + "', '" + knownOn
                + "', 'exact', '{}', '{https://example.org}')";
    }

    @Test
    void aRecordTellsOfWhenItsFieldsAre() {
        var address = "/v1/service-points/" + OLD;
        var point = get(address + "?lang=en");
        assertEquals(Map.of("openingHours", "2023", "phone", "2025-11"), point.getMap("knownOn"));
        assertEquals(List.of("openingHours"), point.getList("overdue"));
        assertEquals(List.of("email", "website", "services", "address"), point.getList("undated"));
        assertEquals("unknown", point.getString("opening.state"));
        assertEquals("The opening hours date from 2023 and may have changed.", point.getString("opening.why"));
        assertEquals("2023", point.getString("opening.accordingTo.knownOn"));
        assertNull(point.get("opening.opensAt"));
        assertNull(point.get("opening.closesAt"));

        var properties = get(address + "?lang=en&f=geojson").getMap("properties");
        for (var property : List.of("knownOn", "overdue", "undated", "opening")) {
            assertEquals(point.<Object>get(property), properties.get(property), property);
        }
        var rows =
                answer(address + "?f=csv").statusCode(200).extract().asString().split("\r\n");
        var columns = List.of(rows[0].split(","));
        assertTrue(columns.containsAll(List.of("knownOn.openingHours", "knownOn.address", "overdue", "undated")));
        assertTrue(rows[1].contains(",email|website|services|address,"), rows[1]);

        var graph = ask("{ servicePoint(id: \"" + OLD + "\") { knownOn { field date } overdue undated"
                + " opening { state accordingTo { state knownOn } } } }");
        assertEquals(
                List.of(Map.of("field", "openingHours", "date", "2023"), Map.of("field", "phone", "date", "2025-11")),
                graph.getList("servicePoint.knownOn"));
        assertEquals(point.getList("overdue"), graph.getList("servicePoint.overdue"));
        assertEquals(point.getList("undated"), graph.getList("servicePoint.undated"));
        assertEquals("UNKNOWN", graph.getString("servicePoint.opening.state"));
        assertEquals("2023", graph.getString("servicePoint.opening.accordingTo.knownOn"));

        assertTrue(get("/v1/guide?postalCode=9000").getList("servicePoints.opening.state").stream()
                .allMatch("unknown"::equals));
    }

    @ParameterizedTest
    @CsvSource({
        "partners, partners, vives, website",
        "chambers, chambers, voka-limburg, address",
        "voka-offices, vokaOffices, voka-gent, phone",
        "digibanks, digibanks, digipunten-gent, website",
        "service-points, servicePoints, gent-de-serre, openingHours"
    })
    void theFiveListsCanBeAskedForWhatIsOldAndWhatHasNoDate(String list, String field, String id, String overdue) {
        var all = get("/v1/" + list + "?pageSize=100");
        for (var filter : List.of("overdue", "undated")) {
            var expected = items("/v1/" + list + "?pageSize=100").stream()
                    .filter(item -> item.containsKey(filter))
                    .map(item -> item.get("id"))
                    .limit(100)
                    .toList();
            assertFalse(expected.isEmpty(), filter);
            assertEquals(
                    expected,
                    get("/v1/" + list + "?pageSize=100&" + filter + "=true").getList("items.id"));
            assertEquals(
                    all.getInt("total"),
                    get("/v1/" + list + "?" + filter + "=false").getInt("total"));
            var nodes = list.equals("chambers") ? "{ id }" : "{ nodes { id } }";
            var page = list.equals("chambers") ? "" : "first: 100, ";
            assertEquals(
                    expected,
                    ask("{ " + field + "(" + page + filter + ": true) " + nodes + " }")
                            .getList(field + (list.equals("chambers") ? ".id" : ".nodes.id")));
            answer("/v1/" + list + "?" + filter + "=perhaps").statusCode(400);
        }
        var record = get("/v1/" + list + "/" + id);
        assertTrue(record.getList("overdue").contains(overdue));
    }

    @Test
    void periodsArePublished() {
        var periods = get("/v1").getMap("reviewPeriods");
        assertEquals(
                new TreeSet<>(List.of("partners", "chambers", "vokaOffices", "digibanks", "servicePoints")),
                new TreeSet<>(periods.keySet()));
        assertEquals(
                Map.of(
                        "openingHours", "P12M",
                        "phone", "P24M",
                        "email", "P24M",
                        "website", "P24M",
                        "services", "P24M",
                        "address", "P60M"),
                periods.get("servicePoints"));
        var graph = ask("{ catalogue { reviewPeriods { kind field period } } }");
        assertEquals(
                periods.values().stream()
                        .mapToInt(fields -> ((Map<?, ?>) fields).size())
                        .sum(),
                graph.getList("catalogue.reviewPeriods").size());
        assertTrue(graph.getList("catalogue.reviewPeriods")
                .contains(Map.of("kind", "SERVICE_POINTS", "field", "openingHours", "period", "P12M")));
    }

    @Test
    void whatMayBeOpenByOlderHoursIsOfferedAsThat() throws SQLException {
        var question =
                "/v1/service-points?postalCode=9000&service=public-computers&lang=en&openAt=" + MONDAY + "T14:00";
        var nothing = get(question);
        assertEquals(0, nothing.getInt("total"));
        assertEquals("certainty", nothing.getString("alternatives[0].dropped"));
        List<Map<String, Object>> offered = nothing.getList("alternatives[0].items");
        assertEquals(5, offered.size());
        for (var point : offered) {
            var opening = (Map<?, ?>) point.get("opening");
            assertEquals("unknown", opening.get("state"));
            assertEquals(Map.of("state", "open", "knownOn", "2023"), opening.get("accordingTo"));
        }
        assertEquals(
                1,
                nothing.getList("alternatives.dropped").stream()
                        .filter("certainty"::equals)
                        .count());
        assertTrue(nothing.getList("alternatives.dropped").contains("openAt"));

        // Of those that are known to be open and those that may be, the nearer ones are told.
        var third = (String) offered.get(2).get("id");
        publish("UPDATE service_point SET verified_on = current_date WHERE id = '" + third + "'");
        var one = get(question);
        assertEquals(List.of(third), one.getList("items.id"));
        assertEquals("open", one.getString("items[0].opening.state"));
        assertEquals(List.of("certainty"), one.getList("alternatives.dropped"));
        int distance = farthest(one.getList("items")).get(0);
        assertEquals(
                offered.stream()
                        .filter(point -> farthest(List.of(point)).get(0) < distance)
                        .map(point -> point.get("id"))
                        .toList(),
                one.getList("alternatives[0].items.id"));
        assertNull(get(question + "&page=2").get("alternatives"));

        var graph = ask("{ servicePoints(postalCode: \"9000\", service: [PUBLIC_COMPUTERS], openAt: \"" + MONDAY
                + "T14:00\") { nodes { id } alternatives { dropped items { node { id } } } } }");
        assertEquals(List.of(third), graph.getList("servicePoints.nodes.id"));
        assertEquals(
                one.getList("alternatives[0].items.id"), graph.getList("servicePoints.alternatives[0].items.node.id"));

        // Without an origin nothing is nearer than anything else.
        var anywhere = "/v1/service-points?service=public-computers&openAt=" + MONDAY + "T14:00";
        assertNull(get(anywhere).get("alternatives"));
        publish("UPDATE service_point SET verified_on = NULL WHERE id = '" + third + "'");
        assertEquals(5, get(anywhere).getList("alternatives[0].items").size());

        // No lender's older hours say that it is open on Monday afternoon.
        var lending = get("/v1/service-points?postalCode=9000&service=device-loan&openAt=" + MONDAY + "T09:00");
        assertFalse(lending.getList("alternatives.dropped").contains("certainty"));
        assertEquals("openAt", lending.getString("alternatives[0].dropped"));
    }

    @Test
    void noFaceSaysThatAPointIsOpenBeyondTheReviewOfItsHours() throws SQLException {
        verifyHours();
        var monday = "openAt=" + MONDAY + "T14:00";
        var counts = "facets.opening.find { it.value == '%s' }";
        var soon = get("/v1/service-points?facets=opening&" + monday);
        assertTrue(soon.getInt(counts.formatted("open") + ".count") > 5);

        var later = "openAt=" + MONDAY.plusMonths(13) + "T14:00";
        var list = get("/v1/service-points?facets=opening&" + later);
        assertEquals(0, list.getInt("total"));
        assertEquals(get("/v1/service-points").getInt("total"), list.getInt(counts.formatted("unknown") + ".count"));
        assertNull(list.get(counts.formatted("closed")));
        var whole = answer("/v1/service-points.json?" + monday).extract().jsonPath();
        assertEquals(get("/v1/service-points?pageSize=100&" + monday).getList("items.id"), whole.getList("items.id"));
        assertTrue(whole.getList("items.opening.state").stream().allMatch("open"::equals));
        assertNull(whole.get("items[0].undated"));
        assertEquals(0, get("/v1/service-points.json?" + later).getInt("total"));
    }

    @Test
    void aMomentThatIsPastCountsAsNow() {
        // A point may open or close between two requests, not time and again.
        eventually(() -> Stream.of("", "&openAt=2023-03-06T14:00", "&openAt=2026-01-05T14:00")
                        .map(asked -> get("/v1/service-points/?q=gent&facets=opening" + asked)
                                .getMap("facets"))
                        .distinct()
                        .count()
                == 1);
    }

    @Test
    void whatDoesNotDependOnTheDaySaysNothingOfIt() throws SQLException {
        long before = get("/v1").getLong("revision");
        publish(date("service-points", "torhout-bibliotheek", "openingHours", "2023-07"));
        var change = get("/v1/changes?since=" + before);
        assertEquals(List.of("torhout-bibliotheek"), change.getList("items.id"));
        assertEquals(List.of("knownOn"), change.getList("items[0].fields"));
        var whole = get("/v1/service-points.json?q=torhout");
        assertEquals("2023-07", whole.getString("items.find { it.id == 'torhout-bibliotheek' }.knownOn.openingHours"));
        assertNull(whole.get("items[0].overdue"));
        assertNull(whole.get("items[0].undated"));
        var newest = given().get("/ldes").then().statusCode(200).extract().asString();
        assertFalse(newest.contains("undated"));
        assertTrue(
                given().get("/export/fact-dates.csv").asString().contains("torhout-bibliotheek,openingHours,2023-07"));
    }

    @Test
    void searchEnginesAreToldNoHoursThatAreNotBelieved() throws SQLException {
        assertFalse(page("beernem-bibliotheek").contains("openingHoursSpecification"));
        publish(date(
                "service-points",
                "beernem-bibliotheek",
                "openingHours",
                LocalDate.now(Belgium.ZONE).toString()));
        assertTrue(page("beernem-bibliotheek").contains("openingHoursSpecification"));
    }

    private static String page(String point) {
        return given().accept("text/html")
                .get("/digibanken/" + point)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
