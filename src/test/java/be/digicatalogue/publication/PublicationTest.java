package be.digicatalogue.publication;

import static be.digicatalogue.publication.Curating.curator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.GraphqlSocket;
import be.digicatalogue.dataset.Archive;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Export;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.fact.Belgium;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** Curators take the dataset, change it, look at the difference, publish and undo. */
@QuarkusTest
@TestProfile(Curating.class)
class PublicationTest extends ApiTest {

    @TestHTTPResource("/")
    URI service;

    private static final String POINT = "wevelgem-bib-in-het-park";

    @Test
    void whatIsExportedAndSentBackChangesNothing() {
        int before = revision();
        for (var type : List.of("zip", "xlsx")) {
            var answer = publish(type, export(type), "reason=Niets%20veranderd")
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertEquals("unchanged", answer.getString("status"));
            assertEquals(0, answer.getInt("report.errors"));
            assertEquals(0, answer.getInt("diff.changed"));
        }
        assertEquals(before, revision());
    }

    @Test
    void anOpeningHourGoesRoundFromTheWorkbookToEveryFaceAndBack() throws Exception {
        try (var subscriber = new GraphqlSocket(service)) {
            subscriber.subscribe("follow", "subscription { catalogueChanged { revision changes { id fields } } }");
            // An answer on the same connection: the subscription before it has begun.
            subscriber.subscribe("begun", "{ catalogue { revision } }");
            int before = subscriber.next("begun").getInt("payload.data.catalogue.revision");
            anOpeningHourGoesRound(before);
            for (int revision : new int[] {before + 1, before + 2}) {
                var event = subscriber.next("follow").setRootPath("payload.data.catalogueChanged");
                assertEquals(revision, event.getInt("revision"));
                assertEquals(List.of(POINT), event.getList("changes.id"));
                assertTrue(event.getList("changes[0].fields").contains("openingHours"));
            }
        }
    }

    private static void anOpeningHourGoesRound(int before) throws IOException {
        var workbook = withCell(export("xlsx"), "service-points", POINT, "opening_hours", "Sa 09:00-12:00");

        var dryRun = publish("xlsx", workbook, "dryRun=true")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("checked", dryRun.getString("status"));
        assertEquals(Map.of("changed", 1), dryRun.getMap("diff.tables.service-points"));
        assertEquals(
                Map.of("before", "Sa 09:00-11:00", "after", "Sa 09:00-12:00"),
                dryRun.getMap("diff.changes[0].fields.opening_hours"));
        assertEquals(before, revision());

        var published = publish("xlsx", workbook, "reason=Langer%20open")
                .statusCode(201)
                .extract()
                .jsonPath();
        assertEquals(before + 1, published.getInt("revision"));
        assertEquals("Sa 09:00-12:00", get("/v1/service-points/" + POINT).getString("openingHours"));
        assertEquals(
                "Sa 09:00-12:00",
                ask("{ servicePoint(id: \"" + POINT + "\") { openingHours } }").getString("servicePoint.openingHours"));
        var change = get("/v1/changes?since=" + before);
        assertEquals(List.of(POINT), change.getList("items.id"));
        assertTrue(change.getList("items[0].fields").contains("openingHours"));

        var history = curator()
                .get("/admin/v1/publications/" + (before + 1))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals("piet", history.getString("publishedBy"));
        assertEquals("Langer open", history.getString("reason"));
        assertEquals(
                "Sa 09:00-11:00",
                history.getString("changes.items.find { it.fields.opening_hours }.fields.opening_hours.before"));

        curator()
                .post("/admin/v1/publications/" + before + "/restore?reason=Vergissing")
                .then()
                .statusCode(201)
                .body("revision", equalTo(before + 2));
        assertEquals("Sa 09:00-11:00", get("/v1/service-points/" + POINT).getString("openingHours"));
    }

