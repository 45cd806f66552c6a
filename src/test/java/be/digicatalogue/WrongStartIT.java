package be.digicatalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service, when it cannot start: one sentence, exit code 1, and nothing made. */
class WrongStartIT {

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    /** A start that fails takes 1 to 2 seconds on a machine with nothing else to do; here four run at once. */
    private static final int LONGEST_SECONDS = 15;

    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    @Test
    void everyWrongSettingStopsTheStartBeforeAnythingIsMade() throws Exception {
        var starts = new ArrayList<Callable<String>>();
        for (var wrong : WrongStart.all().toList()) {
            starts.add(() -> fault(wrong));
        }
        assertTrue(starts.size() >= 40);
        var four = Executors.newFixedThreadPool(4);
        try {
            var faults = new ArrayList<String>();
            for (var fault : four.invokeAll(starts)) {
                faults.add(fault.get());
            }
            faults.removeIf(String::isEmpty);
            assertEquals(List.of(), faults);
        } finally {
            four.shutdownNow();
        }
    }

    private String fault(WrongStart wrong) throws IOException, InterruptedException {
        var place = Files.createTempDirectory(folder, "start");
        var ended = run(place, wrong.given());
        try (var made = Files.list(place)) {
            return ended.equals(new Ended(1, wrong.sentence() + "\n"))
                            && made.findAny().isEmpty()
                    ? ""
                    : wrong + " ended with " + ended;
        }
    }

    @Test
    void aPortInUseStopsTheStartBeforeAnythingIsMade() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ended = run(
                    folder,
                    Map.of(
                            "QUARKUS_HTTP_HOST",
                            "127.0.0.1",
                            "QUARKUS_HTTP_PORT",
                            String.valueOf(taken.getLocalPort())));
            assertEquals(
                    new Ended(
                            1,
                            "The service cannot listen on 127.0.0.1:" + taken.getLocalPort()
                                    + " (address already in use): choose another address with QUARKUS_HTTP_HOST or another"
                                    + " port with QUARKUS_HTTP_PORT.\n"),
                    ended);
            try (var made = Files.list(folder)) {
                assertTrue(made.findAny().isEmpty());
            }
        }
    }

    @Test
    void theCommandsTellTheirUseTheVersionAndWhetherTheServiceCanStart() throws Exception {
        var help = run(folder, Map.of(), "--help");
        assertEquals(0, help.code());
        assertTrue(help.said().contains("check") && help.said().contains("docs/operating"), help.said());
        assertTrue(help.said().lines().count() < 20, help.said());
        assertEquals(new Ended(0, "Digi Catalogue " + VersionTest.ofPom() + "\n"), run(folder, Map.of(), "--version"));
        assertEquals(2, run(folder, Map.of(), "--hlep").code());

        var right = run(folder, Map.of("CATALOGUE_RATE_LIMIT_REQEUSTS", "5"), "check");
        assertEquals(0, right.code(), right.said());
        assertTrue(
                right.said()
                        .contains(
                                "CATALOGUE_RATE_LIMIT_REQEUSTS is not a setting of this service and has no effect; the"
                                        + " nearest is CATALOGUE_RATE_LIMIT_REQUESTS."),
                right.said());
        var wrong = run(folder, Map.of("CATALOGUE_COPY", "ture", "CATALOGUE_WHOLE_READERS", "0"), "check");
        assertEquals(1, wrong.code(), wrong.said());
        assertEquals(
                2,
                wrong.said().lines().filter(line -> line.startsWith("error: ")).count(),
                wrong.said());
        var away =
                run(folder, Map.of("CATALOGUE_DATABASE_URL", "postgresql://els:hidden@127.0.0.1:1/catalogue"), "check");
        assertEquals(1, away.code(), away.said());
        assertTrue(away.said().contains("error: The database cannot be used as els"), away.said());
        assertTrue(!away.said().contains("hidden"), away.said());
        try (var made = Files.list(folder)) {
            assertTrue(made.findAny().isEmpty());
        }
    }

    private static Ended run(Path place, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(place.toFile()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        var process = builder.start();
        try {
            // What it says is short, so it never waits for a reader.
            assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), () -> settings + " did not stop the start");
            return new Ended(
                    process.exitValue(), new String(process.getInputStream().readAllBytes(), UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }
}
