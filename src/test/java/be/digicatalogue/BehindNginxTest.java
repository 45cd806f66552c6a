package be.digicatalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.publication.Curating;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged instances on one PostgreSQL behind a real nginx with the configuration of docker/, addresses apart. It needs
 * nginx, so it runs in a Maven profile of its own: {@code mvn verify -Pnginx}.
 */
@Tag("nginx")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BehindNginxTest {

    private static final Path CONFIGURATION = Path.of("docker/nginx/nginx.conf");

    private static final int READERS = 8;
    private static final Duration BETWEEN_READS = Duration.ofMillis(20);
    private static final Duration LOAD_BEFORE_AND_AFTER = Duration.ofSeconds(3);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;
    private static final int[] PORTS = new int[2];
    private static final PackagedService[] INSTANCES = new PackagedService[2];
    private static Process nginx;
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(folder.resolve("data"));
        int port = freePort();
        for (int i = 0; i < INSTANCES.length; i++) {
            PORTS[i] = freePort();
            begin(i);
        }
        for (var instance : INSTANCES) {
            instance.ready();
        }
        address = URI.create("http://127.0.0.1:" + port);
        startNginx(port);
    }

    @AfterAll
    static void stop() throws Exception {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
        }
        for (var instance : INSTANCES) {
            if (instance != null) {
                instance.close();
            }
        }
        database.close();
    }

    @Test
    void whenAnInstanceIsKilledAtMostTheRequestsInFlightFail() throws Exception {
        var load = new Load();
        INSTANCES[0].kill();
        Thread.sleep(LOAD_BEFORE_AND_AFTER.toMillis());
        begin(0);
        INSTANCES[0].ready();
        load.end();
        // One request of each reader can have been in flight.
        assertTrue(load.failures.size() <= READERS, load.failures::toString);
        System.out.printf(
                "Behind nginx, an instance killed with kill -9: %d requests, %d failed%n",
                load.count.get(), load.failures.size());
    }

    @Test
    void aRollingRestartFailsNobody() throws Exception {
        var load = new Load();
        for (int i = 0; i < INSTANCES.length; i++) {
            assertTrue(INSTANCES[i].terminate().waitFor(60, TimeUnit.SECONDS), "it does not end");
            begin(i);
            INSTANCES[i].ready();
            Thread.sleep(LOAD_BEFORE_AND_AFTER.toMillis());
        }
        load.end();
        assertEquals(List.of(), List.copyOf(load.failures));
        System.out.printf(
                "Behind nginx, both instances restarted in turn: %d requests, none failed%n", load.count.get());
    }

    /** Or the next reader would get from the cache what the first one made of the links. The port that was asked stays. */
    @Test
    void linksStartWithTheAddressThatWasAskedWhateverTheCallerClaims() throws Exception {
        var path = "/v1/chambers?pageSize=1";
        var answer = get(
                path,
                "X-Forwarded-Port",
                "666",
                "X-Forwarded-Ssl",
                "on",
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Prefix",
                "/evil",
                "Forwarded",
                "host=evil.example;proto=https");
        assertTrue(answer.body().startsWith("{\"self\":\"" + address.resolve(path) + "\""), answer::body);
    }

    @Test
    void answersAreKeptByWhatTheyVaryBy() throws Exception {
        var path = "/v1/provinces/limburg";
        assertEquals("MISS", cache(get(path, "Accept-Language", "nl")));
        var kept = get(path, "Accept-Language", "nl");
        assertEquals("HIT", cache(kept));
        var french = get(path, "Accept-Language", "fr");
        assertEquals("MISS", cache(french));
        assertNotEquals(kept.body(), french.body());
        var packed = get(path, "Accept-Language", "nl", "Accept-Encoding", "gzip");
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        // The first form is kept still.
        assertEquals(kept.body(), get(path, "Accept-Language", "nl").body());
        assertEquals("HIT", cache(get(path, "Accept-Language", "fr")));
        assertEquals(french.body(), get(path, "Accept-Language", "fr").body());
    }

    @Test
    void whoHasAnAnswerAlreadyIsToldSo() throws Exception {
        var path = "/v1/provinces/antwerpen";
        var tag = get(path).headers().firstValue("ETag").orElseThrow();
        var known = get(path, "If-None-Match", tag);
        assertEquals("HIT", cache(known));
        assertEquals(304, known.statusCode());
        assertEquals(200, get(path, "If-None-Match", "W/\"other\"").statusCode());
    }

    @Test
    void whoWantsARevisionOrLaterIsNotGivenWhatWasKept() throws Exception {
        get("/v1/chambers");
        assertEquals("HIT", cache(get("/v1/chambers")));
        assertEquals("BYPASS", cache(get("/v1/chambers", "Catalogue-Revision-At-Least", "1")));
        assertEquals(
                503, get("/v1/chambers", "Catalogue-Revision-At-Least", "1000").statusCode());
        assertEquals("HIT", cache(get("/v1/chambers")));
    }

    @Test
    void whatIsNotForCachesIsNotKept() throws Exception {
        for (int i = 0; i < 2; i++) {
            var curator = get("/admin/v1", "Authorization", "Bearer " + Curating.PUBLISHER);
            assertEquals(200, curator.statusCode());
            assertEquals("", cache(curator));
            assertEquals("", cache(get("/health")));
            assertEquals(401, get("/admin/v1").statusCode());
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(address.resolve("/graphql"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{catalogue{revision}}\"}"))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(200, answer.statusCode());
            assertNotEquals("HIT", cache(answer));
        }
        assertEquals(404, get("/q/metrics").statusCode());
        assertEquals(405, send("BREW", "/v1").statusCode());
    }

    @Test
    void eventsOfAStreamComeAsTheyAreSent() throws Exception {
        var stream = CLIENT.send(
                HttpRequest.newBuilder(address.resolve("/v1/changes/stream?since=0"))
                        .build(),
                BodyHandlers.ofLines());
        assertEquals("", cache(stream));
        try (var lines = stream.body()) {
            assertTrue(lines.anyMatch(line -> line.startsWith("id:") || line.startsWith(":")));
        }
    }

    @Test
    void aWebSocketComesThrough() throws Exception {
        var socket = CLIENT.newWebSocketBuilder()
                .subprotocols("graphql-transport-ws")
                .buildAsync(
                        URI.create(address.toString().replace("http", "ws") + "/graphql"),
                        new java.net.http.WebSocket.Listener() {})
                .get(30, TimeUnit.SECONDS);
        assertEquals("graphql-transport-ws", socket.getSubprotocol());
        socket.abort();
    }

    private static void begin(int instance) {
        INSTANCES[instance] = PackagedService.start(
                "instance-" + instance,
                database.servingUrl(),
                database.ownerUrl(),
                folder,
                Map.of(
                        "QUARKUS_HTTP_PORT", Integer.toString(PORTS[instance]),
                        "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
                        "QUARKUS_SHUTDOWN_DELAY", "1s"));
    }

    private static void startNginx(int port) throws Exception {
        var own = folder.resolve("nginx");
        Files.createDirectories(own);
        var configuration = Files.readString(CONFIGURATION)
                .replace("listen 8080;", "listen 127.0.0.1:" + port + ";")
                .replace("catalogue-1:8080", "127.0.0.1:" + PORTS[0])
                .replace("catalogue-2:8080", "127.0.0.1:" + PORTS[1])
                .replace("/tmp/", own + "/");
        Files.writeString(own.resolve("nginx.conf"), configuration);
        var command =
                new ArrayList<>(List.of("nginx", "-c", own.resolve("nginx.conf").toString(), "-g"));
        // Its workers share the folder of the test.
        command.add("daemon off;" + (System.getProperty("user.name").equals("root") ? " user root;" : ""));
        var log = own.resolve("log");
        try {
            nginx = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException missing) {
            fail("nginx is missing: this test needs one", missing);
        }
        for (int i = 0; i < 100; i++) {
            try {
                if (get("/health").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        fail("nginx does not answer:\n" + Files.readString(log, UTF_8));
    }

    private static HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send("GET", path, headers);
    }

    private static HttpResponse<String> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String cache(HttpResponse<?> answer) {
        return answer.headers().firstValue("X-Cache").orElse("");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Readers who ask all the time for what no cache has, so that each request needs an instance. */
    private static final class Load {

        private static final AtomicInteger QUESTIONS = new AtomicInteger();

        private final Collection<String> failures = new ConcurrentLinkedQueue<>();
        private final AtomicLong count = new AtomicLong();
        private final List<Thread> readers = new ArrayList<>();
        private volatile boolean stopping;

        Load() throws InterruptedException {
            for (int i = 0; i < READERS; i++) {
                var reader = new Thread(this::read);
                readers.add(reader);
                reader.start();
            }
            Thread.sleep(LOAD_BEFORE_AND_AFTER.toMillis());
        }

        void end() throws InterruptedException {
            Thread.sleep(LOAD_BEFORE_AND_AFTER.toMillis());
            stopping = true;
            for (var reader : readers) {
                reader.join();
            }
        }

        private void read() {
            while (!stopping) {
                int question = QUESTIONS.incrementAndGet();
                var path = "/v1/service-points?lat=51." + question + "&lon=4.4";
                try {
                    var answer = get(path);
                    if (answer.statusCode() != 200 || !answer.body().endsWith("}")) {
                        failures.add(path + ": " + answer.statusCode());
                    }
                    count.incrementAndGet();
                    Thread.sleep(BETWEEN_READS.toMillis());
                } catch (IOException lost) {
                    failures.add(path + ": " + lost);
                } catch (InterruptedException stopped) {
                    return;
                }
            }
        }
    }
}
