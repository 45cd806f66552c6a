package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is given again is the same, and nobody can make it another one for somebody else. */
@QuarkusTest
class RepeatedAnswersTest extends ApiTest {

    private static final Pattern AGES = Pattern.compile("[0-9]+");

    private static final AtomicInteger NEW = new AtomicInteger();

    @TestHTTPResource("/")
    URI service;

    /** HTTP/1.1, where the compressed bytes are kept; over HTTP/2 the server compresses each answer. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A question that nobody asked before, so that its first answer is worked out. */
    private static String fresh() {
        return "/v1/service-points?postalCode=9000&radius=" + (20_000 + NEW.incrementAndGet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/partners?province=limburg",
                "/v1/guide?postalCode=8500",
                "/v1/service-points/gent-bib-de-krook?lang=fr",
                "/v1/search?q=gent",
                "/openapi?format=json",
                "/graphql?query=%7B%20provinces%20%7B%20name%20%7D%20%7D"
            })
    void theSecondAnswerIsTheFirst(String address) throws Exception {
        var first = send(address);
        double hits = hits();
        var second = send(address);
        assertEquals(hits + 1, hits());
        assertArrayEquals(first.body(), second.body());
        assertEquals(withoutAges(headers(first)), withoutAges(headers(second)));
        var third = send(
                address, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertEquals(304, third.statusCode());
        assertEquals(0, third.body().length);
        assertEquals(
                withoutAges(headers(first)).get("cache-control"),
                withoutAges(headers(third)).get("cache-control"));
    }

    /** Each header that could find its way into an answer: sent with the first request, it must not show in the next. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept-Language|fr",
                "Accept-Language|xx;q=bad",
                "Accept-Language|-",
                "Accept|application/json",
                "Accept|text/html,*/*;q=0.1",
                "Accept-Encoding|gzip",
                "Accept-Encoding|identity",
                "Accept-Encoding|br, gzip;q=0",
                "X-Forwarded-Host|evil.example",
                "X-Forwarded-Proto|https",
                "X-Forwarded-Prefix|/evil",
                "X-Forwarded-Port|666",
                "Forwarded|host=evil.example;proto=https",
                "X-Original-URL|/v1/partners",
                "X-Rewrite-URL|/v1/partners",
                "X-HTTP-Method-Override|DELETE",
                "X-Http-Method|PUT",
                "Origin|https://evil.example",
                "Cookie|lang=fr",
                "Authorization|Bearer nothing",
                "If-None-Match|\"other\"",
                "If-None-Match|*",
                "If-Modified-Since|Sat, 21 Nov 2026 00:00:00 GMT",
                "If-Match|\"other\"",
                "Range|bytes=0-9",
                "Cache-Control|no-cache",
                "Pragma|no-cache",
                "Catalogue-Revision-At-Least|1",
                "Content-Type|text/plain",
                "User-Agent|evil",
                "Referer|https://evil.example",
                "TE|trailers",
                "Via|1.1 evil"
            })
    void noHeaderOfOneCallerShowsInTheAnswerToAnother(String name, String value) throws Exception {
        var address = fresh();
        send(address, name, value);
        var after = send(address);
        var clean = fresh();
        var expected = send(clean);
        assertEquals(200, after.statusCode());
        assertEquals(
                text(expected).replace(clean.substring(clean.indexOf("radius")), "radius"),
                text(after).replace(address.substring(address.indexOf("radius")), "radius"));
        var headers = headers(after);
        headers.remove("etag");
        var others = headers(expected);
        others.remove("etag");
        assertEquals(withoutAges(others), withoutAges(headers));
    }

    /** Ages that end when a place opens differ by the seconds between two answers. */
    private static TreeMap<String, List<String>> withoutAges(TreeMap<String, List<String>> headers) {
        headers.computeIfPresent(
                "cache-control",
                (name, values) -> List.of(AGES.matcher(values.get(0)).replaceAll("age")));
        return headers;
    }

    @Test
    void everyHostGetsItsOwnLinks() {
        var address = fresh();
        for (var host : List.of("one.example", "two.example:8443", "one.example")) {
            var self = given().header("Host", host)
                    .urlEncodingEnabled(false)
                    .get(address)
                    .jsonPath()
                    .getString("self");
            assertTrue(self.startsWith("http://" + host + "/v1/"), self);
        }
    }

    @Test
    void aCompressedAnswerIsTheSameAndOnlyForWhoAskedForIt() throws Exception {
        var address = fresh();
        var plain = send(address);
        assertTrue(plain.headers().firstValue("Content-Encoding").isEmpty());
        for (var accepted : List.of("gzip", "br;q=1.0, gzip;q=0.8, *;q=0.1", "GZIP", "*")) {
            var compressed = send(address, "Accept-Encoding", accepted);
            assertEquals(
                    "gzip", compressed.headers().firstValue("Content-Encoding").orElse(accepted));
            assertArrayEquals(
                    plain.body(), new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes());
        }
        for (var refused : List.of("gzip;q=0", "identity", "identity, gzip;q=0.0", "*;q=0", "")) {
            var answer = refused.isEmpty() ? send(address) : send(address, "Accept-Encoding", refused);
            assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty(), refused);
        }
        var another = send(address, "Accept-Encoding", "gzip;q=0, *").headers().firstValue("Content-Encoding");
        assertNotEquals("gzip", another.orElse("identity"));
    }

    /** A query sent as a body is found again by the body; no cache between may keep what no address names. */
    @Test
    void aRepeatedQueryIsAnsweredFromMemoryAndOnlyToWhoSentTheSame() throws Exception {
        var query = "{\"query\":\"{ partners(first: 1) { totalCount nodes { name } } number" + NEW.incrementAndGet()
                + ": catalogue { revision } }\"}";
        var first = post(query);
        assertEquals(200, first.statusCode());
        double hits = hits();
        var second = post(query, "If-None-Match", "*", "Cookie", "a=b");
        assertEquals(hits + 1, hits());
        assertEquals(200, second.statusCode());
        assertArrayEquals(first.body(), second.body());
        assertEquals(headers(first), headers(second));
        assertEquals("no-store", second.headers().firstValue("Cache-Control").orElseThrow());
        assertTrue(second.headers().firstValue("ETag").isEmpty());
        assertEquals(415, post(query, "Content-Type", "text/plain").statusCode());
        assertEquals(406, post(query, "Accept", "text/csv").statusCode());
        assertEquals(
                "application/graphql-response+json",
                post(query, "Accept", "application/graphql-response+json")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow()
                        .split(";")[0]);
        assertTrue(text(post(query.replace("totalCount", "totalCount edges { cursor }")))
                .contains("cursor"));
        assertArrayEquals(first.body(), post(query).body());
    }

    @Test
    void whatWasRefusedIsNotRemembered() throws Exception {
        for (int i = 0; i < 2; i++) {
            double hits = hits();
            assertEquals(400, send("/v1/partners?colour=red").statusCode());
            assertEquals(404, send("/v1/partners/nobody").statusCode());
            assertEquals(hits, hits());
        }
    }

    @Test
    void theHeadOfARepeatedAnswerHasItsHeadersAndNoBody() {
        var address = fresh();
        var get = given().urlEncodingEnabled(false).get(address);
        var head = given().urlEncodingEnabled(false).head(address);
        assertEquals(200, head.statusCode());
        assertEquals(get.header("ETag"), head.header("ETag"));
        assertEquals("", head.asString());
        var first = fresh();
        given().urlEncodingEnabled(false).head(first);
        assertTrue(given().urlEncodingEnabled(false).get(first).asString().contains("\"items\""));
    }

    @Test
    void manyWhoAskTheSameAtOnceMakeItBeWorkedOutOnce() throws Exception {
        var address = fresh();
        double misses = count("miss");
        var pool = Executors.newFixedThreadPool(16);
        try {
            var answers = new ArrayList<byte[]>();
            Callable<byte[]> asking = () -> send(address).body();
            for (var answer : pool.invokeAll(Collections.nCopies(64, asking))) {
                answers.add(answer.get());
            }
            answers.forEach(answer -> assertArrayEquals(answers.get(0), answer));
        } finally {
            pool.shutdownNow();
        }
        assertEquals(misses + 1, count("miss"));
    }

    @Test
    void languagesDoNotMix() {
        var address = "/v1/provinces/west-vlaanderen?embed=partners,consortium";
        for (int i = 0; i < 2; i++) {
            assertEquals("West-Vlaanderen", in("nl", address));
            assertEquals("Flandre occidentale", in("fr", address));
            assertEquals("West Flanders", in("en-GB,en;q=0.9", address));
        }
        assertNull(given().get("/v1/provinces").header("Set-Cookie"));
    }

    private static String in(String language, String address) {
        return given().header("Accept-Language", language)
                .get(address)
                .jsonPath()
                .getString("name");
    }

    private HttpResponse<byte[]> post(String body, String... headers) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(service.resolve("/graphql")).POST(HttpRequest.BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> send(String address, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static TreeMap<String, List<String>> headers(HttpResponse<byte[]> answer) {
        return new TreeMap<>(answer.headers().map());
    }

    private static double hits() {
        return count("hit");
    }

    private static double count(String result) {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("catalogue_answers_total{") && line.contains("\"" + result + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
