package be.digicatalogue.worklist;

import static be.digicatalogue.publication.Curating.curator;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk of curators asks of the service: what to check, how a record is edited by task, what it was before. */
@QuarkusTest
@TestProfile(Curating.class)
class WorklistTest extends ApiTest {

    private static final String POINT = "beernem-bibliotheek";
    private static final String SERVICES = "items.find { it.field == 'services' && it.key == '" + POINT + "' }";
    private static final String ROW = "/admin/v1/service-points/" + POINT;

    @Test
    void itNamesWhatIsOldOrDoubtfulWithTheReason() {
        var all = work("pageSize=100");
        Map<String, Integer> tasks = all.getMap("tasks");
        assertTrue(tasks.keySet().containsAll(List.of("overdue", "undated", "disagreement")), tasks::toString);
        assertEquals(tasks.values().stream().mapToInt(Integer::intValue).sum(), all.getInt("total"));
        int overdue =
                JsonPath.from(get("/v1/quality").prettify())
                        .getList("types.fields.flatten().overdue", Integer.class)
                        .stream()
                        .mapToInt(Integer::intValue)
                        .sum();
        assertEquals(overdue, tasks.get("overdue"), "the same as on the page about quality");

        var item = work("task=overdue&type=service-points&municipality=31003&pageSize=100");
        assertEquals(
                List.of("31003"),
                item.getList("items.municipality.id").stream().distinct().toList());
        var hours = item.getMap("items.find { it.field == 'openingHours' }");
        assertEquals("service-points", hours.get("table"));
        assertTrue(hours.get("why").toString().matches("Van 20[0-9]{2}.*"), hours::toString);
        assertTrue(hours.get("value").toString().matches(".*[0-9]{2}:[0-9]{2}.*"), hours::toString);
        assertEquals(1, item.getMap("types").size());
        assertTrue(item.getList("municipalities").size() > 10, "other municipalities can be chosen");
    }

    @Test
    void whatIsStillRightIsDatedInOneRequestAndGone() {
        var before = work("task=overdue&municipality=31003").getMap(SERVICES);
        var today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();
        confirm(before.get("tag").toString(), "services", today, null).statusCode(200);
        eventually(() -> work("task=overdue&municipality=31003").get(SERVICES) == null);
        var shown = get("/v1/service-points/" + POINT);
        assertEquals(today, shown.getString("knownOn.services"));
        assertFalse(String.valueOf(shown.getList("overdue")).contains("services"));

        confirm("*", "email", today, "https://example.org/phone-book").statusCode(400);
        confirm("*", "openingHours", today, "https://example.org/hours").statusCode(200);
        curator()
                .get("/admin/v1/fact-dates/service-points," + POINT + ",openingHours")
                .then()
                .statusCode(200)
                .body("knownOn", equalTo(today))
                .body("urls", equalTo(List.of("https://example.org/hours")))
                .body("sources", nullValue());
        confirm("\"stale\"", "openingHours", today, null).statusCode(412);
        confirm("*", "openingHours", "2099", null).statusCode(400);
        confirm("*", "fax", today, null).statusCode(400);
        curator()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{}")
                .patch("/admin/v1/services/training?reason=Test&knownOn=" + today)
                .then()
                .statusCode(400)
                .body("issues[0].name", equalTo("knownOn"));
    }

    private static ValidatableResponse confirm(String tag, String field, String day, String from) {
        return curator()
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{}")
                .patch(ROW + "?reason=Nagekeken&knownOn=" + day + "&knownField=" + field
                        + (from == null ? "" : "&knownFrom=" + from))
                .then();
    }

