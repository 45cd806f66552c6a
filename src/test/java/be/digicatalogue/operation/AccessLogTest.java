package be.digicatalogue.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the access log tells of requests, and what it keeps to itself. */
@QuarkusTest
@TestProfile(Curating.class)
class AccessLogTest extends ApiTest {

    private static final String CATEGORY = "be.digicatalogue.requests ";
    private static final AtomicInteger MARKS = new AtomicInteger();

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/partners/vives|/v1/partners/vives",
                "/v1/service-points?lat=51.0543&lon=3.7174|/v1/service-points",
                "/v1/guide?place=9000|/v1/guide",
                "/?near=9000|/",
                "/graphql?query=%7Bplaces(postalCode:%229000%22)%7Btotal%7D%7D|/graphql",
                "/v1/service-points%3Flat=51.0543&lon=3.7174|/v1/service-points…",
                "/v1/service-points%253flat=51.0543&lon=3.7174|/v1/service-points…",
                "/v1/service-points;lat=51.0543;lon=3.7174|/v1/service-points…",
                "/v1/service-points&lat=51.0543&lon=3.7174|/v1/service-points…",
                "/v1/service-points/lat=51.0543,3.7174|/v1/service-points/lat…",
                "/v1/places/9000|/v1/places/{id}",
                "/v1/%70laces/9000-gent|/v1/places/{id}",
                "/v1//places/./9000-gent/|/v1/places/{id}",
                "/id/places/9000-gent|/id/places/{id}",
                "/ogc/collections/places/items/9000-gent?f=json|/ogc/collections/places/{id}",
                "/ogc/collections/service-points/items?bbox=3.71,51.05,3.72,51.06|/ogc/collections/service-points/items",
                "http://localhost/v1/places?postalCode=9000|/v1/places",
                "http://localhost/v1/places/9000-gent|/v1/places/{id}",
                "http://localhost?near=9000|/",
                "/v1/partners?q=%zz9000|/v1/partners",
                "/v1/places#9000|/v1/places…",
            })
    void aLineHasThePathWithoutWhatTellsWhereSomebodyIs(String address, String path) throws IOException {
        var line = line("GET " + address + " HTTP/1.1\r\n");
        assertEquals(path, line.split(" ")[2], line);
        assertFalse(line.contains("9000") || line.contains("51.05") || line.contains("3.71"), line);
        assertTrue(line.matches("127\\.0\\.0\\.1 GET \\S+ [2-4]\\d\\d (\\d+|-) \\d+ms mark-\\d+"), line);
    }

    @Test
    void documentsInBodiesAndOtherHeadersAreNotLogged() throws IOException {
        var body = "{\"query\":\"{ places(q: \\\"9000\\\") { __typename } }\"}";
        var line = line(
                "POST /graphql?postalCode=9000 HTTP/1.1\r\nContent-Type: application/json\r\nReferer:"
                        + " https://localhost/?near=9000\r\nAuthorization: Bearer 9000\r\nCookie: a=9000\r\nContent-Length: "
                        + body.length() + "\r\n",
                body);
        assertTrue(line.startsWith("127.0.0.1 POST /graphql 200 "), line);
        assertFalse(line.contains("9000") || line.contains("postalCode"), line);
    }

    @Test
    void theTimeIsInMilliseconds() throws IOException {
        var line = line("GET /v1/places HTTP/1.1\r\nCatalogue-Revision-At-Least: 9999\r\n");
        int millis = Integer.parseInt(line.replaceAll(".* (\\d+)ms .*", "$1"));
        // The service waits a second for a revision.
        assertTrue(millis >= 900 && millis < 30_000, line);
    }

    @Test
    void nobodyWritesALineOrACommandOfATerminalIntoTheLog() throws IOException {
        for (var agent : List.of("a\u0085127.0.0.2 GET /fake 200", "\u009b2J", "caf\u00e9", "a\tb")) {
            var line = line("GET /v1 HTTP/1.1\r\nUser-Agent: " + agent + "\r\n");
            assertTrue(line.matches("127\\.0\\.0\\.1 GET /v1 200 \\d+ \\d+ms mark-\\d+ [ -~]+"), line);
        }
        var cut = line("GET /v1/" + "a".repeat(5_000) + " HTTP/1.1\r\nUser-Agent: " + "b".repeat(5_000) + "\r\n");
        assertTrue(cut.length() < 600, cut);
        var forwarded = line("GET /v1 HTTP/1.1\r\nX-Forwarded-For: 192.0.2.1 GET /fake\u009b 200\r\n");
        assertTrue(forwarded.startsWith("192.0.2.1?GET??fake??200 GET /v1 "), forwarded);
    }

    @Test
    void answersAtHandAndRefusalsHaveTheirLine() throws IOException {
        for (int i = 0; i < 2; i++) {
            assertTrue(line("GET /v1/partners/vives HTTP/1.1\r\n").contains(" GET /v1/partners/vives 200 "));
        }
        assertTrue(line("GET /v1/nothing?a=9000 HTTP/1.1\r\n").contains(" GET /v1/nothing 404 "));
        assertTrue(line("DELETE /v1/partners?a=9000 HTTP/1.1\r\n").contains(" DELETE /v1/partners 405 "));
    }

    private String line(String head) throws IOException {
        return line(head, "");
    }

    /** Sends a request and gives the line about it, known by a mark in the name of the program. */
    private String line(String head, String body) throws IOException {
        var mark = "mark-" + MARKS.incrementAndGet();
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            var agent = head.contains("User-Agent: ")
                    ? head.replace("User-Agent: ", "User-Agent: " + mark + " ")
                    : head + "User-Agent: " + mark + "\r\n";
            socket.getOutputStream()
                    .write((agent + "Host: localhost\r\nConnection: close\r\n\r\n" + body).getBytes(ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }
        eventually(() -> lines().stream().anyMatch(line -> (line + " ").contains(" " + mark + " ")));
        var found = lines().stream()
                .filter(line -> (line + " ").contains(" " + mark + " "))
                .toList();
        assertEquals(1, found.size(), found::toString);
        return found.get(0).substring(CATEGORY.length());
    }

    private static List<String> lines() {
        try {
            return Files.readString(Curating.LOG, UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(CATEGORY))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
