package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One address answers in several forms; which one is decided in one place. */
@QuarkusTest
class FormatsTest extends ApiTest {

    private static final List<String> FORMS = List.of("json", "csv", "geojson", "jsonld");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/partners           | application/json                                               | application/json
            /v1/partners           | */*                                                            | application/json
            /v1/partners           | application/geo+json                                           | application/geo+json
            /v1/partners           | text/csv                                                       | text/csv
            /v1/partners/vives     | application/ld+json                                            | application/ld+json
            /v1/partners           | application/*                                                  | application/json
            /v1/partners           | text/*                                                         | text/csv
            /v1/partners           | TEXT/CSV ; Q=1                                                 | text/csv
            /v1/partners           | text/csv;q=0.5, application/geo+json;q=0.8                     | application/geo+json
            /v1/partners           | text/csv;q=0.8, application/geo+json;q=0.5                     | text/csv
            /v1/partners           | */*;q=0.1, application/ld+json                                 | application/ld+json
            /v1/partners           | application/json;q=0, */*                                      | text/csv
            /v1/partners           | application/json;q=0.5, application/*;q=0.9                    | application/geo+json
            /v1/partners           | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=.8 | application/json
            /v1/partners           | application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted" | application/ld+json
            /v1/partners?f=csv     | application/pdf                                                | text/csv
            /v1/partners?f=json    | text/csv                                                       | application/json
            /v1/partners?%66=csv   | */*                                                            | text/csv
            /v1/partners/?f=geojson | */*                                                           | application/geo+json
            /v1/search?q=gent      | text/csv                                                       | text/csv
            /v1/changes?f=jsonld   | */*                                                            | application/ld+json
            /v1/sources            | application/geo+json, text/csv;q=0.1                           | text/csv
            """)
    void theFormIsNegotiated(String address, String accept, String type) {
        for (int again = 0; again < 2; again++) {
            rest().urlEncodingEnabled(false)
                    .accept(accept)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith(type));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/partners          | application/pdf            | application/json, application/geo+json, text/csv, application/ld+json
            /v1/partners          | */*;q=0                    | json, csv, geojson, jsonld
            /v1/sources           | application/geo+json       | application/json, text/csv, application/ld+json
            /v1/sources?f=geojson | */*                        | `f`: json, csv, jsonld
            /v1/sources?f=geojson | application/json           | Available: application/json, text/csv
            /v1/consortia/limburg | application/geo+json       | Available: application/json, text/csv
            /v1/guide?postalCode=9000 | text/csv               | Available: application/json.
            /v1/changes/stream    | application/json           | Available: text/event-stream.
            /openapi              | text/csv                   | application/yaml
            """)
    void whatAnAddressHasNotIsNotAcceptable(String address, String accept, String available) {
        rest().accept(accept)
                .get(address)
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .header("Vary", containsString("Accept"))
                .body("detail", containsString(available));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/partners?f=xml                    | f | expected one of json, csv, geojson, jsonld.
            /v1/sources?f=xml                     | f | expected one of json, csv, jsonld.
            /v1/partners?f=CSV                    | f | expected one of json, csv, geojson, jsonld.
            /v1/partners?f=text/csv               | f | expected one of json, csv, geojson, jsonld.
            /v1/partners?f=                       | f | has no value
            /v1/partners?f=csv&f=json             | f | one value
            /v1/guide?postalCode=9000&f=json      | f | Unknown parameter
            /v1?f=csv                             | f | Unknown parameter
            /v1/partners/vives?f=csv&page=2       | page | Unknown parameter
            /v1/partners?f=csv&pageSize=101       | pageSize | expected a whole number from 1 to 100.
            """)
    void whatIsWrongWithTheFormIsTold(String address, String name, String detail) {
        rest().accept("*/*")
                .get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("issues[0].name", equalTo(name))
                .body("issues[0].detail", containsString(detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", ";", ",", "text/csv,;q", "/", "text/html;q=x"})
    void anAcceptThatCannotBeReadIsNoFault(String accept) {
        for (var address : List.of("/v1/partners", "/id/partners/vives", "/ogc", "/openapi", "/context/v1.jsonld")) {
            given().redirects()
                    .follow(false)
                    .header("Accept", accept)
                    .get(address)
                    .then()
                    .statusCode(lessThan(500));
        }
    }

    @Test
    void theHeaderWithTheOtherPagesIsNoLongerThanProxiesAllow() {
        for (var form : List.of("csv", "geojson", "jsonld")) {
            var one = "/v1/places?pageSize=1&page=3&q=" + "%C3%A9+".repeat(99) + "&f=" + form;
            var links = given().urlEncodingEnabled(false)
                    .get(one)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Link");
            assertTrue(links.length() > 800 && links.length() <= 2_000, links);
        }
        assertEquals(Map.of(), LinkHeader.of(List.of("a".repeat(2_001))));
        assertEquals(
                Map.of("Link", "a".repeat(1_900) + ", c"),
                LinkHeader.of(List.of("a".repeat(1_900), "b".repeat(100), "c")));
    }

    @Test
    void whatIsNotThereIsAProblemInEveryForm() {
        for (var form : FORMS) {
            answer("/v1/partners/nobody?f=" + form).statusCode(404).contentType("application/problem+json");
        }
    }

    @Test
    void everyFormIsKeptUnderATagOfItsOwn() {
        var tags = new LinkedHashMap<String, String>();
        for (var form : FORMS) {
            var first = answer("/v1/partners?f=" + form).statusCode(200).extract();
            tags.put(form, first.header("ETag"));
            var again = answer("/v1/partners?f=" + form).statusCode(200).extract();
            assertArrayEquals(first.asByteArray(), again.asByteArray(), form);
            for (var header : List.of("ETag", "Content-Type", "Vary", "Content-Language")) {
                assertEquals(first.header(header), again.header(header), header);
            }
            assertEquals(first.header("Link"), again.header("Link"));
            var head = given().head("/v1/partners?f=" + form)
                    .then()
                    .statusCode(200)
                    .extract();
            assertEquals(first.header("ETag"), head.header("ETag"));
            assertEquals(first.header("Content-Type"), head.header("Content-Type"));
        }
        assertEquals(FORMS.size(), new HashSet<>(tags.values()).size());
        for (var form : FORMS) {
            tags.forEach((of, tag) -> rest().header("If-None-Match", tag)
                    .get("/v1/partners?f=" + form)
                    .then()
                    .statusCode(of.equals(form) ? 304 : 200));
        }
    }

    @Test
    void oneAddressIsKeptInEachFormThatWasAccepted() {
        for (int again = 0; again < 2; again++) {
            for (var type : List.of("application/json", "text/csv", "application/geo+json", "application/ld+json")) {
                rest().accept(type)
                        .get("/v1/voka-offices?province=limburg")
                        .then()
                        .statusCode(200)
                        .contentType(startsWith(type))
                        .header("Vary", equalTo("Accept, Accept-Encoding, Accept-Language"));
            }
        }
        answer("/v1/voka-offices?f=csv").header("Vary", equalTo("Accept-Encoding, Accept-Language"));
        answer("/v1/voka-offices?f=csv&lang=en").header("Vary", equalTo("Accept-Encoding"));
    }

    @Test
    void theOtherPagesAreTheSameInEveryForm() {
        answer("/v1/places?province=limburg&page=2&pageSize=5&f=json").header("Link", nullValue());
        for (var form : List.of("csv", "geojson", "jsonld")) {
            var links = answer("/v1/places?province=limburg&page=2&pageSize=5&f=" + form)
                    .statusCode(200)
                    .header("Link", containsString("page=1&pageSize=5&f=" + form + ">; rel=\"prev\""))
                    .header("Link", containsString("page=3&pageSize=5&f=" + form + ">; rel=\"next\""))
                    .header("Link", containsString("page=44&pageSize=5&f=" + form + ">; rel=\"last\""))
                    .extract()
                    .header("Link");
            var next = links.replaceAll(".*<([^>]*)>; rel=\"next\".*", "$1");
            answer(next).statusCode(200).header("Link", containsString("page=4&"));
        }
        answer("/v1/places?province=limburg&page=44&pageSize=5&f=csv").header("Link", not(containsString("next")));
        var page = get("/v1/places?province=limburg&page=2&pageSize=5&f=geojson");
        assertEquals(220, page.getInt("total"));
        assertEquals(5, page.getList("features").size());
    }
}
