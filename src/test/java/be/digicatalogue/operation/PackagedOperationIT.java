package be.digicatalogue.operation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.EveryRoute;
import be.digicatalogue.GraphqlSocket;
import be.digicatalogue.PackagedService;
import be.digicatalogue.Sql;
import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.publication.Curating;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service owes its operators: traces where they are collected, logs for machines, an orderly end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PackagedOperationIT {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final String QUESTION = "{\"query\":\"{catalogue{revision}}\"}";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = EmbeddedDatabase.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aRequestLeavesATraceWhereAnAddressIsGivenAndItsIdInTheLog() throws Exception {
        var received = new CopyOnWriteArrayList<String>();
        var collector = collector(received);
        try (var service = PackagedService.start(
                        "traced",
                        database.servingUrl(),
                        database.ownerUrl(),
                        folder,
                        Map.of(
                                "CATALOGUE_ADMIN_TOKENS",
                                "els:catalogue-editor:" + "0".repeat(64),
                                "OTEL_EXPORTER_OTLP_ENDPOINT",
                                "http://127.0.0.1:" + collector.getAddress().getPort(),
                                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                                "http/protobuf",
                                "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
                                "true"))
                .ready()) {
            assertEquals(
                    200,
                    service.get("/v1/partners", "traceparent", traceparent('a')).statusCode());
            assertEquals(
                    401,
                    service.get("/admin/v1", "Authorization", "Bearer wrong", "traceparent", traceparent('b'))
                            .statusCode());
            eventually(() -> received.stream().anyMatch(spans -> spans.contains("/v1/partners")));
            var spans = String.join("", received);
            assertTrue(spans.contains("digi-catalogue"), "the spans do not tell whose they are");
            // The trace goes on that the caller began, as bytes in the span.
            assertTrue(spans.contains("\u00aa".repeat(16)), "the span is not of the caller's trace");
            assertFalse(spans.contains("/q/health/ready"), "probes are traced");
            assertFalse(spans.contains("pg_is_in_recovery"), "looks at the database are traced");

            var refused = lines(service).stream()
                    .filter(line -> line.path("loggerName").asText().startsWith("be.digicatalogue.access."))
                    .toList();
            assertEquals(1, refused.size(), service::log);
            assertEquals("b".repeat(32), refused.get(0).at("/mdc/traceId").asText(), service::log);
        } finally {
            collector.stop(0);
        }
    }

    @Test
    void aStopFinishesWhatHasBegunAndDoesNotWaitForStreams() throws Exception {
        var service = PackagedService.start(
                        "stopping",
                        database.servingUrl(),
                        database.ownerUrl(),
                        folder,
                        Map.of("QUARKUS_SHUTDOWN_DELAY", "3s", "QUARKUS_SHUTDOWN_TIMEOUT", "40s"))
                .ready();
        var streamEnded = CLIENT.sendAsync(
                HttpRequest.newBuilder(service.address().resolve("/v1/changes/stream"))
                        .build(),
                BodyHandlers.ofString());
        var socketClosed = new CompletableFuture<Integer>();
        var socket = subscribed(service.address(), socketClosed);
        Thread.sleep(500);

        Process process;
        String late;
        try (var begun =
                new Socket(InetAddress.getByName(null), service.address().getPort())) {
            begun.getOutputStream()
                    .write(
                            ("POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                            + QUESTION.length() + "\r\n\r\n" + QUESTION.substring(0, 5))
                                    .getBytes(UTF_8));
            begun.getOutputStream().flush();
            Thread.sleep(500);
            process = service.terminate();
            eventually(() -> status(service, "/q/health/ready") == 503);
            assertEquals(200, status(service, "/v1/provinces"), "it does not serve until the balancer knows");
            // Well after the delay.
            Thread.sleep(4_000);
            assertTrue(process.isAlive(), "it did not wait for a request that had begun");
            begun.getOutputStream().write(QUESTION.substring(5).getBytes(UTF_8));
            begun.getOutputStream().flush();
            late = new String(begun.getInputStream().readAllBytes(), UTF_8);
        }
        assertTrue(late.startsWith("HTTP/1.1 200"), late);
        assertTrue(late.contains("\"revision\":"), late);
        assertTrue(process.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS), service::log);
        assertFalse(service.log().contains("Timed out waiting for graceful shutdown"), service::log);
        assertEquals(
                200, streamEnded.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS).statusCode());
        assertEquals(-1, status(service, "/v1"), "it takes requests after its end");
        socketClosed.get(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS);
        socket.abort();
    }

    /** On its own database, which must answer as long as it is asked. */
    @Test
    void aStopWithoutOpenRequestsTakesTwoSecondsWhateverBecameOfWebSockets() throws Exception {
        var service = PackagedService.start("alone", folder).ready();
        try (var used = new GraphqlSocket(service.address())) {
            used.subscribe("1", "query { catalogue { revision } }");
            assertEquals(1, used.next("1").getInt("payload.data.catalogue.revision"));
        }
        var closed = new CompletableFuture<Integer>();
        var socket = subscribed(service.address(), closed);
        Thread.sleep(500);
        long begin = System.nanoTime();
        assertEquals(143, service.terminate().onExit().get(30, TimeUnit.SECONDS).exitValue());
        long millis = (System.nanoTime() - begin) / 1_000_000;
        assertEquals(1001, closed.get(5, TimeUnit.SECONDS), "going away");
        assertFalse(service.log().contains(" ERROR "), service::log);
        assertFalse(service.log().contains("The database cannot be used"), service::log);
        // Two seconds, and as much again for a busy machine.
        assertTrue(millis < 4_000, () -> millis + " ms\n" + service.log());
        socket.abort();
    }

    @Test
    void itsOwnDatabaseAnswersUntilTheLastRequestIsAnswered() throws Exception {
        var service = PackagedService.start(
                        "last",
                        "",
                        "",
                        folder,
                        Map.of(
                                "CATALOGUE_DATABASE_URL", "",
                                "CATALOGUE_OWNER_DATABASE_URL", "",
                                "QUARKUS_SHUTDOWN_DELAY", "6s"))
                .ready();
        var process = service.terminate();
        // Beyond the two seconds after which PostgreSQL once was stopped.
        Thread.sleep(3_500);
        var revisions = service.get("/admin/v1/publications", "Authorization", "Bearer " + Curating.PUBLISHER);
        assertEquals(200, revisions.statusCode(), () -> new String(revisions.body(), UTF_8));
        assertTrue(process.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS), service::log);
        assertFalse(service.log().contains("The database cannot be used"), service::log);
    }

    @Test
    void untilItsBalancerKnowsAServiceThatStopsAnswersEveryRouteInItsForm() throws Exception {
        var service = PackagedService.start(
                        "draining",
                        database.servingUrl(),
                        database.ownerUrl(),
                        folder,
                        Map.of("QUARKUS_SHUTDOWN_DELAY", "120s"))
                .ready();
        service.terminate();
        try {
            eventually(() -> status(service, "/q/health/ready") == 503);
            var statuses = EveryRoute.isAnswered(service.address());
            assertTrue(statuses.get(200) > 100, statuses::toString);
        } finally {
            // Nobody waits for the rest of the delay.
            service.kill();
        }
    }

    /** Whatever was asked of it; in the process itself, since other tests hold catalogues of their own. */
    @Test
    void aCatalogueGoesWhenANewerOneHasTakenItsPlace() throws Exception {
        try (var service = PackagedService.start("swapping", database, folder).ready()) {
            for (int revision = 2; revision < 5; revision++) {
                for (var address : List.of(
                        "/v1/guide?postalCode=8500",
                        "/v1/service-points?postalCode=9000&service=training",
                        "/v1/search?q=gent",
                        "/v1/consortia",
                        "/v1/programmes/digihub?f=jsonld",
                        "/v1/figures.csv",
                        "/graphql?query=%7Bprovinces%7Bname%7D%7D",
                        "/ogc/collections/service-points/items",
                        "/dcat",
                        "/ldes",
                        "/?place=8500")) {
                    assertEquals(200, status(service, address), address);
                }
                var served = "Serving revision " + revision;
                Sql.commit(Sql.to(database.ownerUrl()), "SELECT publish_revision('Another one')");
                eventually(() -> service.log().contains(served));
            }
            eventually(() -> service.instances(Catalogue.class) == 1);
        }
    }

    private static WebSocket subscribed(URI address, CompletableFuture<Integer> closed) throws Exception {
        var socket = CLIENT.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(
                        URI.create(address.toString().replace("http", "ws") + "/graphql"), new WebSocket.Listener() {
                            @Override
                            public java.util.concurrent.CompletionStage<?> onClose(
                                    WebSocket socket, int status, String reason) {
                                closed.complete(status);
                                return null;
                            }

                            @Override
                            public void onError(WebSocket socket, Throwable error) {
                                closed.complete(-1);
                            }
                        })
                .get(30, TimeUnit.SECONDS);
        socket.sendText("{\"type\":\"connection_init\"}", true).join();
        socket.sendText(
                        "{\"id\":\"1\",\"type\":\"subscribe\",\"payload\":{\"query\":\"subscription{catalogueChanged{revision}}\"}}",
                        true)
                .join();
        return socket;
    }

    /** -1 where nobody answers. */
    private static int status(PackagedService service, String path) {
        try {
            return service.get(path).statusCode();
        } catch (IOException refused) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer collector(List<String> received) throws IOException {
        var collector = HttpServer.create(new InetSocketAddress(InetAddress.getByName(null), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            try (var body = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                    ? new GZIPInputStream(exchange.getRequestBody())
                    : exchange.getRequestBody()) {
                received.add(new String(body.readAllBytes(), ISO_8859_1));
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
        return collector;
    }

    private static String traceparent(char digit) {
        return "00-" + String.valueOf(digit).repeat(32) + "-" + "1".repeat(16) + "-01";
    }

    /** The log, every line of which is JSON once logging has been configured. */
    private static List<JsonNode> lines(PackagedService service) throws IOException {
        var json = new ObjectMapper();
        var lines = new CopyOnWriteArrayList<JsonNode>();
        for (var line : service.log().split("\n")) {
            if (line.startsWith("{")) {
                lines.add(json.readTree(line));
            }
        }
        return lines;
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail("it did not become true within " + LONGEST_WAIT.toSeconds() + " seconds");
            }
            Thread.sleep(50);
        }
    }
}