    @Test
    void aChangeAndItsDateAreOneRevision() {
        var today = LocalDate.now(ZoneId.of("Europe/Brussels")).toString();
        long revision = get("/v1").getLong("revision");
        patch("{\"website\": \"https://example.org/new\"}", "&knownOn=" + today).statusCode(200);
        assertEquals(revision + 1, get("/v1").getLong("revision"));
        assertEquals(today, get("/v1/service-points/" + POINT).getString("knownOn.website"));

        var versions = curator().get(ROW + "/history?lang=nl").then().statusCode(200);
        versions.body("items[0].publishedBy", equalTo("piet"))
                .body("items[0].reason", equalTo("Test"))
                .body("items[0].kind", equalTo("changed"))
                .body("items[0].fields.website.after", equalTo("https://example.org/new"))
                .body("items[0].row.website", equalTo("https://example.org/new"))
                .body("items[-1].kind", equalTo("added"));
        var older = versions.extract().jsonPath().getMap("items[1].row");
        curator()
                .header("If-Match", "*")
                .contentType("application/json")
                .body(older)
                .put(ROW + "?reason=Teruggezet")
                .then()
                .statusCode(200)
                .body("website", equalTo(older.get("website")));
        curator().get("/admin/v1/service-points/nobody/history").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            09 267 78 00           | +32 9 267 78 00
            09/267.78.00           | +32 9 267 78 00
            (09) 267 78 00         | +32 9 267 78 00
            +32 (0)9 267 78 00     | +32 9 267 78 00
            0032 9 267 78 00       | +32 9 267 78 00
            0473/12.34.56          | +32 473 12 34 56
            0473123456             | +32 473 12 34 56
            +3292677800            | +3292677800
            """)
    void aPhoneNumberMayBeWrittenInAnyBelgianWay(String written, String stored) {
        patch("{\"phone\": \"" + written + "\"}", "").statusCode(200).body("phone", equalTo(stored));
    }

    @Test
    void whatIsNoPhoneNumberIsRefused() {
        patch("{\"phone\": \"bel ons\"}", "").statusCode(400).body("issues[0].name", equalTo("phone"));
    }

    private static ValidatableResponse patch(String body, String parameters) {
        return curator()
                .header("If-Match", "*")
                .contentType("application/json")
                .body(body)
                .patch(ROW + "?reason=Test" + parameters)
                .then();
    }

    @Test
    void hoursAreDescribedAsAGridInWordsAndAsText() {
        hours("{\"openingHours\": \"Mo-Fr 09:00-12:00; PH off; Dec 24 off\"}")
                .statusCode(200)
                .body("inWords", startsWith("maandag"))
                .body("grid.week.size()", equalTo(7))
                .body("grid.week[4][0].to", equalTo("12:00"))
                .body("grid.week[5]", equalTo(List.of()))
                .body("grid.holidays", equalTo(List.of()))
                .body("grid.others", equalTo("Dec 24 off"));
        hours("{\"openingHours\": \"Th[1] 13:00-16:00\"}").statusCode(200).body("grid", nullValue());
        hours("""
                {"grid": {"week": [[{"from": "09:00", "to": "12:00"}],[],[],[],[],[],[]], "holidays": []}}""")
                .statusCode(200)
                .body("openingHours", equalTo("Mo 09:00-12:00; PH off"))
                .body("$", hasKey("inWords"));
        hours("{\"openingHours\": \"soms\"}").statusCode(400).body("issues[0].name", equalTo("openingHours"));
        hours("""
                {"grid": {"week": [[{"from": "12:00", "to": "later"}],[],[],[],[],[],[]]}}""").statusCode(400).body("issues[0].name", equalTo("grid"));
        hours("{}").statusCode(400);
        hours("{\"grid\": {\"week\": [[1]]}}").statusCode(400);
    }

    private static ValidatableResponse hours(String body) {
        return curator()
                .contentType("application/json")
                .body(body)
                .post("/admin/v1/opening-hours?lang=nl")
                .then();
    }

    @Test
    void aWarningThatWasPublishedStaysOnTheList() {
        patch("{\"openingHours\": \"Mo-Fr 09:00-12:00; 13:00-17:00\"}", "").statusCode(200);
        eventually(() -> work("task=finding").get("items.find { it.key == '" + POINT + "' }") != null);
        var found = work("task=finding&type=service-points").getMap("items.find { it.key == '" + POINT + "' }");
        assertEquals("opening_hours", found.get("field"));
        assertEquals("Mo-Fr 09:00-12:00; 13:00-17:00", found.get("value"));
        patch("{\"openingHours\": \"Sa 10:00-12:00\"}", "").statusCode(200);
        eventually(() -> work("task=finding").get("items.find { it.key == '" + POINT + "' }") == null);
    }

    @Test
    void anOpenReportIsWorkUntilItIsDecided() {
        var token = io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(Map.of("type", "voka-offices", "id", "voka-gent", "problem", "closed", "message", "Weg."))
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        assertTrue(token.contains("/v1/reports/"));
        var listed =
                curator().get("/admin/v1/worklist?task=report&lang=nl").then().statusCode(200);
        listed.body("items.record.id", hasItem("voka-gent"))
                .body("items[0].words", equalTo("Weg."))
                .body("items[0].report", notNullValue())
                .body("items[0].why", equalTo("Een bezoeker meldt dat dit gesloten is of niet meer bestaat."));
        int number = listed.extract().jsonPath().getInt("items[0].report");
        curator()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"status\": \"declined\"}")
                .patch("/admin/v1/reports/" + number)
                .then()
                .statusCode(200);
        curator()
                .get("/admin/v1/worklist?task=report")
                .then()
                .statusCode(200)
                .body("items.report", not(hasItem(number)));
        curator().get("/admin/v1/worklist?municipality=00000").then().statusCode(400);
        curator().get("/admin/v1/worklist?task=nothing").then().statusCode(400);
    }

    private static JsonPath work(String query) {
        return curator()
                .get("/admin/v1/worklist?lang=nl&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
