package be.digicatalogue.traffic;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A limit per client, behind a proxy that is trusted: the tests themselves, at 127.0.0.1. */
@QuarkusTest
@TestProfile(RateLimitTest.Limited.class)
class RateLimitTest extends ApiTest {

    private static final int MOST = 5;

    public static class Limited implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "catalogue.rate-limit.requests",
                    String.valueOf(MOST),
                    "catalogue.rate-limit.window",
                    "1h",
                    "quarkus.http.proxy.proxy-address-forwarding",
                    "true",
                    "quarkus.http.proxy.trusted-proxies",
                    "127.0.0.0/8,10.1.2.3");
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgainAndNobodyElseIs() {
        for (int left = MOST - 1; left >= 0; left--) {
            as("192.0.2.1")
                    .get("/v1/partners/vives")
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"default\";q=5;w=3600")
                    .header("RateLimit", matchesPattern("\"default\";r=" + left + ";t=[0-9]+"));
        }
        as("192.0.2.1")
                .get("/v1/partners/vives")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", Integer::parseInt, lessThanOrEqualTo(720))
                .header("Cache-Control", "no-store")
                .body("type", equalTo("urn:problem-type:belgif:tooManyRequests"))
                .body("detail", containsString("5 requests in 3600 s"));
        as("192.0.2.1")
                .contentType("application/json")
                .body("{\"query\":\"{ provinces { id } }\"}")
                .post("/graphql")
                .then()
                .statusCode(429);
        as("192.0.2.2").get("/v1/partners/vives").then().statusCode(200);
    }

    @Test
    void nobodyPassesForAnotherByAHeader() {
        for (int i = 0; i < MOST; i++) {
            assertEquals(
                    200,
                    as("198.51.100." + i + ", 192.0.2.9, 10.1.2.3").get("/v1").statusCode());
        }
        assertEquals(429, as("198.51.100.99, 192.0.2.9").get("/v1").statusCode());
        assertEquals(200, as("192.0.2.9, 192.0.2.10").get("/v1").statusCode());
    }

    @Test
    void allAddressesOfANetworkAtHomeAreOneClient() {
        for (int i = 0; i < MOST; i++) {
            assertEquals(200, as("2001:db8:1:2::" + i).get("/v1").statusCode());
        }
        assertEquals(429, as("2001:db8:1:2:ffff::1").get("/v1").statusCode());
        assertEquals(200, as("2001:db8:1:3::1").get("/v1").statusCode());
    }

    @Test
    void healthAndMetricsAreNotLimited() {
        for (int i = 0; i < 3 * MOST; i++) {
            for (var address : new String[] {"/health", "/q/health/live", "/q/health/ready", "/q/metrics"}) {
                as("192.0.2.20").get(address).then().statusCode(200).header("RateLimit", nullValue());
            }
        }
    }

    private static RequestSpecification as(String client) {
        return given().header("X-Forwarded-For", client);
    }
}
