package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SecurityHeadersTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/partners/vives",
                "/v1/partners?colour=red",
                "/v1/partners/nobody",
                "/v2",
                "/graphql",
                "/health",
                "/q/health/live",
                "/q/metrics",
                "/openapi",
                "/v1/dataset.zip",
                "/admin/v1"
            })
    void everyAnswerTellsBrowsersToDoNothingWithIt(String address) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Permissions-Policy", startsWith("camera=()"))
                .header("Strict-Transport-Security", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui/", "/graphql-ui/"})
    void aPageLoadsItsOwnFilesOnlyAndHasNoScriptInIt(String page) {
        var html = given().get(page)
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", not(containsString("'unsafe-eval'")))
                .extract()
                .asString()
                .replaceAll("(?s)<!--.*?-->", "");
        assertEquals(
                List.of(),
                Pattern.compile("<script(?![^>]*\\bsrc=)|\\son[a-z]+=|(src|href)=\"(https?:)?//")
                        .matcher(html)
                        .results()
                        .map(result -> result.group())
                        .toList());
    }

    @Test
    void whereThePublicAddressIsSecureBrowsersKeepToIt() {
        var headers = MultiMap.caseInsensitiveMultiMap();
        new SecurityHeaders(Optional.of("https://digicatalogue.example"), Optional.empty())
                .ofData()
                .setIn(headers);
        assertEquals("max-age=31536000", headers.get("Strict-Transport-Security"));
    }
}
