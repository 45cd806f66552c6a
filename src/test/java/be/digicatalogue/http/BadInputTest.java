package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.io.File;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest extends ApiTest {

    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource
    URL service;

    /** The address, the parameter that the problem must name, and a part of what it must say. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/partners?colour=red                          | colour       | province, postalCode, near, kind, q
            /v1/partners?province=                           | province     | has no value
            /v1/partners?province=limburg&province=antwerpen | province     | 2 were sent
            /v1/partners?province=brussel                    | province     | antwerpen, limburg
            /v1/partners?province=Limburg                    | province     | antwerpen, limburg
            /v1/partners?province=Oost%20Vlaanderen          | province     | name is oost-vlaanderen
            /v1/service-points?digibank=Digipunten%20Gent    | digibank     | name is digipunten-gent
            /v1/service-points?municipality=Gent             | municipality | 44021
            /v1/service-points?municipality=Gand             | municipality | 44021
            /v1/digibanks?municipality=Tongeren              | municipality | 73111
            /v1/partners?postalCode=Gent                     | postalCode   | 9000
            /v1/partners?postalCode=B-9000                   | postalCode   | 9000
            /v1/places?postalCode=8500%20Kortrijk            | postalCode   | 8500
            /v1/partners?near=9000&postalCode=9000           | near         | one origin
            /v1/partners?kind=school                         | kind         | university, university-college
            /v1/partners?postalCode=900                      | postalCode   | four digits
            /v1/partners?postalCode=0900                     | postalCode   | four digits
            /v1/partners?postalCode=4000                     | postalCode   | Flanders or Brussels
            /v1/partners?page=0                              | page         | from 1
            /v1/partners?page=1.5                            | page         | whole number
            /v1/partners?page=99999999999                    | page         | whole number
            /v1/partners?pageSize=101                        | pageSize     | 1 to 100
            /v1/partners?pageSize=-1                         | pageSize     | 1 to 100
            /v1/partners?q=%2C.%21                           | q            | letter or digit
            /v1/partners?q=%00                               | q            | control characters
            /v1/partners?q=%ED%A0%80                         | q            | UTF-8
            /v1/partners?q=%C3                               | q            | UTF-8
            /v1/partners?lang=it                             | lang         | nl, fr, de, en
            /v1/partners/vives?page=1                        | page         | Unknown parameter
            /v1/provinces?embed=partners,all                 | embed        | consortium, partners, vokaOffices
            /v1/consortia?validOn=2021-02-30                 | validOn      | existing day
            /v1/consortia?validOn=yesterday                  | validOn      | YYYY-MM-DD
            /v1/voka-offices?chamber=voka                    | chamber      | voka-limburg
            /v1/voka-offices?lat=51&lon=4&postalCode=9000    | postalCode   | one origin
            /v1/voka-offices?lon=4&postalCode=9000           | lon          | one origin
            /v1/digibanks?municipality=11056                 | municipality | Beveren-Kruibeke-Zwijndrecht
            /v1/digibanks?municipality=1                     | municipality | /v1/municipalities
            /v1/service-points?lat=51.05                     | lon          | missing
            /v1/service-points?lat=4.4&lon=51.2              | lat          | swapped
            /v1/service-points?lat=48&lon=4                  | lat          | 49 to 52
            /v1/service-points?lat=NaN&lon=4                 | lat          | decimal number
            /v1/service-points?lat=51,05&lon=4               | lat          | decimal number
            /v1/service-points?lat=1e400&lon=4               | lat          | decimal number
            /v1/service-points?radius=500                    | radius       | origin
            /v1/service-points?postalCode=9000&radius=0      | radius       | 1 to 100000
            /v1/service-points?postalCode=9000&radius=100001 | radius       | 1 to 100000
            /v1/service-points?bbox=1,2,3                    | bbox         | minLon,minLat,maxLon,maxLat
            /v1/service-points?bbox=4,51,3,52                | bbox         | minimum
            /v1/service-points?bbox=0,0,999,1                | bbox         | 180
            /v1/service-points?service=wifi&service=beer     | service      | device-loan
            /v1/service-points?locationType=flying           | locationType | fixed, mobile, hybrid
            /v1/service-points?digibank=nope                 | digibank     | digipunten-gent
            /v1/service-points?place=Halle                   | place        | 1500 Halle
            /v1/service-points?place=Atlantis                | place        | Flanders or Brussels
            /v1/service-points?openNow=maybe                 | openNow      | true, false
            /v1/service-points?openAt=tomorrow               | openAt       | 2026-12-25T10:00
            /v1/service-points?openAt=2026-12-25             | openAt       | 2026-12-25T10:00
            /v1/service-points?openAt=2026-02-30T10:00       | openAt       | 2026-12-25T10:00
            /v1/service-points?openAt=1999-12-31T23:59       | openAt       | 2000 to 2099
            /v1/service-points?openAt=2026-03-29T02:30       | openAt       | clock is put forward
            /v1/service-points?openAt=2026-12-25T10:00&openNow=true | openNow | only one of
            /v1/service-points?facets=colour                 | facets       | opening
            /v1/places?postalCode=9000&province=utrecht      | province     | brussel
            /v1/guide                                        | postalCode   | origin is missing
            /v1/guide?postalCode=9000&place=Gent             | place        | one origin
            /v1/figures?metric=happiness                     | metric       | efro-subsidy
            /v1/figures?programme=voka                       | programme    | digihub
            /v1/timeline?from=2021-13                        | from         | a year, a month
            /v1/timeline?from=2021-02-30                     | from         | existing day
            /v1/timeline?from=2022&to=2021                   | to           | not before
            /v1/services?page=two                            | page         | whole number
            /v1/partners.csv?kind=school                     | kind         | university, university-college
            /v1/places.geojson?page=2                        | page         | postalCode, province, q
            /v1/digibanks.jsonld?facets=kind                 | facets       | Unknown parameter
            /v1/service-points.json?f=csv                    | f            | Unknown parameter
            /v1?x=1                                          | x            | lang
            /openapi?format=xml                              | format       | yaml, json
            """)
    void aParameterThatCannotBeUsedIsNamedWithWhatIsAllowed(String address, String name, String allowed) {
        answer(address)
                .statusCode(400)
                .contentType(PROBLEM)
                .header("Cache-Control", containsString("max-age=60"))
                .body("type", equalTo("urn:problem-type:belgif:badRequest"))
                .body("status", equalTo(400))
                .body("issues.name", hasItem(name))
                .body("issues.find { it.name == '" + name + "' }.detail", containsString(allowed));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var issues = answer("/v1/service-points?lat=99&lon=4&radius=x&service=beer&colour=red&page=0")
                .statusCode(400)
                .extract()
                .jsonPath();
        assertEquals(List.of("lat", "radius", "service", "page", "colour"), issues.getList("issues.name"));
        assertEquals("beer", issues.getString("issues[2].value"));
        assertEquals("query", issues.getString("issues[2].in"));
    }

    @Test
    void aVeryLongValueIsRefusedAndNotRepeatedWhole() {
        var problem =
                answer("/v1/partners?q=" + "a".repeat(10_000)).statusCode(400).extract();
        assertEquals("q", problem.jsonPath().getString("issues[0].name"));
        assertTrue(problem.asString().length() < 2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/partners/nobody",
                "/v1/chambers/x",
                "/v1/consortia/brussel",
                "/v1/voka-offices/%00",
                "/v1/digibanks/%ED%A0%80",
                "/v1/service-points/a%2Fb",
                "/v1/municipalities/99999",
                "/v1/programmes/x",
                "/v1/figures/x",
                "/v1/timeline/x",
                "/v1/sources/x",
                "/v1/provinces/x"
            })
    void anUnknownIdIsNotFound(String address) {
        given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:problem-type:belgif:resourceNotFound"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1/nothing",
                "/v2",
                "/q/nothing",
                "/v1/partners/vives/more",
                "/robots",
                "/v1/service-points.xml",
                "/v1/search.json",
                "/v1/figures.geojson"
            })
    void anUnknownAddressIsAProblemToo(String address) {
        given().get(address).then().statusCode(404).contentType(PROBLEM).body("detail", containsString("/v1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE"})
    void anotherMethodThanReadingIsRefusedWithThoseAllowed(String method) {
        given().request(Method.valueOf(method), "/v1/partners")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void aMediaTypeThatIsNotThereIsNotAcceptable() {
        rest().accept("application/pdf")
                .get("/v1/partners")
                .then()
                .statusCode(406)
                .contentType(PROBLEM)
                .body("detail", containsString("application/json"));
    }

    @Test
    void anAddressBeyondAllBoundsIsTooLong() {
        given().get("/v1/partners?q=" + "a".repeat(20_000))
                .then()
                .statusCode(414)
                .contentType(PROBLEM)
                .body("detail", containsString("16384"));
    }

    /** A few of these kept both event loops busy for minutes. */
    @Test
    @Timeout(30)
    void noNameInAnAddressIsLongerThanThoseThatThereAre() throws IOException {
        var paths = new YAMLMapper().readTree(new File("openapi/openapi.yaml")).get("paths");
        for (var path : List.copyOf(paths.properties())) {
            var address = path.getKey();
            if (address.contains("{") && path.getValue().has("get") && !address.startsWith("/admin")) {
                for (var name : List.of("a".repeat(8_000), ".json".repeat(1_600))) {
                    rest().get(address.replaceAll("\\{[A-Za-z]+}", name)).then().statusCode(404);
                }
            }
        }
        // The longest id with the longest format.
        rest().get("/export/service-points/" + "a".repeat(100) + ".vcf")
                .then()
                .statusCode(404)
                .body("detail", containsString("a".repeat(100)));
    }

    @Test
    void aBodyBeyondAllBoundsIsTooLarge() {
        given().contentType("application/json")
                .body("{\"query\":\"" + "#".repeat(200_000) + "\"}")
                .post("/graphql")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("detail", containsString("102400"));
    }

    @Test
    void aBodyThatDoesNotTellItsLengthIsRefused() throws IOException {
        for (var address : List.of("/graphql", "/v1/partners", "/nothing")) {
            try (var socket = new Socket(service.getHost(), service.getPort())) {
                socket.getOutputStream()
                        .write(("POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                        + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        + "2\r\n{}\r\n0\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 411"), answer);
                assertTrue(answer.contains(PROBLEM) && answer.contains("Content-Length"), answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/partners?q=%zz HTTP/1.1\r\nHost: localhost",
                "GET /v1/partners?q=% HTTP/1.1\r\nHost: localhost",
                "GET /v1/partners/%zz HTTP/1.1\r\nHost: localhost",
                "GET /v1/partners HTTP/1.1\r\nHost: a/b",
                "GET /v1/partners HTTP/1.1\r\nHost: evil\"onload",
                "GET /v1/partners HTTP/1.1\r\nHost: ",
                "GET /v1/<script> HTTP/1.1\r\nHost: localhost",
                "GET v1 HTTP/1.1\r\nHost: localhost"
            })
    void aMalformedRequestIsAProblemWithoutInternals(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.getOutputStream()
                    .write((request + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
            assertTrue(answer.contains(PROBLEM), answer);
            assertTrue(!answer.contains("Exception") && !answer.contains("io.vertx"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"query\":",
                "[1,2]",
                "{}",
                "{\"query\":\"{ nothing }\"}",
                "{\"query\":\"{ partners(\"}"
            })
    void malformedGraphqlIsRefusedWithoutInternals(String body) {
        given().contentType("application/json")
                .body(body)
                .post("/graphql")
                .then()
                .statusCode(lessThan(500))
                .body(not(containsString("Exception:")))
                .body(not(containsString("be.digicatalogue")));
    }
}