    @Test
    void aTableMayComeAloneAndMergingRemovesNothing() throws IOException {
        var csv = "service_point,valid_from,valid_to,hours,remark_nl,remark_en,sources,urls\n"
                + "harelbeke-huis-van-welzijn,2030-01-07,2030-01-11,off,Verhuis.,Moving.,,https://example.org\n";
        int before = revision();
        publish("zip", zip("opening-exceptions.csv", csv), "mode=merge&reason=Verhuis")
                .statusCode(201)
                .body("diff.added", equalTo(1));
        assertEquals(
                "Verhuis.",
                get("/v1/service-points/harelbeke-huis-van-welzijn").getString("openingExceptions[0].remark"));
        var header = csv.substring(0, csv.indexOf('\n') + 1);
        publish("zip", zip("opening-exceptions.csv", header), "mode=merge&reason=Niets")
                .statusCode(200)
                .body("status", equalTo("unchanged"));
        publish("zip", zip("opening-exceptions.csv", header), "reason=Leeg").statusCode(409);
        publish("zip", zip("opening-exceptions.csv", header), "reason=Leeg&confirmRemovals=1")
                .statusCode(201)
                .body("diff.removed", equalTo(1));
        assertEquals(before + 2, revision());
    }

    @Test
    void aDateGoesWithTheValueThatItWasGivenFor() throws IOException {
        var point = "beernem-bibliotheek";
        publish("zip", dates(point, "openingHours,2026-03", "address,2026-05"), "mode=merge&reason=Data")
                .statusCode(201);
        var dated = get("/v1/service-points/" + point);
        assertEquals(
                Map.of("openingHours", "2026-03", "services", "2023-12", "address", "2026-05"),
                dated.getMap("knownOn"));

        // The workbook as it was downloaded has the date as well, and that is of the hours that were there.
        var workbook = withCell(export("xlsx"), "service-points", point, "opening_hours", "Sa 10:00-13:00");
        var dryRun = publish("xlsx", workbook, "dryRun=true")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(Map.of("removed", 1), dryRun.getMap("diff.tables.fact-dates"));
        assertEquals(
                "service-points," + point + ",openingHours",
                dryRun.getString("diff.changes.find { it.table == 'fact-dates' }.key"));
        Map<String, Object> warning = dryRun.getMap("report.findings.find { it.column == 'opening_hours' }");
        assertEquals("warning", warning.get("severity"));
        assertEquals("service-points", warning.get("file"));
        assertEquals(
                Map.of(
                        "nl",
                        "De datum 2026-03 van openingHours verdwijnt: ze hoort bij de waarde die er stond.",
                        "fr",
                        "La date 2026-03 de openingHours sera supprimée : elle appartient à la valeur précédente.",
                        "de",
                        "Das Datum 2026-03 von openingHours entfällt: Es gehört zum früheren Wert.",
                        "en",
                        "The date 2026-03 of openingHours will be removed: it belongs to the value that was there."),
                warning.get("message"));

        publish("xlsx", workbook, "reason=Andere%20uren").statusCode(201);
        var changed = get("/v1/service-points/" + point);
        assertEquals(Map.of("services", "2023-12", "address", "2026-05"), changed.getMap("knownOn"));
        assertTrue(changed.getList("undated").contains("openingHours"));

        // What is merged is meant: here are hours with their date.
        var hours = new String(csv("service-points.csv"))
                .lines()
                .filter(line -> line.startsWith("id,") || line.startsWith(point))
                .collect(Collectors.joining("\n"))
                .replace("Sa 10:00-13:00", "Sa 10:00-12:00");
        var date = DATES + "service-points," + point + ",openingHours,2026-10,exact,,https://example.org\n";
        var both = Broken.zip(Map.of(
                "service-points.csv", hours.getBytes(StandardCharsets.UTF_8), "fact-dates.csv", date.getBytes()));
        publish("zip", both, "mode=merge&reason=Met%20datum")
                .statusCode(201)
                .body("diff.removed", equalTo(0))
                .body("report.warnings", equalTo(0));
        assertEquals("2026-10", get("/v1/service-points/" + point).getString("knownOn.openingHours"));
    }

