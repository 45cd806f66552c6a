package be.digicatalogue.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where access is not configured there is nothing to get into. */
@QuarkusTest
class NoAccessTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /admin",
                "GET /admin/",
                "GET /admin/v1",
                "HEAD /admin/v1",
                "OPTIONS /admin/v1",
                "GET /admin/v1/publications",
                "POST /admin/v1/publications",
                "POST /admin/v1/length",
                "PUT /admin/v1/partners/vives",
                "PATCH /admin/v1/partners/vives",
                "DELETE /admin/v1/partners/vives",
                "GET //admin/v1",
                "GET /%61dmin/v1",
                "GET /admin;a=b/v1"
            })
    void everyAddressIsAsUnknownAsAnyOther(String request) {
        var parts = request.split(" ");
        var method = Method.valueOf(parts[0]);
        for (var token : new String[] {"", "Bearer ", "Bearer token"}) {
            var answer = given().urlEncodingEnabled(false)
                    .header("Authorization", token)
                    .header("Origin", "https://kmo.example")
                    .header("Access-Control-Request-Method", "POST")
                    .request(method, parts[1])
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", nullValue())
                    .extract();
            var other = given().request(method, "/nothing").then().extract();
            assertEquals(other.asString(), answer.asString().replaceFirst("at `/admin[^`]*`", "at `/nothing`"));
        }
    }
}
