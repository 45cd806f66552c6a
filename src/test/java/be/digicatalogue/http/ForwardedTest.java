package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import be.digicatalogue.ApiTest;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What headers of proxies make of the address that links start with. */
@QuarkusTest
@TestProfile(Curating.class)
class ForwardedTest extends ApiTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Proto|https|https://catalogue.example",
                "X-Forwarded-Proto|HTTPS|https://catalogue.example",
                "X-Forwarded-Proto|http|http://catalogue.example",
                "X-Forwarded-Proto|https, http|https://catalogue.example",
                "X-Forwarded-Proto|https , evil|https://catalogue.example",
                "X-Forwarded-Ssl|on|https://catalogue.example",
                "X-Forwarded-Ssl|https://evil.example/?|http://catalogue.example",
                "X-Forwarded-Host|other.example|http://other.example",
                "X-Forwarded-Host|other.example:8443, inner|http://other.example:8443",
                "X-Forwarded-Port|8443|http://catalogue.example:8443",
                "X-Forwarded-Port|8443/evil|http://catalogue.example",
                "X-Forwarded-Port|-1|http://catalogue.example",
                "X-Forwarded-Prefix|//evil.example/?|http://catalogue.example",
                "Forwarded|proto=https;host=other.example|https://other.example",
                "Forwarded|for=192.0.2.1;proto=\"https\"|https://catalogue.example",
            })
    void linksStartWithWhatAProxyTells(String header, String value, String base) {
        with(header, value)
                .get("/v1/partners?pageSize=1")
                .then()
                .statusCode(200)
                .body("self", startsWith(base + "/v1/partners?"))
                .body("next", startsWith(base + "/v1/partners?"));
        with(header, value)
                .get("/id/partners/vives")
                .then()
                .statusCode(303)
                .header("Location", startsWith(base + "/v1/partners/vives"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-Proto|https://evil.example/?",
                "X-Forwarded-Proto|javascript",
                "X-Forwarded-Proto|https:",
                "X-Forwarded-Proto|https\"onload=",
                "X-Forwarded-Proto|https&http",
                "X-Forwarded-Proto|ftp, https",
                "X-Forwarded-Proto|, https",
                "X-Forwarded-Proto|wss",
                "X-Forwarded-Proto|''",
                "Forwarded|proto=https://evil.example/?",
                "Forwarded|proto=\"javascript:alert(1)//\"",
                "Forwarded|host=catalogue.example;proto=data",
                "Forwarded|host=evil.example/?",
                "Forwarded|host=\"a@evil.example\"",
                "X-Forwarded-Host|evil.example/?",
                "X-Forwarded-Host|user@evil.example",
                "X-Forwarded-Host|evil.example#",
                "X-Forwarded-Host|evil example",
                "X-Forwarded-Host|\"><script>",
                "X-Forwarded-Host|''",
            })
    void whatCannotBeginALinkIsRefusedByTheNameOfItsHeader(String header, String value) {
        for (var address : new String[] {"/v1/partners", "/v1/partners/vives", "/id/partners/vives", "/nothing"}) {
            with(header, value)
                    .get(address)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .header("Cache-Control", "no-store")
                    .body("issues[0].in", equalTo("header"))
                    .body("issues[0].name", equalTo(header));
        }
        with(header, value).accept("text/html").get("/").then().statusCode(400);
        given().header("Host", "catalogue.example")
                .get("/v1/partners")
                .then()
                .statusCode(200)
                .body("self", startsWith("http://catalogue.example/v1"));
    }

    /** As Traefik does. */
    @ParameterizedTest
    @ValueSource(strings = {"ws", "wss"})
    void theSchemeOfAWebSocketIsThatOfItsPage(String scheme) {
        with("X-Forwarded-Proto", scheme)
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .get("/v1/partners")
                .then()
                .statusCode(200)
                .body("self", startsWith(scheme.replace("ws", "http") + "://catalogue.example/"));
    }

    private static RequestSpecification with(String header, String value) {
        return given().redirects()
                .follow(false)
                .header("Host", "catalogue.example")
                .header(header, value);
    }
}