    @Test
    void whatIsChangedIsNoLongerVerified() {
        var address = "/admin/v1/service-points/" + POINT;
        var yesterday = LocalDate.now(Belgium.ZONE).minusDays(1);
        patch(address, "*", "{\"verifiedOn\":\"" + yesterday + "\"}").statusCode(200);
        assertNull(get("/v1/service-points/" + POINT).getList("undated"));
        curator()
                .header("If-Match", "*")
                .contentType("application/json")
                .body("{\"openingHours\":\"Sa 09:30-11:00\"}")
                .patch(address + "?dryRun=true")
                .then()
                .statusCode(200)
                .body(
                        "report.findings.message.en",
                        hasItem("The check of " + yesterday
                                + " will no longer count for openingHours, because the value changes."));
        patch(address, "*", "{\"openingHours\":\"Sa 09:30-11:00\"}").statusCode(200);
        var changed = get("/v1/service-points/" + POINT + "?lang=en");
        assertEquals(yesterday.toString(), changed.getString("verifiedOn"));
        assertEquals(List.of("openingHours"), changed.getList("undated"));
        assertEquals("unknown", changed.getString("opening.state"));
        // Verified anew together with the next change, it counts again.
        var today = LocalDate.now(Belgium.ZONE);
        patch(address, "*", "{\"openingHours\":\"Sa 09:00-11:00\",\"verifiedOn\":\"" + today + "\"}")
                .statusCode(200);
        assertNull(get("/v1/service-points/" + POINT).getList("undated"));
    }

    @Test
    void aRecordIsRemovedWithItsDates() throws IOException {
        curator()
                .contentType("application/json")
                .body(Map.of(
                        "id", "gedateerd-punt",
                        "name", "Gedateerd punt",
                        "locationType", "fixed",
                        "municipality", "44021",
                        "phone", "+32 9 266 14 40",
                        "services", List.of("training"),
                        "urls", List.of("https://example.org")))
                .post("/admin/v1/service-points?reason=Nieuw")
                .then()
                .statusCode(201);
        publish(
                        "zip",
                        dates("gedateerd-punt", "phone,2026", "services,2026", "address,2026-01-31"),
                        "mode=merge&reason=Data")
                .statusCode(201);
        var address = "/admin/v1/fact-dates/service-points,gedateerd-punt,phone";
        patch(address, "*", "{\"knownOn\":\"2025\"}").statusCode(200);
        assertEquals("2025", get("/v1/service-points/gedateerd-punt").getString("knownOn.phone"));
        patch(address, "*", "{\"knownOn\":\"2024-02-30\"}").statusCode(400).body("issues[0].name", equalTo("knownOn"));
        // A field that is emptied takes its date along.
        patch("/admin/v1/service-points/gedateerd-punt", "*", "{\"phone\":null}")
                .statusCode(200);
        curator().get(address).then().statusCode(404);
        curator()
                .header("If-Match", "*")
                .delete("/admin/v1/service-points/gedateerd-punt?reason=Weg")
                .then()
                .statusCode(204);
        curator()
                .get("/admin/v1/fact-dates?pageSize=100")
                .then()
                .statusCode(200)
                .body("items.findAll { it.id == 'gedateerd-punt' }.size()", equalTo(0));
    }

