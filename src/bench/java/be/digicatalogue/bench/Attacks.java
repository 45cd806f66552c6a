package be.digicatalogue.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Attacks the packaged service, which it starts and stops itself, over the loopback, each attack for some seconds, and asks
 * for its health twenty times a second meanwhile. Ends with 1 when health did not answer or a normal question was not
 * answered again within a second after an attack.
 */
public final class Attacks {

    private static final int PAUSE_BETWEEN_POLLS_MILLIS = 50;
    /** Who watches a service waits for about this long before it is called dead. */
    private static final int LONGEST_HEALTH_MILLIS = 2_000;
    private static final long LONGEST_RECOVERY_MILLIS = 1_000;
    private static final long LONGEST_START_SECONDS = 240;

    private static final int SLOW_CONNECTIONS = 5_000;
    private static final int READERS = 400;
    private static final int SENDERS = 16;
    private static final int SOME = 64 * 1024;

    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String POST = "POST /graphql" + HOST + "Content-Type: application/json\r\nContent-Length: ";

    private interface Attack {
        void run(long end) throws Exception;
    }

    private record Polls(long[] nanos, int failed) {
        double millis(double share) {
            return nanos.length == 0 ? Double.NaN : nanos[(int) Math.min(nanos.length - 1L, Math.round(nanos.length * share))] / 1e6;
        }
    }

    private final int port;
    private final long seconds;
    private final Process service;
    private boolean held = true;

    private Attacks(int port, long seconds, Process service) {
        this.port = port;
        this.seconds = seconds;
        this.service = service;
    }

