package be.digicatalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;

import be.digicatalogue.database.EmbeddedDatabase;
import be.digicatalogue.publication.Curating;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The service as it is shipped, in a process of its own on a free port, on a database that other instances may use as
 * well. It ends with the tests, also when they are stopped.
 */
public final class PackagedService implements AutoCloseable {

    private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");

    /** The classes of the service as Java has them after a start: the next start takes little more than half the time. */
    private static final Path ARCHIVE = Path.of("target/service.jsa");

    /** Nobody waits longer than this for a start on a busy machine. */
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(90);
    private static final int LINES_KEPT = 20_000;
    private static final Pattern ADDRESS = Pattern.compile("Listening on: (http://[\\w.:]+)");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private static PackagedService shared;

    private final String name;
    private final Process process;
    private final CompletableFuture<URI> address = new CompletableFuture<>();
    private final ConcurrentLinkedDeque<String> said = new ConcurrentLinkedDeque<>();

    private PackagedService(String name, Process process) {
        this.name = name;
        this.process = process;
        RUNNING.add(process);
        var listener = new Thread(this::listen, name + "-log");
        listener.setDaemon(true);
        listener.start();
    }

    /**
     * The one that tests in a browser and tests with the tools of others share, with the bundled data and a database of its own.
     * It starts with the first test that asks, and ends with all. Who publishes there restores what was.
     */
    public static synchronized PackagedService shared() {
        if (shared == null) {
            try {
                var folder = Files.createTempDirectory("digi-catalogue-shared-");
                var database = EmbeddedDatabase.start(folder.resolve("data"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    if (shared != null) {
                        shared.close();
                    }
                    database.close();
                    delete(folder);
                }));
                shared = start("shared", database, folder).ready();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return shared;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException left) {
            // in the folder for temporary files
        }
    }

    /**
     * Begins a start and does not wait for it.
     *
     * @param name what the database knows its connections by
     * @param folder where it may keep files of its own, in a folder with its name
     */
    public static PackagedService start(String name, EmbeddedDatabase database, Path folder) {
        return start(name, database.servingUrl(), database.ownerUrl(), folder, Map.of());
    }

    /**
     * The same on any database.
     *
     * @param settings environment variables besides
     */
    public static PackagedService start(
            String name, String servingUrl, String ownerUrl, Path folder, Map<String, String> settings) {
        if (!Files.exists(JAR)) {
            fail(JAR + " is missing: this test starts the packaged service, so run it with mvn verify");
        }
        makeArchive(folder);
        return start(JAR, List.of("-XX:SharedArchiveFile=" + ARCHIVE), name, servingUrl, ownerUrl, folder, settings);
    }

    /**
     * Another release of the service, on a database that this one may use at the same time.
     *
     * @param jar its quarkus-run.jar
     */
    public static PackagedService startRelease(
            Path jar, String name, EmbeddedDatabase database, Path folder, Map<String, String> settings) {
        return start(jar, List.of(), name, database.servingUrl(), database.ownerUrl(), folder, settings);
    }

    /** The same on the embedded database in its own folder, as when it is started without any setting. */
    public static PackagedService start(String name, Path folder) {
        return start(name, "", "", folder, Map.of("CATALOGUE_DATABASE_URL", "", "CATALOGUE_OWNER_DATABASE_URL", ""));
    }

    /** Java looks at the jar when it reads an archive, and starts without one that does not fit. */
    private static synchronized void makeArchive(Path folder) {
        try {
            if (Files.exists(ARCHIVE)
                    && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) > 0) {
                return;
            }
            try (var database = EmbeddedDatabase.start(folder.resolve("archive-data"))) {
                var service = start(
                                JAR,
                                List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-Xlog:cds=off,cds+dynamic=off"),
                                "archive",
                                database.servingUrl(),
                                database.ownerUrl(),
                                folder,
                                Map.of())
                        .ready();
                // Most of them publish, so what that takes belongs to it.
                service.publish(service.get("/v1/dataset.zip").body(), "dryRun=true")
                        .join();
                service.terminate().onExit().get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot make " + ARCHIVE, e);
        }
    }

