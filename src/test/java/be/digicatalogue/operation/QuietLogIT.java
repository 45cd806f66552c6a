package be.digicatalogue.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.PackagedService;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.publication.Curating;
import be.digicatalogue.traffic.RawConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever callers send, the log has no stack trace, no error and nothing that tells of a person. */
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES)
class QuietLogIT {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(300);
    private static final String HOST = "Host: localhost\r\n";
    private static final String JSON = HOST + "Content-Type: application/json\r\n";
    private static final String CURATOR = HOST + "Authorization: Bearer " + Curating.PUBLISHER + "\r\n";

    /** What only a request can have told the service. */
    private static final List<String> PERSONAL = List.of(
            Curating.PUBLISHER,
            "geraden-sleutel",
            "jan.janssens@example.be",
            "50.93731",
            "4.04251",
            "9420",
            "Kerkstraat 17");

    private static final List<String> ROUTES = List.of(
            "/",
            "/en",
            "/digihubs",
            "/v1",
            "/v1/partners",
            "/v1/service-points",
            "/v1/places",
            "/v1/guide",
            "/v1/search",
            "/v1/changes",
            "/v1/figures.csv",
            "/id/partners/x",
            "/ogc/collections/service-points/items",
            "/dcat",
            "/ldes",
            "/context/v1.jsonld",
            "/openapi",
            "/graphql",
            "/graphql-ui",
            "/mcp",
            "/embed",
            "/assets/x",
            "/health",
            "/q/health/ready",
            "/q/metrics",
            "/admin/v1",
            "/admin/v1/publications",
            "/swagger-ui",
            "/export/partners.csv");

    private static final List<String> TAILS = List.of(
            "/%ff",
            "/%",
            "/%zz",
            "/%00",
            "/%c0%af",
            "/..%2f..",
            "?%ff=%fe",
            "?q=%",
            "?q=%zz",
            "?q=%00",
            "?q=%ed%a0%80",
            "?a=" + "b".repeat(9000),
            "?filter=%28%28%28",
            "?lat=50.93731&lon=4.04251&q=jan.janssens@example.be",
            "?postalCode=9420",
            ";jsessionid=%ff",
            "?page=99999999999999999999",
            "?openAt=%F0%9F%98%80");

    private static final List<String> HEADERS = List.of(
            "Accept: ;;;q=",
            "Accept: */*;q=nan",
            "Accept-Language: ,,;q=x",
            "If-None-Match: \"",
            "If-None-Match: W/",
            "Range: bytes=9-1",
            "Range: x",
            "Expect: 999-never",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Connection: Upgrade, HTTP2-Settings",
            "Cookie: =;=\u00ff",
            "X-Forwarded-For: \u00ff",
            "X-Forwarded-Host: a b",
            "Forwarded: for=;;",
            "Origin: ::",
            "traceparent: 00-zz-zz-zz",
            "traceparent: " + "0".repeat(500),
            "baggage: =;,=",
            "Content-Encoding: gzip",
            "Accept-Encoding: gzip;q=x, \u00ff",
            "Catalogue-Revision-At-Least: 999999",
            "Catalogue-Revision-At-Least: x",
            "Authorization: Bearer",
            "Authorization: \u00ff",
            "Access-Control-Request-Method: \u00ff",
            "Last-Event-ID: \u00ff",
            "User-Agent: \u001b[31m",
            "If-Modified-Since: x",
            "Prefer: \u00ff");

