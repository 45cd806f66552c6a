package be.digicatalogue.embed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The script for other websites, as they get it. The elements themselves are tested in a browser. */
@QuarkusTest
class EmbedTest extends ApiTest {

    private static final Path FOLDER = Path.of("src/main/resources/embed");

    @Inject
    EmbedScript script;

    @Test
    void anySiteMayLoadItAndCheckItsIntegrity() {
        answer("/embed/v1.js")
                .statusCode(200)
                .contentType("text/javascript")
                .header("Content-Encoding", "gzip")
                .header("Access-Control-Allow-Origin", "*")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Cache-Control", startsWith("public, max-age=86400,"));
        var named = answer("/embed/v1-" + script.version() + ".js")
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .header("Access-Control-Allow-Origin", "*")
                .extract();
        assertArrayEquals(given().get("/embed/v1.js").asByteArray(), named.asByteArray());
        rest().header("If-None-Match", named.header("ETag"))
                .get("/embed/v1-" + script.version() + ".js")
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"));
        // Some sites add the version of their own software to every script.
        for (var address : List.of("/embed/v1.js", "/embed/v1-" + script.version() + ".js")) {
            given().get(address + "?ver=6.5").then().statusCode(200);
        }
        answer("/embed/v1-0123456789abcdef.js").statusCode(404).contentType("application/problem+json");
        answer("/embed/v1-..%2Fv1.js").statusCode(404);
        assertTrue(script.integrity().matches("sha384-[A-Za-z0-9+/]{64}"), script::integrity);
    }

    @Test
    void everyVersionIsSmallAndCalledByItsHash() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                var content = Files.readAllBytes(file);
                var compressed = new ByteArrayOutputStream();
                try (var gzip = new GZIPOutputStream(compressed)) {
                    gzip.write(content);
                }
                assertTrue(compressed.size() < 25_000, () -> file + ": " + compressed.size());
                var name = file.getFileName().toString();
                if (!name.equals("v1.js")) {
                    assertEquals("v1-" + EmbedScript.version(content) + ".js", name);
                }
            }
        }
    }

    @Test
    void dataNeverBecomesMarkup() throws IOException {
        var source = Files.readString(FOLDER.resolve("v1.js"), StandardCharsets.UTF_8);
        for (var dangerous : new String[] {
            "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setAttributeNS"
        }) {
            assertFalse(source.contains(dangerous), dangerous);
        }
    }

    @Test
    void thePageShowsEachElementWithTheCodeToCopy() {
        var answer = given().accept("text/html")
                .get("/fr/embed")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("ETag", startsWith("W/\""))
                .extract();
        var page = Jsoup.parse(answer.asString());
        var code = page.select("pre code").eachText();
        assertTrue(code.get(0).contains("integrity=\"" + script.integrity() + "\""), code::toString);
        assertTrue(
                code.get(0).contains(":" + RestAssured.port + "/embed/v1-" + script.version() + ".js\""),
                code::toString);
        assertTrue(code.get(2).startsWith("<digibank-finder near=\"9000 Gent\" lang=\"fr\">"), code::toString);
        for (var element : List.of("digibank-finder", "digihub-partners", "voka-office")) {
            assertEquals(1, page.select(".demo > " + element + " > a").size(), element);
        }
        assertEquals(
                List.of("/embed/v1-" + script.version() + ".js"),
                page.select("script[src^=/embed/]").eachAttr("src"));
    }

    @Test
    void aMunicipalityHasAListToPrint() {
        var gent = Jsoup.parse(given().accept("text/html").get("/lijst/44021").asString());
        assertEquals(
                get("/v1/service-points?municipality=44021&pageSize=100").getInt("total"),
                gent.select("article").size());
        var none =
                Jsoup.parse(given().accept("text/html").get("/en/lijst/11001").asString());
        assertEquals(5, none.select("article").size());
        assertTrue(none.text().contains("These are the nearest ones."), none::text);
        given().accept("text/html").get("/lijst/99999").then().statusCode(404).contentType("text/html");
    }

    @Test
    void whereNobodyMayPublishThereIsNoPageForCurators() {
        given().accept("text/html").get("/beheer").then().statusCode(404).contentType("text/html");
        given().get("/beheer").then().statusCode(404).contentType("application/problem+json");
    }
}
