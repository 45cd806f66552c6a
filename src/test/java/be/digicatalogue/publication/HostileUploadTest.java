package be.digicatalogue.publication;

import static be.digicatalogue.publication.Curating.curator;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.JsonAnswer;
import be.digicatalogue.dataset.Archive;
import be.digicatalogue.dataset.Export;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.publication.Broken.BrokenUpload;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of a broken or hostile upload is written; the curator reads exactly what is wrong, and where. */
@QuarkusTest
@TestProfile(Curating.class)
class HostileUploadTest extends ApiTest {

    static List<BrokenUpload> brokenBundles() throws Exception {
        return Broken.bundles();
    }

    @ParameterizedTest
    @MethodSource("brokenBundles")
    void whatIsWrongIsToldAndNothingIsWritten(BrokenUpload broken) {
        var before = dataset();
        var answer = publish(broken.type(), broken.upload(), "reason=Proef&confirmRemovals=1");
        assertEquals(422, answer.statusCode(), () -> answer.asString());
        var report = new JsonAnswer(answer.asString());
        var told = new ArrayList<String>();
        for (Map<String, Object> finding : report.<Map<String, Object>>getList("report.findings")) {
            var message = (Map<?, ?>) finding.get("message");
            if (finding.get("severity").equals("error")) {
                told.add(Broken.finding(
                        (String) finding.get("file"),
                        (Integer) finding.get("row"),
                        (String) finding.get("column"),
                        (String) message.get("en")));
            }
            assertEquals(Set.of("nl", "fr", "de", "en"), message.keySet());
            for (var text : List.of("file", "column", "value")) {
                var value = (String) finding.getOrDefault(text, "");
                assertTrue(value.codePointCount(0, value.length()) <= 101, value);
            }
        }
        assertEquals(broken.expected(), shortened(told, broken.expected()));
        assertEquals(broken.expected().size(), report.getInt("report.errors"));
        assertArrayEquals(before, dataset());
    }