    private static final List<String> BODIES = List.of(
            "",
            "{",
            "[",
            "null",
            "\"\"",
            "1e999999999",
            "[".repeat(90_000),
            "{\"a\":".repeat(18_000),
            "\u00ff\u00fe",
            "{\"query\":1}",
            "{\"query\":\"{\"}",
            "{\"query\":\"" + "{a".repeat(20_000) + "\"}",
            "{\"query\":\"{__typename}\",\"variables\":[]}",
            "{\"query\":\"query($a:Int!){servicePoints(first:$a){totalCount}}\",\"variables\":{\"a\":99999999999999999999}}",
            "{\"query\":\"{guide(place:\\\"Kerkstraat 17\\\"){remark}}\"}",
            "{\"query\":\"{servicePoint(id:\\\"\\\\u0000\\\"){name}}\"}",
            "{\"query\":\"subscription{catalogueChanged{revision}}\"}",
            "{\"query\":\"mutation{a}\"}",
            "{\"query\":\"{servicePoints(lat:50.93731,lon:4.04251,openAt:\\\"x\\\"){totalCount}}\"}",
            "{\"query\":\"" + "query q{...a} fragment a on Query{...a}" + "\"}",
            "[{\"query\":\"{__typename}\"}]",
            "{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":[]}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"x\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":7}",
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}");

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(folder.resolve("data"));
        service = PackagedService.start(
                        "quiet",
                        database.servingUrl(),
                        database.ownerUrl(),
                        folder,
                        Map.of("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "true", "QUARKUS_SHUTDOWN_TIMEOUT", "1s"))
                .ready();
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @Test
    void malformedAddressesHeadersAndMethodsLeaveNoTraceInTheLog() throws Exception {
        for (var route : ROUTES) {
            var requests = new StringBuilder();
            for (var tail : TAILS) {
                requests.append("GET " + route + tail + " HTTP/1.1\r\n" + HOST + "\r\n");
            }
            answered(requests + "GET /health HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
        }
        for (var header : HEADERS) {
            for (var route : List.of("/v1/partners", "/graphql", "/mcp", "/admin/v1/publications")) {
                send("GET " + route + " HTTP/1.1\r\n" + HOST + header + "\r\n\r\n");
                send("POST " + route + " HTTP/1.1\r\n" + JSON + header + "\r\nContent-Length: 2\r\n\r\n{}");
            }
        }
        for (var method : List.of("TRACE", "CONNECT", "PROPFIND", "OPTIONS", "PRI", "get", "DELETE", "PUT")) {
            for (var target : List.of("*", "/", "/v1", "localhost:80", "http://localhost/v1", "//", "/graphql")) {
                send(method + " " + target + " HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\n\r\n");
            }
        }
        send("\u0016\u0003\u0001\u0002\u0000\u0001\u0000");
        send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        send("\u0000".repeat(100));
        isQuiet();
    }

    @Test
    void malformedBodiesLeaveNoTraceInTheLog() throws Exception {
        for (var route : List.of("/graphql", "/mcp", "/v1/partners", "/admin/v1/service-points", "/mcp/messages/x")) {
            for (var body : BODIES) {
                send("POST " + route + " HTTP/1.1\r\n" + JSON
                        + "Accept: application/json, text/event-stream\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body);
            }
            send("POST " + route + " HTTP/1.1\r\n" + JSON + "Content-Length: 1000\r\n\r\n{");
            send("POST " + route + " HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\n5\r\n{");
            send("POST " + route + " HTTP/1.1\r\n" + JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{");
        }
        isQuiet();
    }

    @Test
    void clientsThatLeaveAreNoErrors() throws Exception {
        for (var route : List.of(
                "/v1/dataset.zip",
                "/v1/dataset.xlsx",
                "/v1/service-points.json",
                "/v1/changes/stream",
                "/export/places.csv")) {
            for (var delay : List.of(0, 5, 50)) {
                var line = new RawConnection(service.address()).send("GET " + route + " HTTP/1.1\r\n" + HOST + "\r\n");
                Thread.sleep(delay);
                line.reset();
            }
        }
        for (var begun : List.of(
                "Content-Type: application/zip\r\nContent-Length: 100000\r\n\r\nPK",
                "Content-Type: application/zip\r\nTransfer-Encoding: chunked\r\n\r\n100\r\nPK",
                "Content-Type: application/zip\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nPK\r\n",
                "Content-Type: application/zip\r\nContent-Length: 4\r\n\r\nPK\u0003\u0004")) {
            for (var path : List.of("/admin/v1/publications?dryRun=true", "/admin/v1/service-points?dryRun=true")) {
                var line =
                        new RawConnection(service.address()).send("POST " + path + " HTTP/1.1\r\n" + CURATOR + begun);
                line.answersWithin(SHORT);
                line.reset();
            }
        }
        // Read by nobody else, so the curator hears what is wrong with it.
        try (var line = new RawConnection(service.address())) {
            line.send("POST /admin/v1/publications?dryRun=true HTTP/1.1\r\n" + CURATOR
                    + "Content-Type: application/zip\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nPK");
            assertTrue(line.endsWithin(Duration.ofSeconds(10)));
            assertTrue(line.received().startsWith("HTTP/1.1 400 "), line.received());
        }
        isQuiet();
    }

    @Test
    void whateverAWebSocketCarriesLeavesNoTraceInTheLog() throws Exception {
        for (var frames : List.of(
                "garbage that is no frame",
                "\u0081\u0005hello",
                frame(1, "{"),
                frame(1, "{\"type\":\"subscribe\"}"),
                frame(1, "{\"type\":\"connection_init\"}")
                        + frame(1, "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{}}"),
                frame(1, "{\"type\":\"connection_init\"}")
                        + frame(1, "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"{\"}}"),
                frame(1, "{\"type\":\"connection_init\"}")
                        + frame(
                                1,
                                "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription{catalogueChanged{revision}}\"}}"),
                frame(1, "{\"type\":\"connection_init\"}") + frame(1, "{\"type\":\"connection_init\"}"),
                frame(1, "\u00ff\u00fe"),
                frame(2, "binary"),
                frame(3, "reserved"),
                frame(1, "[".repeat(100)),
                frame(8, "\u0000"),
                frame(8, "\u0003\u00e8bye"),
                frame(8, "\u0000\u0001no"),
                frame(9, "ping"),
                "\u00f1" + frame(1, "x").substring(1))) {
            for (var protocol : List.of("graphql-transport-ws", "graphql-ws", "nonsense")) {
                var line = new RawConnection(service.address())
                        .send("GET /graphql HTTP/1.1\r\n" + HOST + "Upgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                + "Sec-WebSocket-Protocol: " + protocol + "\r\n\r\n");
                line.answersWithin(LONGEST_ANSWER);
                try {
                    line.send(frames).answersWithin(SHORT);
                } catch (IOException closed) {
                    continue;
                } finally {
                    line.reset();
                }
            }
        }
        isQuiet();
    }

    @Test
    void guessedTokensLeaveOneLineAMinute() throws Exception {
        for (int i = 0; i < 12; i++) {
            new RawConnection(service.address())
                    .send("GET /admin/v1 HTTP/1.1\r\n" + HOST + "Authorization: Bearer geraden-sleutel-" + i
                            + "\r\n\r\n")
                    .answersWithin(SHORT);
        }
        long lines = service.log()
                .lines()
                .filter(line -> line.contains("be.digicatalogue.access.Gate"))
                .count();
        assertEquals(1, lines, service::log);
        isQuiet();
    }

    private static void answered(String request) throws IOException {
        try (var line = new RawConnection(service.address())) {
            line.send(request).endsWithin(Duration.ofSeconds(2));
        } catch (java.net.SocketException closed) {
            return;
        }
    }

    /** Sends, waits until an answer begins, which it does not to half a request, and leaves. */
    private static void send(String text) throws IOException {
        try (var line = new RawConnection(service.address())) {
            line.send(text).answersWithin(LONGEST_ANSWER);
        } catch (java.net.SocketException closed) {
            return;
        }
    }

    private static void isQuiet() throws InterruptedException {
        // What a lost connection ends may be logged a little later.
        Thread.sleep(500);
        var log = service.log();
        var loud = log.lines()
                .filter(line -> line.contains("Exception")
                        || line.contains(" ERROR ")
                        || line.startsWith("\tat be.digicatalogue")
                        || PERSONAL.stream().anyMatch(line::contains))
                .distinct()
                .toList();
        assertEquals(List.of(), loud);
        assertFalse(log.contains("\n\tat "), () -> log.substring(Math.max(0, log.indexOf("\n\tat ") - 500)));
    }

    /** A masked frame with a mask of zeros, final, as clients send it. */
    private static String frame(int opcode, String payload) {
        return "" + (char) (0x80 | opcode) + (char) (0x80 | payload.length()) + "\0\0\0\0" + payload;
    }
}