    @Test
    void aBundleFromBeforeThereWereDatesKeepsThoseOfWhatItDoesNotChange() throws IOException {
        var points = List.of("torhout-bibliotheek", "torhout-t-centrum");
        for (var point : points) {
            publish("zip", dates(point, "openingHours,2026-07"), "mode=merge&reason=Data")
                    .statusCode(201);
        }
        var files = new HashMap<String, byte[]>();
        for (var table : DataPackage.TABLES) {
            files.put(table.file(), csv(table.file()));
        }
        files.remove("fact-dates.csv");
        files.compute("service-points.csv", (name, csv) -> new String(csv, StandardCharsets.UTF_8)
                .replaceFirst("(torhout-bibliotheek,.*)We,Sa 09:00", "$1Tu,Sa 09:00")
                .getBytes(StandardCharsets.UTF_8));
        publish("zip", Broken.zip(files), "reason=Van%20vroeger")
                .statusCode(201)
                .body("diff.changed", equalTo(1))
                .body("diff.removed", equalTo(1));
        assertNull(get("/v1/service-points/" + points.get(0)).get("knownOn.openingHours"));
        assertEquals("2026-07", get("/v1/service-points/" + points.get(1)).getString("knownOn.openingHours"));
        // Going back brings the date back with the hours.
        curator()
                .post("/admin/v1/publications/" + (revision() - 1) + "/restore?reason=Terug")
                .then()
                .statusCode(201);
        assertEquals("2026-07", get("/v1/service-points/" + points.get(0)).getString("knownOn.openingHours"));
    }

    private static final String DATES = "type,id,field,known_on,certainty,sources,urls\n";

    /** A bundle with dates of a point, each as in {@code phone,2026}. */
    private static byte[] dates(String point, String... dates) throws IOException {
        return zip(
                "fact-dates.csv",
                Stream.of(dates)
                        .map(date -> "service-points," + point + "," + date + ",exact,,https://example.org\n")
                        .collect(Collectors.joining("", DATES, "")));
    }

    @Test
    void whoRemovesMoreThanAFifthOfATableSaysHowMuch() throws IOException {
        var lines = new String(csv("voka-offices.csv")).lines().toList();
        var few = zip("voka-offices.csv", String.join("\n", lines.subList(0, 4)) + "\n");
        int before = revision();
        publish("zip", few, "reason=Minder").statusCode(409).body("detail", containsString("confirmRemovals=8"));
        publish("zip", few, "reason=Minder&confirmRemovals=7").statusCode(409);
        assertEquals(before, revision());
        publish("zip", few, "dryRun=true").statusCode(200).body("diff.removed", equalTo(8));
    }

    @Test
    void errorsStopAPublicationAndTellFileRowAndColumnInFourLanguages() throws IOException {
        int before = revision();
        var csv = new String(csv("service-points.csv")).replace("Sa 09:00-11:00", "zaterdagvoormiddag");
        var answer = publish("zip", zip("service-points.csv", csv), "reason=Fout")
                .statusCode(422)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();
        assertEquals(1, answer.getInt("report.errors"));
        Map<String, Object> finding = answer.getMap("report.findings[0]");
        assertEquals("service-points.csv", finding.get("file"));
        assertEquals("opening_hours", finding.get("column"));
        assertEquals("zaterdagvoormiddag", finding.get("value"));
        var row = (Integer) finding.get("row");
        assertEquals(row, answer.get("report.rows[0].row"));
        assertEquals("service-points.csv", answer.getString("report.rows[0].file"));
        assertEquals(POINT, answer.getString("report.rows[0].values.id"));
        assertEquals(1, answer.getList("report.rows").size());
        assertTrue(csv.lines().toList().get(row - 1).startsWith(POINT), () -> "row " + row);
        var message = (Map<?, ?>) finding.get("message");
        assertTrue(message.get("nl").toString().startsWith("Deze openingsuren"));
        assertTrue(message.get("fr").toString().startsWith("Ces heures d'ouverture"));
        assertTrue(message.get("de").toString().startsWith("Diese Öffnungszeiten"));
        assertTrue(message.get("en").toString().startsWith("These opening hours"));
        assertEquals(before, revision());
    }

