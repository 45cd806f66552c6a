package be.digicatalogue.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request begins and ends, and whom it is for, is never ambiguous (RFC 9112). A bar stands for the end of a line. */
@QuarkusTest
class RequestFramingTest extends ApiTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** What would be answered if the body of the request before were taken for a request. */
    private static final String SMUGGLED = "GET /v1/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 3.2: exactly one Host.
                "GET /v1 HTTP/1.1|Host: localhost|Host: example.org||",
                "GET /v1 HTTP/1.1|Host: localhost|Host: localhost||",
                "GET /v1 HTTP/1.0|Host: localhost|Host: example.org||",
                "GET /v1 HTTP/1.1|Accept: application/json||",
                // 6.3: one length.
                "POST /graphql HTTP/1.1|Host: localhost|Content-Length: 5|Transfer-Encoding: chunked||0||",
                "POST /graphql HTTP/1.1|Host: localhost|Transfer-Encoding: chunked|Content-Length: 5||0||",
                "GET /v1 HTTP/1.1|Host: localhost|Transfer-Encoding: chunked|Content-Length: 0||0||",
                "POST /graphql HTTP/1.1|Host: localhost|Content-Length: 5|Content-Length: 6||",
                "POST /graphql HTTP/1.1|Host: localhost|Content-Length: 5, 6||",
                "POST /graphql HTTP/1.1|Host: localhost|Content-Length: -1||",
                "POST /graphql HTTP/1.1|Host: localhost|Content-Length: +5||",
                "POST /graphql HTTP/1.1|Host: localhost|Content-Length: 0x5||",
                "POST /graphql HTTP/1.1|Host: localhost|Transfer-Encoding: gzip||",
                "POST /graphql HTTP/1.1|Host: localhost|Transfer-Encoding: xchunked||",
                "POST /graphql HTTP/1.1|Host: localhost|Transfer-Encoding: chunked, identity||0||",
                "POST /graphql HTTP/1.1|Host: localhost|Transfer-Encoding: chunked|Transfer-Encoding: identity||0||",
                // 6.1: HTTP/1.0 has no codings.
                "POST /graphql HTTP/1.0|Host: localhost|Transfer-Encoding: chunked||0||",
                // 5.1: no space before the colon.
                "GET /v1 HTTP/1.1|Host: localhost|Accept : application/json||",
                "GET /v1 HTTP/1.1|Host : localhost||",
                "POST /graphql HTTP/1.1|Host: localhost|Content-Length : 5||hello",
                // 2.2: no space before the first header.
                "GET /v1 HTTP/1.1| Host: localhost||",
                // 3.1: a method is a token.
                "GE(T /v1 HTTP/1.1|Host: localhost||",
                "G\u00c9T /v1 HTTP/1.1|Host: localhost||",
                "GET /v1 HTTX/1.1|Host: localhost||",
                "GET /v1|Host: localhost||",
                "nonsense||",
            })
    void aRequestThatCanBeReadInTwoWaysIsRefusedAndTheConnectionClosed(String request) throws Exception {
        var received = refused(request);
        assertTrue(received.startsWith("HTTP/1.1 400 "), received);
        assertTrue(received.contains("application/problem+json"), received);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "POST /graphql HTTP/1.1|Host: localhost|Transfer-Encoding: gzip, chunked||0|| > 501",
                "GET /v1 HTTP/2.0|Host: localhost|| > 505",
                // Answered by its head alone, before the chunk that cannot be read.
                "POST /graphql HTTP/1.1|Host: localhost|Transfer-Encoding: chunked||zz| > 411",
                "POST /admin/v1/publications HTTP/1.1|Host: localhost|Transfer-Encoding: chunked||-5|hello| > 404",
            })
    void whatIsClearAndNotPossibleHasAStatusOfItsOwn(String request, int status) throws Exception {
        var received = refused(request);
        assertTrue(received.startsWith("HTTP/1.1 " + status + " "), received);
        assertTrue(received.contains("application/problem+json"), received);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health HTTP/1.0|Host: localhost||",
                // 5.2: a folded line may be joined with a space.
                "GET /health HTTP/1.1|Host: localhost|Accept: application/json,| */*||",
                "GET /health HTTP/1.1|HOST:localhost||",
                "GET /health HTTP/1.1|Host:   localhost   ||",
            })
    void whatIsUnusualButClearIsAnswered(String request) throws Exception {
        try (var line = new RawConnection(service)) {
            line.send(lines(request)).endsWithin(Duration.ofMillis(700));
            assertTrue(line.received().matches("(?s)HTTP/1\\.[01] 200 .*"), line.received());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /graphql HTTP/1.1|Host: localhost|Content-Type: application/json|Transfer-Encoding: Chunked||"
                        + "21|{\"query\":\"{catalogue{revision}}\"}|0||",
            })
    void aBodyInChunksIsReadToItsEndAndTheConnectionStaysOpen(String request) throws Exception {
        try (var line = new RawConnection(service)) {
            line.send(lines(request));
            // The first request of all takes longest.
            for (int i = 0; i < 40 && line.received().isEmpty(); i++) {
                assertFalse(line.endsWithin(Duration.ofMillis(500)), line::received);
            }
            var statuses = line.received()
                    .lines()
                    .filter(text -> text.startsWith("HTTP/1.1 "))
                    .count();
            assertEquals(1, statuses, line::received);
        }
    }

    /** Sends a request, and behind it another one that must not be answered. */
    private String refused(String request) throws Exception {
        try (var line = new RawConnection(service)) {
            assertTrue(line.send(lines(request) + SMUGGLED).endsWithin(SOON), () -> "not closed: " + line.received());
            var received = line.received();
            assertFalse(received.contains("smuggled"), received);
            assertEquals(
                    1,
                    received.lines()
                            .filter(text -> text.startsWith("HTTP/1.1 "))
                            .count(),
                    received);
            return received;
        }
    }

    private static String lines(String request) {
        return request.replace("|", "\r\n");
    }
}
