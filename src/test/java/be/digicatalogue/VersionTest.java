package be.digicatalogue;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The version of the service is that of the pom, wherever it is told. */
@QuarkusTest
class VersionTest extends ApiTest {

    private static final Pattern OF_POM =
            Pattern.compile("<artifactId>digi-catalogue</artifactId>\\s*<version>([^<]+)</version>");

    @ConfigProperty(name = "quarkus.application.version")
    String ofApplication;

    static String ofPom() throws IOException {
        var version = OF_POM.matcher(Files.readString(Path.of("pom.xml")));
        assertEquals(true, version.find(), "the pom has no version");
        return version.group(1);
    }

    @Test
    void theEntryPointTheHealthTheMetricsAndTheContractTellTheVersionOfThePom() throws IOException {
        // The line at start tells this one.
        assertEquals(ofPom(), ofApplication);
        given().get("/v1").then().body("version", equalTo(ofPom()));
        given().get("/health").then().body("version", equalTo(ofPom()));
        given().get("/q/metrics").then().body(containsString("catalogue_info{version=\"" + ofPom() + "\"} 1"));
        assertEquals(
                ofPom(),
                new YAMLMapper()
                        .readTree(given().get("/openapi").asString())
                        .at("/info/version")
                        .asText());
        given().get("/openapi.json").then().body("info.version", equalTo(ofPom()));
        given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body("""
                        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",
                        "capabilities":{},"clientInfo":{"name":"a test","version":"1"}}}""")
                .post("/mcp")
                .then()
                .body("result.serverInfo.version", equalTo(ofPom()));
    }
}