    @Test
    void aCuratorReadsWhatIsWrongInTheLanguageThatIsAsked() throws IOException {
        var address = "/admin/v1/service-points/" + POINT + "?dryRun=true";
        var nothing = curator()
                .contentType(Export.ZIP)
                .header("Accept-Language", "de")
                .body(zip("readme.txt", "Hello"))
                .post("/admin/v1/publications?dryRun=true")
                .then()
                .statusCode(422)
                .header("Content-Language", "de");
        nothing.body("detail", containsString("Der Datenbestand kann nicht veröffentlicht werden"));
        Map.of(
                        "lang=nl", "De header `If-Match` ontbreekt.",
                        "lang=fr", "L'en-tête `If-Match` manque.",
                        "lang=de", "Der Header `If-Match` fehlt.",
                        "lang=en", "The `If-Match` header is missing.")
                .forEach((lang, detail) -> curator()
                        .delete(address + "&" + lang)
                        .then()
                        .statusCode(428)
                        .body("detail", containsString(detail)));
        var patch = curator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .header("Accept-Language", "fr");
        patch.body("{\"openingHours\": \"op afspraak\"}")
                .patch(address)
                .then()
                .statusCode(400)
                .header("Content-Language", "fr")
                .body("issues[0].name", equalTo("openingHours"))
                .body("issues[0].detail", containsString("Inattendu\u00a0: 'op'."));
        patch.body("{\n  \"phone\": }")
                .patch(address)
                .then()
                .statusCode(400)
                .body("issues[0].detail", containsString("`}` inattendu à la ligne 2, colonne 12."));
        given().header("Accept-Language", "nl")
                .get("/admin/v1")
                .then()
                .statusCode(401)
                .header("Content-Language", "nl")
                .body("detail", equalTo("U hebt een bearer token nodig."));
    }