    /** An expected message that ends in an ellipsis says how the message begins. */
    private static List<String> shortened(List<String> told, List<String> expected) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < told.size(); i++) {
            var start = i < expected.size() && expected.get(i).endsWith("…")
                    ? expected.get(i).substring(0, expected.get(i).length() - 1)
                    : null;
            texts.add(start != null && told.get(i).startsWith(start) ? expected.get(i) : told.get(i));
        }
        return texts;
    }

    @Test
    void whatIsNoBundleIsRefusedBeforeItIsRead() throws Exception {
        var before = dataset();
        var zip = Broken.zip("service-points.csv", "x");
        for (var type : List.of("text/csv", "application/json", "application/octet-stream", "multipart/form-data")) {
            curator()
                    .contentType(type)
                    .body(new byte[] {1})
                    .post("/admin/v1/publications?reason=x")
                    .then()
                    .statusCode(415)
                    .contentType("application/problem+json");
        }
        publish("zip", new byte[33 * 1024 * 1024], "reason=x").then().statusCode(413);
        for (var query : List.of(
                "dryRun=false|reason",
                "reason=|reason",
                "reason=x&mode=overwrite|mode",
                "reason=x&dryRun=perhaps|dryRun",
                "reason=x&confirmRemovals=0|confirmRemovals",
                "reason=x&confirmRemovals=all|confirmRemovals",
                "reason=Nieuwe%E2%80%8Buren|reason",
                "reason=%E2%80%AEneru|reason",
                "reason=x&colour=red|colour",
                "reason=" + "x".repeat(201) + "|reason")) {
            var parts = query.split("\\|");
            publish("zip", zip, parts[0]).then().statusCode(400).body("issues[0].name", equalTo(parts[1]));
        }
        assertArrayEquals(before, dataset());
    }

    @Test
    void whatOnlyLooksWrongIsAccepted() throws Exception {
        var csv = new String(Archive.unpack(dataset(), new Report()).get("places.csv"), "UTF-8");
        var before = dataset();
        for (var harmless : Map.of(
                        "a byte order mark", "\uFEFF" + csv,
                        "lines that end as Windows does", csv.replace("\n", "\r\n"),
                        "empty cells after a row", csv.replace("\n", ",,\n"),
                        "cells with only a space that does not break", csv.replace("\n", ",\u00A0\n"),
                        "blank lines", csv.replace("\n", "\n\n"))
                .entrySet()) {
            publish("zip", Broken.zip("places.csv", harmless.getValue()), "reason=x")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("unchanged"));
        }
        publish("zip", Broken.zip("in-a-folder/places.csv", csv), "reason=x")
                .then()
                .statusCode(200)
                .body("status", equalTo("unchanged"));
        // The centre of Aalst is some 25 km from the centre of Ghent: doubtful, not wrong.
        var point = Broken.changed("voka-offices", "voka-gent", Map.of("lat", "50.9378", "lon", "4.0409"));
        var doubtful = publish("zip", point, "dryRun=true").jsonPath();
        assertEquals(0, doubtful.getInt("report.errors"));
        assertEquals("warning", doubtful.getString("report.findings[0].severity"));
        assertEquals("lat", doubtful.getString("report.findings[0].column"));
        var workbook = Broken.workbook(
                "places",
                Broken.row("id", "postal_code", "locality", "municipality", "lat", "lon", "sources", "urls")
                        + "<row><c t='inlineStr'><is><t>9000-gent</t></is></c><c><v>9000</v></c>"
                        + "<c t='inlineStr'><is><t>Gent</t></is></c><c><v>44021</v></c>"
                        + "<c><v>51.05</v></c><c><v>3.72</v></c><c/>"
                        + "<c t='inlineStr'><is><t>https://example.org</t></is></c></row>");
        publish("xlsx", workbook, "dryRun=true&mode=merge")
                .then()
                .statusCode(200)
                .body("report.errors", equalTo(0))
                .body("diff.changes[0].fields.postal_code", equalTo(null));
        assertArrayEquals(before, dataset());
    }

    @Test
    void aNameThatASpreadsheetWouldEvaluateGoesOutBehindAnApostropheAndComesBackTheSame() throws Exception {
        int revision = get("/v1").getInt("revision");
        var names = List.of("=HYPERLINK(\"http://evil.example\")", "@SUM(1)", "+32-x", "-x", "'=x", "＝1+1");
        for (var name : names) {
            publish("zip", Broken.changed("voka-offices", "voka-gent", Map.of("name", name)), "reason=x")
                    .then()
                    .statusCode(201);
            assertEquals(name, get("/v1/voka-offices/voka-gent").getString("name"));
            var csv = new String(Archive.unpack(dataset(), new Report()).get("voka-offices.csv"), "UTF-8");
            assertTrue(csv.contains("'" + name.replace("\"", "\"\"")), csv);
            for (var type : List.of("zip", "xlsx")) {
                publish(type, given().get("/v1/dataset." + type).asByteArray(), "reason=x")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("unchanged"));
            }
        }
        curator()
                .post("/admin/v1/publications/" + revision + "/restore?reason=x")
                .then()
                .statusCode(201);
    }

    @Test
    void valuesThatAreSwappedBetweenRowsArePublished() throws Exception {
        int revision = get("/v1").getInt("revision");
        publish("zip", Broken.swapped("provinces", "limburg", "antwerpen", "nis_code"), "reason=x")
                .then()
                .statusCode(201);
        publish("zip", Broken.swapped("places", "9000-gent", "9030-mariakerke", "postal_code", "locality"), "reason=x")
                .then()
                .statusCode(201);
        publish("zip", Broken.swapped("organisations", "ku-leuven", "ilvo", "enterprise_number"), "reason=x")
                .then()
                .statusCode(201);
        curator()
                .post("/admin/v1/publications/" + revision + "/restore?reason=x")
                .then()
                .statusCode(201);
    }

    private static io.restassured.response.Response publish(String type, byte[] bundle, String query) {
        return curator()
                .contentType(type.equals("zip") ? Export.ZIP : Export.WORKBOOK)
                .body(bundle)
                .post("/admin/v1/publications?" + query);
    }

    /** Byte for byte, revision included. */
    private static byte[] dataset() {
        return given().get("/v1/dataset.zip").then().statusCode(200).extract().asByteArray();
    }
}