    private static PackagedService start(
            Path jar,
            List<String> options,
            String name,
            String servingUrl,
            String ownerUrl,
            Path folder,
            Map<String, String> settings) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Many short lives: what takes long to compile is not worth it.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CATALOGUE_DATABASE_URL", servingUrl + "?application_name=" + name);
        builder.environment().put("CATALOGUE_OWNER_DATABASE_URL", ownerUrl + "?application_name=" + name);
        builder.environment().put("CATALOGUE_ADMIN_TOKENS", Curating.TOKENS);
        builder.environment().put("CATALOGUE_DATA_FOLDER", folder.resolve(name).toString());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        // On a busy machine even a start blocks for seconds, and the log would have a stack trace that no test asks
        // for.
        builder.environment().put("QUARKUS_VERTX_MAX_EVENT_LOOP_EXECUTE_TIME", "60s");
        builder.environment().putAll(settings);
        try {
            return new PackagedService(name, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return name;
    }

    /** Where it listens; waits until it does. */
    public URI address() {
        return address.join();
    }

    /** Waits until it serves a catalogue. */
    public PackagedService ready() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try {
            address.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
            while (get("/q/health/ready").statusCode() != 200) {
                if (System.nanoTime() > end) {
                    fail(name + " serves nothing:\n" + log());
                }
                Thread.sleep(20);
            }
        } catch (TimeoutException | ExecutionException | IOException e) {
            fail(name + " did not start:\n" + log(), e);
        }
        return this;
    }

    /** Waits until it serves at least a revision; a publication is answered before that. */
    public void awaitRevision(int revision) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (get("/v1", "Catalogue-Revision-At-Least", Integer.toString(revision))
                        .statusCode()
                != 200) {
            if (System.nanoTime() > end) {
                fail(name + " does not serve revision " + revision + ":\n" + log());
            }
        }
    }

    /** Waits until it has ended by itself; its exit code. */
    public int ended() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            fail(name + " did not end:\n" + log());
        }
        address.exceptionally(none -> null).join();
        return process.exitValue();
    }

    /** A request of REST Assured to it. */
    public RequestSpecification given() {
        return RestAssured.given().baseUri(address().toString());
    }

    public HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = request(path).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    public HttpResponse<byte[]> post(String path, String type, String body) throws IOException, InterruptedException {
        return CLIENT.send(
                request(path)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** Sends a bundle as a curator who may publish; fails when the connection is lost before the answer. */
    public CompletableFuture<HttpResponse<String>> publish(byte[] zip, String query) {
        return CLIENT.sendAsync(
                request("/admin/v1/publications?" + query)
                        .header("Authorization", "Bearer " + Curating.PUBLISHER)
                        .header("Content-Type", "application/zip")
                        .POST(BodyPublishers.ofByteArray(zip))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends what a curator who may publish does besides. */
    public HttpResponse<String> curate(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = request(path)
                .header("Authorization", "Bearer " + Curating.PUBLISHER)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.join().resolve(path)).timeout(LONGEST_ANSWER);
    }

    /** What it said last. */
    public String log() {
        return String.join("\n", List.copyOf(said));
    }

    /** How many objects of a class it holds on to. */
    public long instances(Class<?> type) {
        try {
            var histogram = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(process.pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (var lines = histogram.inputReader(UTF_8)) {
                return lines.lines()
                        .map(line -> line.strip().split(" +"))
                        .filter(columns -> columns.length > 3 && columns[3].equals(type.getName()))
                        .mapToLong(columns -> Long.parseLong(columns[1]))
                        .sum();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}; returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
        RUNNING.remove(process);
    }

    /** As {@code kill}, without waiting for its end. */
    public Process terminate() {
        process.destroy();
        return process;
    }

    /** As {@code kill}; one that does not listen is killed all the same. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        RUNNING.remove(process);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (said.size() > LINES_KEPT) {
                    said.removeFirst();
                }
                var listening = ADDRESS.matcher(line);
                if (listening.find()) {
                    address.complete(URI.create(listening.group(1)));
                }
            }
        } catch (IOException killed) {
            said.add("(killed)");
        }
        address.completeExceptionally(new IOException(name + " ended before it listened"));
    }
}