    @Test
    void thePageForCuratorsIsKeptByNobodyAndTheApiTellsWhatAFormNeeds() {
        given().accept("text/html")
                .get("/beheer")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .body(containsString("<div id=\"beheer\">"));
        given().redirects()
                .follow(false)
                .accept("text/html")
                .get("/fr/beheer")
                .then()
                .statusCode(303)
                .header("Location", "/en/beheer");
        var tables = curator()
                .get("/admin/v1/datapackage.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
        assertEquals(List.of("id"), tables.getList("resources.find { it.name == 'service-points' }.schema.primaryKey"));
        given().get("/admin/v1/datapackage.json").then().statusCode(401);
    }

    @Test
    void aRecordIsChangedOnTheVersionThatWasRead() {
        var address = "/admin/v1/voka-offices/voka-gent";
        var read = curator().get(address).then().statusCode(200).extract();
        var tag = read.header("ETag");
        assertTrue(tag.startsWith("\""), tag);

        given().header("Authorization", "Bearer " + Curating.EDITOR)
                .contentType("application/json")
                .body(Map.of("phone", "+32 9 266 14 40"))
                .patch(address + "?reason=x")
                .then()
                .statusCode(428);
        int before = revision();
        var changed = patch(address, tag, "{\"phone\":\"+32 9 266 14 41\",\"site\":null}")
                .statusCode(200)
                .extract();
        assertNotEquals(tag, changed.header("ETag"));
        assertEquals(String.valueOf(before + 1), changed.header("Catalogue-Revision"));
        assertEquals("+32 9 266 14 41", get("/v1/voka-offices/voka-gent").getString("phone"));
        patch(address, tag, "{\"phone\":\"+32 9 266 14 42\"}").statusCode(412);
        assertEquals(changed.header("ETag"), curator().get(address).header("ETag"));

        // Another publication leaves the tag of this record as it is.
        var other = "/admin/v1/service-points/" + POINT;
        patch(other, curator().get(other).header("ETag"), "{\"remarkEn\":\"Changed.\"}")
                .statusCode(200);
        assertEquals(changed.header("ETag"), curator().get(address).header("ETag"));
    }

    @Test
    void aRecordIsAddedReplacedAndRemoved() {
        var point = Map.of(
                "id", "test-punt",
                "name", "Testpunt",
                "locationType", "fixed",
                "municipality", "44021",
                "services", List.of("training"),
                "urls", List.of("https://example.org"));
        var created = curator()
                .contentType("application/json")
                .body(point)
                .post("/admin/v1/service-points?reason=Nieuw")
                .then()
                .statusCode(201)
                .header("Location", containsString("/admin/v1/service-points/test-punt"))
                .extract();
        assertEquals("Testpunt", get("/v1/service-points/test-punt").getString("name"));
        curator()
                .contentType("application/json")
                .body(point)
                .post("/admin/v1/service-points?reason=Nog")
                .then()
                .statusCode(409);

        var replaced = curator()
                .contentType("application/json")
                .header("If-Match", created.header("ETag"))
                .body(
                        "{\"id\":\"test-punt\",\"name\":\"Ander punt\",\"locationType\":\"mobile\",\"municipality\":\"44021\","
                                + "\"services\":[],\"urls\":[\"https://example.org\"]}")
                .put("/admin/v1/service-points/test-punt?reason=Anders")
                .then()
                .statusCode(200)
                .extract();
        assertEquals("mobile", get("/v1/service-points/test-punt").getString("locationType"));

        curator()
                .header("If-Match", replaced.header("ETag"))
                .delete("/admin/v1/service-points/test-punt?reason=Weg")
                .then()
                .statusCode(204);
        answer("/v1/service-points/test-punt").statusCode(404);
    }

    @Test
    void whatIsWrongWithARecordIsToldByProperty() {
        var address = "/admin/v1/service-points/" + POINT;
        int before = revision();
        for (var wrong : List.of(
                "{\"openingHours\":\"soms\"}|openingHours",
                "{\"phone\":\"+32 1\"}|phone",
                "{\"municipality\":\"99999\"}|municipality",
                "{\"locationType\":\"flying\"}|locationType",
                "{\"services\":\"training\"}|services",
                "{\"colour\":\"red\"}|colour",
                "{\"name\":null}|name",
                "{\"id\":\"other\"}|id",
                "{\"lat\":51.2}|precision",
                "{\"lat\":1e999999}|lat",
                "{\"lat\":-1e999999}|lat",
                "{\"lon\":1e400}|lon",
                "{\"lat\":1e-999999}|lat",
                "{\"name\":\"a\\u0000b\"}|name",
                "{\"name\":\"\\ud800\"}|name",
                "{\"name\":1e999999}|name",
                "{\"name\":\"Bib\\u200b\"}|name",
                "{\"name\":\"\\u202eBib\"}|name",
                "{\"name\":\"Bib\\ue000\"}|name",
                "{\"name\":\"Bib\\ufffe\"}|name",
                "{\"name\":\"\\ufeffBib\"}|name",
                "{\"name\":\"\\u00a0Bib\"}|name",
                "{\"name\":\"\\u2800\"}|name",
                "{\"name\":\"---\"}|name",
                "{\"urls\":[\"https://voka.be/\\u200b\"]}|urls",
                "{\"email\":\"mailto:info@voka.be\"}|email",
                "{\"website\":\"http://localhost\"}|website",
                "{\"website\":\"javascript:alert(1)\"}|website",
                "{\"urls\":null}|sources")) {
            var parts = wrong.split("\\|");
            patch(address, "*", parts[0])
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("issues.name", hasItem(parts[1]));
        }
        curator()
                .header("If-Match", "*")
                .delete("/admin/v1/digibanks/digipunten-gent?reason=x")
                .then()
                .statusCode(400)
                .body("issues[0].detail", containsString("digibanks"));
        for (var body : List.of(
                "[]",
                "",
                "{",
                "null",
                "{\"name\":\"Bib\",\"name\":\"Bieb\"}",
                "{\"urls\":[{\"a\":1,\"a\":2}]}",
                "{\"name\":\"Bib\",\"n\\u0061me\":null}",
                "{}{}",
                "{} x",
                "{},",
                "{}]",
                "{} null",
                "{\"lat\":1e9999999999}",
                "{\"lat\":" + "9".repeat(10_000) + "}",
                "{\"lat\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}")) {
            patch(address, "*", body)
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("issues[0].detail", containsString("JSON"));
        }
        curator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(new byte[] {'{', '"', 'n', 'a', 'm', 'e', '"', ':', '"', (byte) 0xff, '"', '}'})
                .patch(address + "?reason=x")
                .then()
                .statusCode(400);
        curator()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{}")
                .patch(address)
                .then()
                .statusCode(400)
                .body("issues.name", hasItem("reason"));
        curator().get("/admin/v1/colours/red").then().statusCode(404);
        for (var nowhere : List.of("nowhere", "%00", "a%00b", "%ED%A0%80", "%FF")) {
            curator()
                    .get("/admin/v1/service-points/" + nowhere)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
            patch("/admin/v1/service-points/" + nowhere, "*", "{}").statusCode(404);
        }
        for (var nothing : List.of("/admin/v1/%00", "/admin/v1/publications/%00", "/admin/v1/publications/1%00")) {
            curator().get(nothing).then().statusCode(404).contentType("application/problem+json");
        }
        assertEquals(before, revision());
    }

    @Test
    void aDomainInAnyScriptIsAcceptedAndShown() {
        var address = "/admin/v1/service-points/" + POINT;
        patch(address, "*", "{\"website\":\"https://www.caf\\u00e9.be/pad\",\"email\":\"info@caf\\u00e9.be\"}")
                .statusCode(200);
        assertEquals("info@café.be", get("/v1/service-points/" + POINT).getString("email"));
        given().accept("text/html")
                .get("/digibanken/" + POINT)
                .then()
                .statusCode(200)
                .body(containsString(">café.be/pad<"));
        patch(address, "*", "{\"website\":null,\"email\":null}").statusCode(200);
    }

    @Test
    void accentsAreStoredComposed() {
        var address = "/admin/v1/service-points/" + POINT;
        patch(address, "*", "{\"remarkNl\":\"Cafe\\u0301\"}").statusCode(200);
        assertEquals("Café", curator().get(address).jsonPath().getString("remarkNl"));
        int revision = revision();
        patch(address, "*", "{\"remarkNl\":\"Caf\\u00e9\"}").statusCode(200);
        assertEquals(revision, revision());
    }

    @Test
    void ofJsonThatSaysSomethingTwiceItIsToldWhere() {
        var address = "/admin/v1/service-points/" + POINT;
        patch(address, "*", "{\"name\": \"Bib\",\n \"name\": \"Bieb\"}")
                .statusCode(400)
                .body(
                        "issues[0].detail",
                        equalTo("The request body is not valid JSON: `name` occurs twice in the same object"
                                + " (line 2, column 8). Leave one out."));
        patch(address, "*", "{\"name\": \"Bib\"}\n{}")
                .statusCode(400)
                .body(
                        "issues[0].detail",
                        equalTo("The request body is not valid JSON: more text follows its end, at line 2, column 1."));
        patch(address, "*", "{\"name\":\"B\\u200bib\"}")
                .statusCode(400)
                .body(
                        "issues[0].detail",
                        containsString("Expected a text without invisible or control characters; character 2 is U+200B."
                                + " Remove it, or type the text again."));
    }

    @Test
    void ofTwoPublishersAtOnceOneWinsAndNeitherIsLost() throws Exception {
        int before = revision();
        var pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> publishing = () -> publish(
                            "zip",
                            zip(
                                    "opening-exceptions.csv",
                                    "service_point,valid_from,valid_to,hours,remark_nl,remark_en,sources,urls\n"
                                            + POINT + ",2031-01-07,2031-01-11,off," + UUID.randomUUID()
                                            + ",,,https://example.org\n"),
                            "mode=merge&reason=Tegelijk")
                    .extract()
                    .statusCode();
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : pool.invokeAll(java.util.Collections.nCopies(4, publishing))) {
                statuses.add(answer.get());
            }
            assertTrue(statuses.stream().allMatch(status -> status == 201 || status == 409), statuses::toString);
            long won = statuses.stream().filter(status -> status == 201).count();
            assertTrue(won >= 1);
            assertEquals(before + won, revision());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anAddressOfCuratorsTellsWhatItTakes() {
        curator().put("/admin/v1/publications").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
        curator()
                .post("/admin/v1/service-points/" + POINT)
                .then()
                .statusCode(405)
                .header("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
        curator()
                .contentType("text/csv")
                .body("a,b")
                .post("/admin/v1/publications?dryRun=true")
                .then()
                .statusCode(415)
                .body("detail", containsString("application/zip"));
        curator()
                .contentType("text/plain")
                .body("{}")
                .patch("/admin/v1/service-points/" + POINT)
                .then()
                .statusCode(415)
                .body(
                        "detail",
                        equalTo("The media type of the request body is not supported."
                                + " Supported: application/json, application/merge-patch+json."));
    }

    @Test
    void aLongPublicationTellsHowFarItIs() throws IOException {
        var accepted = curator()
                .header("Prefer", "respond-async")
                .contentType(Export.ZIP)
                .body(export("zip"))
                .post("/admin/v1/publications?reason=Lang")
                .then()
                .statusCode(202)
                .extract();
        var address = accepted.header("Location");
        eventually(() -> !"running".equals(curator().get(address).jsonPath().getString("status")));
        assertEquals("unchanged", curator().get(address).jsonPath().getString("status"));
    }

    private static ValidatableResponse patch(String address, String tag, String body) {
        return curator()
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(body)
                .patch(address + "?reason=Test")
                .then();
    }

    private static ValidatableResponse publish(String type, byte[] bundle, String query) {
        return curator()
                .contentType(type.equals("zip") ? Export.ZIP : Export.WORKBOOK)
                .body(bundle)
                .post("/admin/v1/publications?" + query)
                .then();
    }

    private static int revision() {
        return get("/v1").getInt("revision");
    }

    private static byte[] export(String type) {
        return given().get("/v1/dataset." + type)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static byte[] csv(String file) throws IOException {
        return Archive.unpack(export("zip"), new Report()).get(file);
    }

    private static byte[] zip(String name, String content) throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var stream = new ZipOutputStream(zip)) {
            stream.putNextEntry(new ZipEntry(name));
            stream.write(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return zip.toByteArray();
    }

    /** The workbook with another value in one cell, as somebody with a spreadsheet would make it. */
    private static byte[] withCell(byte[] workbook, String sheet, String id, String column, String value)
            throws IOException {
        var changed = new ByteArrayOutputStream();
        var writer = new org.dhatim.fastexcel.Workbook(changed, "Somebody", "1.0");
        try (var reader = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (var from : reader.getSheets().toList()) {
                var to = writer.newWorksheet(from.getName());
                var rows = from.read();
                var header = rows.get(0).stream().map(cell -> cell.getText()).toList();
                for (int r = 0; r < rows.size(); r++) {
                    for (int c = 0; c < rows.get(r).getCellCount(); c++) {
                        var cell = rows.get(r).getCell(c);
                        boolean here = from.getName().equals(sheet)
                                && r > 0
                                && rows.get(r).getCellText(0).equals(id)
                                && header.get(c).equals(column);
                        if (here) {
                            to.value(r, c, value);
                        } else if (cell != null && cell.getType() == CellType.NUMBER) {
                            to.value(r, c, cell.asNumber());
                        } else if (cell != null) {
                            to.value(r, c, cell.getText());
                        }
                    }
                }
                to.finish();
            }
        }
        writer.finish();
        return changed.toByteArray();
    }
}
