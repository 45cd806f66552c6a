package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.hours.OrdinaryDays;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all REST answers have in common: caching, language, links, cross-origin use, compression. */
@QuarkusTest
class AnswersTest extends ApiTest {

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/provinces",
                "/v1/partners/vives",
                "/v1/digibanks?province=limburg",
                "/v1/service-points?postalCode=9000&openAt=TUESDAY",
                "/openapi"
            })
    void everyAnswerMayBeKeptAndAskedAgainCheaply(String question) {
        var address = OrdinaryDays.in(question);
        var first = answer(address)
                .statusCode(200)
                .header(
                        "Cache-Control",
                        equalTo("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"))
                .header("ETag", startsWith("W/\""))
                .header("Catalogue-Revision", equalTo("1"))
                .extract();
        var tag = first.header("ETag");
        for (var known : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
            rest().header("If-None-Match", known)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .header("Cache-Control", containsString("max-age=60"))
                    .body(equalTo(""));
        }
        rest().header("If-None-Match", "\"other\"").get(address).then().statusCode(200);
    }

    @Test
    void headIsGetWithoutTheBody() {
        // Nobody asks these else, so the head comes before there is an answer at hand.
        for (var address : List.of("/v1/partners?pageSize=17", "/v1/partners?pageSize=17&f=csv", "/v1/dataset.zip")) {
            var head = given().head(address).then().statusCode(200).extract();
            var get = given().get(address).then().extract();
            for (var header : List.of(
                    "ETag",
                    "Cache-Control",
                    "Vary",
                    "Content-Type",
                    "Content-Language",
                    "Catalogue-Revision",
                    "Link")) {
                assertEquals(get.header(header), head.header(header), header);
            }
            assertEquals("", head.asString());
            rest().header("If-None-Match", get.header("ETag"))
                    .head(address)
                    .then()
                    .statusCode(304);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr                      | Flandre orientale
            de-AT, en;q=0.5         | Ostflandern
            it, en;q=0.3, fr;q=0.2  | East Flanders
            it                      | Oost-Vlaanderen
            *                       | Oost-Vlaanderen
            ;;;q=abc                | Oost-Vlaanderen
            """)
    void theLanguageIsNegotiated(String accepted, String name) {
        rest().header("Accept-Language", accepted)
                .get("/v1/provinces/oost-vlaanderen")
                .then()
                .statusCode(200)
                .body("name", equalTo(name));
    }

    @Test
    void theAddressDecidesOnTheLanguageBeforeTheHeader() {
        rest().header("Accept-Language", "fr")
                .get("/v1/provinces/oost-vlaanderen?lang=en")
                .then()
                .body("name", equalTo("East Flanders"))
                .header("Content-Language", equalTo("en"))
                .header("Vary", not(containsString("Accept-Language")));
        rest().get("/v1/provinces/oost-vlaanderen").then().header("Vary", containsString("Accept-Language"));
        assertNotEquals(
                given().get("/v1/provinces?lang=nl").header("ETag"),
                given().get("/v1/provinces?lang=fr").header("ETag"));
    }

    @Test
    void graphqlSpeaksTheAskedLanguageToo() {
        given().header("Accept-Language", "en")
                .contentType("application/json")
                .body("{\"query\":\"{ province(id: \\\"antwerpen\\\") { name } }\"}")
                .post("/graphql")
                .then()
                .body("data.province.name", equalTo("Antwerp"))
                .body("extensions.catalogueRevision", equalTo(1))
                .header("Catalogue-Revision", equalTo("1"));
    }

    @Test
    void linksLeadFromPageToPage() {
        var middle = get("/v1/places?page=3&pageSize=5&province=limburg");
        assertEquals(220, middle.getInt("total"));
        for (var link : List.of("first", "prev", "next", "last")) {
            var page = get(middle.getString(link));
            assertEquals(220, page.getInt("total"), link);
        }
        assertEquals(44, get(middle.getString("last")).getInt("page"));
        assertNull(get(middle.getString("last")).get("next"));
        assertNull(get(middle.getString("first")).get("prev"));
        assertEquals(4, get(middle.getString("next")).getInt("page"));
    }

    @Test
    void aPageBeyondTheLastIsEmptyAndLeadsBack() {
        var beyond = get("/v1/partners?page=2147483647&pageSize=100");
        assertEquals(List.of(), beyond.getList("items"));
        assertEquals(27, beyond.getInt("total"));
        assertFalse(get(beyond.getString("prev")).getList("items").isEmpty());
    }

    @Test
    void everyListInTheEntryPointCanBeFollowed() {
        var entry = get("/v1");
        assertEquals(27, entry.getInt("counts.partners"));
        entry.<String, String>getMap("links").forEach((name, address) -> {
            if (!List.of("guide", "search", "graphql", "mcp", "documentation").contains(name)) {
                given().get(address).then().statusCode(200);
            }
        });
    }

    @Test
    void linksStandUnderTheHostThatWasAsked() {
        given().header("Host", "catalogue.example:8443")
                .get("/v1/partners/vives")
                .then()
                .body("href", equalTo("http://catalogue.example:8443/v1/partners/vives"));
    }

    @Test
    void anyWebsiteMayAsk() {
        given().header("Origin", "https://kmo.example")
                .get("/v1/partners")
                .then()
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .header("Access-Control-Expose-Headers", containsString("Catalogue-Revision"));
        given().header("Origin", "https://kmo.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options("/graphql")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", equalTo("content-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traceparent,apollographql-client-name",
                "apollo-require-preflight, x-anything.of_a~client",
                "Authorization"
            })
    void theyMaySendAnyHeader(String names) {
        given().header("Origin", "https://kmo.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", names)
                .options("/v1/partners")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", equalTo(names))
                .header("Vary", containsString("Access-Control-Request-Headers"));
    }

    @Test
    void whatIsNoListOfHeadersIsNotSentBack() {
        for (var names : List.of("a b", "a,,b", "x: y", "<script>", "a,".repeat(1000) + "a")) {
            given().header("Origin", "https://kmo.example")
                    .header("Access-Control-Request-Method", "GET")
                    .header("Access-Control-Request-Headers", names)
                    .options("/v1/partners")
                    .then()
                    .statusCode(204)
                    .header("Access-Control-Allow-Headers", containsString("If-None-Match"));
        }
    }

    @Test
    void programsFindTheContractAndTheApisWhereTheyLook() {
        var json = rest().get("/openapi.json").then().statusCode(200).contentType("application/json");
        assertEquals(
                given().get("/openapi?format=json").asString(), json.extract().asString());
        var yaml = rest().get("/openapi.yaml").then().statusCode(200).contentType("application/yaml");
        assertEquals(given().get("/openapi").asString(), yaml.extract().asString());
        rest().accept("application/yaml").get("/openapi.json").then().statusCode(406);

        var apis = rest().get("/.well-known/api-catalog")
                .then()
                .statusCode(200)
                .header(
                        "Content-Type",
                        equalTo("application/linkset+json;profile=\"https://www.rfc-editor.org/info/rfc9727\""))
                .extract();
        assertEquals(given().head("/.well-known/api-catalog").header("Link"), apis.header("Link"));
        assertTrue(apis.header("Link").endsWith("/.well-known/api-catalog>; rel=\"api-catalog\""));
        var linkset = new JsonPath(apis.asString()).setRootPath("linkset");
        assertEquals(linkset.getList("[0].item.href"), linkset.getList("anchor").subList(1, 6));
        for (var relation : List.of("service-desc", "service-doc", "service-meta", "status")) {
            linkset.<List<Map<String, String>>>getList("'" + relation + "'").stream()
                    .filter(links -> links != null)
                    .flatMap(List::stream)
                    .forEach(link -> given().accept(link.get("type"))
                            .get(link.get("href"))
                            .then()
                            .statusCode(200)
                            .contentType(containsString(link.get("type"))));
        }
    }

    /** With the client of the JDK, since REST Assured always asks for compression. */
    @ParameterizedTest
    @ValueSource(strings = {"/v1/partners", "/openapi"})
    void answersAreCompressedForWhoAsks(String address) throws Exception {
        var request = HttpRequest.newBuilder(service.resolve(address));
        var http = HttpClient.newHttpClient();
        var plain = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
        var packed =
                http.send(request.header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        assertTrue(packed.headers().firstValue("Vary").orElse("").contains("Accept-Encoding"));
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui", "/swagger-ui/", "/graphql-ui", "/graphql-ui/"})
    void thePagesOfTheTwoFacesAreThere(String address) {
        given().get(address).then().statusCode(200).contentType("text/html");
    }

    @Test
    void operatorsFindTheirMetrics() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
        given().get("/q/health/live").then().statusCode(200);
    }
}