    /** Arguments: the jar, the port, seconds for each attack, the heap of the service. */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        var folder = Files.createTempDirectory("digi-catalogue-attacks-");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + arguments[3],
                        "-XX:+ExitOnOutOfMemoryError",
                        "-jar",
                        arguments[0])
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("CATALOGUE_DATA_FOLDER", folder.resolve("data").toString());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        var service = builder.start();
        boolean held;
        try {
            var attacks = new Attacks(port, Long.parseLong(arguments[2]), service);
            attacks.waitForTheService();
            held = attacks.all();
        } finally {
            service.destroy();
            if (!service.waitFor(20, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
        }
        System.out.println("log of the service: " + folder.resolve("log"));
        System.exit(held ? 0 : 1);
    }

    private boolean all() throws Exception {
        for (int i = 0; i < 20; i++) {
            normal();
        }
        System.out.println("| attack | health p50 ms | p99 ms | max ms | polls | failed | back after ms | heap MB | RSS MB |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        measure("none", end -> Thread.sleep(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        measure("slow heads, 5000 connections", end -> dribble(end, "GET /v1" + HOST, "X-a: b\r\n"));
        measure("slow bodies, 5000 connections", end -> dribble(end, POST + "100000\r\n\r\n", " "));
        measure("silent connections, 5000", end -> dribble(end, "", ""));
        measure("readers that do not read, 400 connections", this::neverRead);
        measure("requests in one go, 16 connections", end -> send(end, turn -> ("GET /v1/partners" + HOST + "\r\n").repeat(500)));
        measure("flood of new questions, 512 connections", end -> wrk(end, 512, "nearest.lua", "/v1/service-points"));
        measure("flood of GraphQL, 512 connections", end -> wrk(end, 512, "graphql.lua", "/graphql"));
        measure("flood of exports, 64 connections", end -> wrk(end, 64, "", "/v1/dataset.xlsx"));
        measure("connections opened and closed", this::openAndClose);
        measure("oversized address, headers and bodies", end -> send(end, Attacks::oversized));
        measure("deep, wide and repeating queries", end -> send(end, Attacks::deep));
        return held;
    }

    private void measure(String name, Attack attack) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        var polls = new Poller();
        polls.start();
        attack.run(end);
        long over = System.nanoTime();
        long back = -1;
        while (back < 0 && System.nanoTime() - over < TimeUnit.SECONDS.toNanos(30)) {
            if (normal()) {
                back = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - over);
            }
        }
        var health = polls.end();
        boolean good = health.failed() == 0 && back >= 0 && back <= LONGEST_RECOVERY_MILLIS;
        held &= good;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %d | %d | %d | %.0f | %.0f |%s%n",
                name,
                health.millis(0.5),
                health.millis(0.99),
                health.millis(1),
                health.nanos().length,
                health.failed(),
                back,
                heapMegabytes(),
                residentMegabytes(),
                good ? "" : " NOT HELD");
    }

    /** Asks over a new connection each time, which is the harder way. */
    private final class Poller extends Thread {
        private final List<Long> took = new ArrayList<>();
        private int failed;
        private volatile boolean ended;

        @Override
        public void run() {
            while (!ended) {
                long begun = System.nanoTime();
                if (answer("/health", LONGEST_HEALTH_MILLIS).startsWith("HTTP/1.1 200")) {
                    took.add(System.nanoTime() - begun);
                } else {
                    failed++;
                }
                pause(PAUSE_BETWEEN_POLLS_MILLIS);
            }
        }

        Polls end() throws InterruptedException {
            ended = true;
            join();
            return new Polls(took.stream().mapToLong(Long::longValue).sorted().toArray(), failed);
        }
    }

    /** A question that was not asked before. */
    private boolean normal() {
        var origin = String.format(Locale.ROOT, "lat=51.%05d&lon=4.%05d", new Random().nextInt(20_000), new Random().nextInt(90_000));
        return answer("/v1/service-points?" + origin, 1_000).startsWith("HTTP/1.1 200");
    }

    /** The whole answer; empty when there is none in time. */
    private String answer(String address, int millis) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(millis);
            socket.connect(here(), millis);
            socket.getOutputStream()
                    .write(("GET " + address + HOST + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    private InetSocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Many connections, each with a beginning and then a little more twice a second; who is cut comes again. */
    private void dribble(long end, String beginning, String more) throws IOException {
        var open = new ArrayList<SocketChannel>();
        try {
            while (System.nanoTime() < end) {
                while (open.size() < SLOW_CONNECTIONS && System.nanoTime() < end) {
                    try {
                        var channel = SocketChannel.open(here());
                        channel.configureBlocking(false);
                        channel.write(bytes(beginning));
                        open.add(channel);
                    } catch (IOException refused) {
                        pause(1);
                    }
                }
                pause(500);
                for (var channels = open.listIterator(); channels.hasNext(); ) {
                    var channel = channels.next();
                    try {
                        channel.write(bytes(more));
                        if (channel.read(ByteBuffer.allocate(512)) < 0) {
                            throw new IOException("cut");
                        }
                    } catch (IOException cut) {
                        channel.close();
                        channels.remove();
                    }
                }
            }
        } finally {
            for (var channel : open) {
                channel.close();
            }
        }
    }

    /** Asks for large answers, many at once, and reads nothing. */
    private void neverRead(long end) throws IOException {
        var open = new ArrayList<SocketChannel>();
        try {
            while (System.nanoTime() < end) {
                while (open.size() < READERS) {
                    var channel = SocketChannel.open();
                    channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
                    channel.connect(here());
                    channel.configureBlocking(false);
                    open.add(channel);
                }
                for (var channels = open.listIterator(); channels.hasNext(); ) {
                    var channel = channels.next();
                    try {
                        channel.write(bytes(("GET /v1/municipalities?pageSize=100" + HOST + "\r\nGET /v1/dataset.zip" + HOST + "\r\n")
                                .repeat(5)));
                    } catch (IOException cut) {
                        channel.close();
                        channels.remove();
                    }
                }
                pause(20);
            }
        } finally {
            for (var channel : open) {
                channel.close();
            }
        }
    }

    /** Sends one thing after the other over several connections, each as soon as it got some answer to the one before. */
    private void send(long end, IntFunction<String> what) throws InterruptedException {
        var senders = new ArrayList<Thread>();
        for (int i = 0; i < SENDERS; i++) {
            int first = i;
            var sender = new Thread(() -> {
                for (int turn = first; System.nanoTime() < end; turn++) {
                    try (var socket = new Socket()) {
                        socket.setSoTimeout(2_000);
                        socket.connect(here(), 2_000);
                        var bytes = what.apply(turn).getBytes(UTF_8);
                        for (int from = 0; from < bytes.length; from += SOME) {
                            socket.getOutputStream().write(bytes, from, Math.min(SOME, bytes.length - from));
                        }
                        socket.getInputStream().read(new byte[SOME]);
                    } catch (IOException cut) {
                        Thread.onSpinWait();
                    }
                }
            });
            sender.start();
            senders.add(sender);
        }
        for (var sender : senders) {
            sender.join();
        }
    }

    private static String oversized(int turn) {
        return switch (turn % 5) {
            case 0 -> "GET /v1/partners?q=" + "a".repeat(1_000_000) + HOST + "\r\n";
            case 1 -> "GET /v1" + HOST + "X-a: " + "a".repeat(1_000_000) + "\r\n\r\n";
            case 2 -> "GET /v1" + HOST + "X-a: b\r\n".repeat(2_000) + "\r\n";
            case 3 -> POST + "1000000000\r\n\r\n" + " ".repeat(2_000_000);
            default -> "POST /v1/partners" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + ("400\r\n" + " ".repeat(1024) + "\r\n").repeat(1_000);
        };
    }

    private static String deep(int turn) {
        var query = switch (turn % 7) {
            case 0 -> "{" + " consortia { knowledgePartners {".repeat(1_500) + " id" + " } }".repeat(1_500) + "}";
            case 1 -> "{" + numbered(2_000, "a%d: servicePoints(lat: 51.05, lon: 3.72) { nodes { id } } ") + "}";
            case 2 -> "{ catalogue { revision " + "@skip(if: false) ".repeat(5_000) + "} }";
            case 3 -> "{ ...f0 } " + numbered(1_500, "fragment f%1$d on Query { ...f%1$d } ");
            case 4 -> "{ catalogue { " + "revision ".repeat(10_000) + "} }";
            case 5 -> "{ servicePoints(first: 100) { nodes { province { servicePoints(first: 100) { nodes { province { id } } } } } } }";
            default -> "{ partner(id: \\\"ku-leuven\\\") { " + "consortia { knowledgePartners { ".repeat(4) + "id" + " } }".repeat(4) + " } }";
        };
        var body = "{\"query\":\"" + query + "\"}";
        return POST + body.length() + "\r\n\r\n" + body;
    }

    private static String numbered(int count, String part) {
        var all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            all.append(String.format(Locale.ROOT, part, i));
        }
        return all.toString();
    }

    private void wrk(long end, int connections, String script, String address) throws Exception {
        long whole = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()));
        var command = new ArrayList<>(List.of("wrk", "-t2", "-c" + connections, "-d" + whole + "s"));
        if (!script.isEmpty()) {
            command.addAll(List.of("-s", "src/bench/wrk/" + script));
        }
        command.add("http://127.0.0.1:" + port + address);
        var wrk = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        wrk.waitFor();
    }

    private void openAndClose(long end) throws IOException {
        while (System.nanoTime() < end) {
            try (var socket = new Socket()) {
                // No trace of it is left, so that the ports of this machine last.
                socket.setSoLinger(true, 0);
                socket.connect(here(), 1_000);
            } catch (IOException refused) {
                pause(1);
            }
        }
    }

    private void waitForTheService() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (!answer("/q/health/ready", 2_000).startsWith("HTTP/1.1 200")) {
            if (!service.isAlive() || System.nanoTime() > end) {
                throw new IOException("the service did not start");
            }
            pause(200);
        }
    }

    private double heapMegabytes() {
        return answer("/q/metrics", 5_000)
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .sum()
                / 1e6;
    }

    /** As Linux tells it; elsewhere unknown. */
    private double residentMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1e3)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException elsewhere) {
            return Double.NaN;
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
