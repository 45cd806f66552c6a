package be.digicatalogue.embed;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
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
}
