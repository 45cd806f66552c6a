package be.digicatalogue.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A running {@code postgres}: started as a child process, observed through its output, stopped with PostgreSQL's own signals.
 */
final class PostgresProcess {

    private static final Logger LOG = Logger.getLogger("be.digicatalogue.database.postgresql");

    private static final Pattern REASON =
            Pattern.compile("(?:FATAL|PANIC|error): +(.+?)\\.?$(?:\\R.*HINT: +(.+?)\\.?$)?", Pattern.MULTILINE);

    private final DataFolder data;
    private final PostgresBinaries binaries;
    private final Process process;
    private final Thread listener = new Thread(this::listen, "postgresql-log");
    private final List<String> saidAtStart = new CopyOnWriteArrayList<>();
    private volatile boolean serving;
    private volatile boolean stopping;

    private PostgresProcess(DataFolder data, PostgresBinaries binaries, Process process) {
        this.data = data;
        this.binaries = binaries;
        this.process = process;
    }

    static PostgresProcess start(DataFolder data, PostgresBinaries binaries, int port) {
        try {
            Process process =
                    binaries.command("postgres", arguments(data, port)).start();
            PostgresProcess postgres = new PostgresProcess(data, binaries, process);
            postgres.listener.setDaemon(true);
            postgres.listener.start();
            return postgres;
        } catch (IOException e) {
            throw new NoDatabaseException("PostgreSQL could not be started: " + e.getMessage() + ".", e);
        }
    }

    /** Settings on the command line override every file in the folder. */
    private static String[] arguments(DataFolder data, int port) {
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=20",
                "shared_buffers=64MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_destination=stderr",
                "logging_collector=off",
                "log_line_prefix=",
                "log_min_messages=warning",
                // One line for each message, and never the text of a statement.
                "log_error_verbosity=terse",
                "log_min_error_statement=panic");
        return Stream.concat(
                        Stream.of("-D", data.cluster().toString()),
                        settings.stream().flatMap(setting -> Stream.of("-c", setting)))
                .toArray(String[]::new);
    }

    /**
     * Stops a {@code postgres} that a killed service left running and that would block the folder. It is stopped only when it
     * is provably the {@code postgres} of this folder, whose lock the caller holds.
     */
    static void stopOrphan(DataFolder data, PostgresBinaries binaries) {
        Path file = data.cluster().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return;
            }
            Optional<ProcessHandle> named = Files.readString(file)
                    .lines()
                    .findFirst()
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
            if (named.isPresent() && serves(named.get(), data)) {
                long pid = named.get().pid();
                LOG.infof("Stopping the PostgreSQL (process %d) that a killed service left on %s", pid, data.path());
                stop(binaries, pid, Duration.ZERO, wait -> {
                    long deadline = System.nanoTime() + wait.toNanos();
                    while (serves(named.get(), data) && System.nanoTime() < deadline) {
                        DataFolder.sleep();
                    }
                    return !serves(named.get(), data);
                });
            } else {
                // Its process has ended, or another program has its process id now.
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw data.unusable(e);
        }
    }

    /** True when a process is the postgres of a folder. On systems that do not show this, the operator must decide. */
    private static boolean serves(ProcessHandle process, DataFolder data) {
        List<String> command = process.isAlive() ? commandOf(process) : List.of();
        if (command.isEmpty() || !command.get(0).matches("(.*[/\\\\])?postgres(\\.exe)?")) {
            return false;
        }
        if (command.size() == 1) {
            throw new NoDatabaseException("Process " + process.pid() + " may still serve the data folder " + data.path()
                    + ": end it, or delete postgresql/postmaster.pid there if it is the PostgreSQL of another folder.");
        }
        return command.contains(data.cluster().toString());
    }

    /** The program and its arguments, as far as the system shows them; Windows hides the arguments. */
    private static List<String> commandOf(ProcessHandle process) {
        try {
            // Shows the command of other users' processes too; empty for a zombie process.
            return List.of(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .split("\0"));
        } catch (IOException e) {
            ProcessHandle.Info info = process.info();
            return Stream.concat(
                            info.command().stream(), info.arguments().stream().flatMap(Stream::of))
                    .toList();
        }
    }

    /**
     * Waits until PostgreSQL accepts connections, however long its recovery after a crash takes. It reads PostgreSQL's own
     * file, because another server may listen on the port.
     */
    void awaitReady() {
        while (!saysReady()) {
            if (!process.isAlive() && !saysReady()) {
                throw new NoDatabaseException(
                        "PostgreSQL could not start on the data folder " + data.path() + ": " + reason() + ".");
            }
            DataFolder.sleep();
        }
    }

    private boolean saysReady() {
        try {
            List<String> lines = Files.readAllLines(data.cluster().resolve("postmaster.pid"));
            return lines.size() > 7
                    && lines.get(0).equals(Long.toString(process.pid()))
                    && lines.get(7).startsWith("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * From now on, the output of PostgreSQL is logged for the operator.
     *
     * @param endedByItself runs when it exits without having been stopped
     */
    void serving(Runnable endedByItself) {
        serving = true;
        process.onExit().thenRunAsync(() -> {
            if (!stopping) {
                LOG.errorf("PostgreSQL on %s exited unexpectedly; restarting it", data.path());
                endedByItself.run();
            }
        });
    }

    boolean portWasTaken() {
        return !process.isAlive() && saidAtStart.stream().anyMatch(line -> line.contains("could not bind"));
    }

    private String reason() {
        try {
            listener.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return reason(String.join("\n", saidAtStart));
    }

    /** Stops it and returns when it has exited; clients get the given time to disconnect by themselves. */
    void stop(Duration patience) {
        stopping = true;
        stop(binaries, process.pid(), patience, wait -> {
            try {
                return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
    }

    /**
     * TERM waits for the clients, INT disconnects them, QUIT leaves recovery to the next start.
     *
     * @param gone waits for the exit of the process, at most for the given time
     */
    private static void stop(PostgresBinaries binaries, long pid, Duration patience, Predicate<Duration> gone) {
        boolean stopped = (!patience.isZero() && signal(binaries, "TERM", pid) && gone.test(patience))
                || (signal(binaries, "INT", pid) && gone.test(Duration.ofSeconds(20)))
                || (signal(binaries, "QUIT", pid) && gone.test(Duration.ofSeconds(5)));
        if (!stopped && !gone.test(Duration.ZERO)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            gone.test(Duration.ofSeconds(5));
        }
    }

    private static boolean signal(PostgresBinaries binaries, String name, long pid) {
        try {
            return !binaries.run("pg_ctl", "kill", name, Long.toString(pid)).failed();
        } catch (IOException e) {
            return false;
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            lines.lines().forEach(this::hear);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("The log of PostgreSQL ended", e);
        }
    }

    private void hear(String line) {
        if (!serving) {
            saidAtStart.add(line);
        }
        if (!serving || stopping || line.startsWith("LOG:")) {
            LOG.debug(line);
        } else if (line.startsWith("PANIC:")) {
            LOG.error(line);
        } else {
            LOG.warn(line);
        }
    }

    /** The reason why a program of PostgreSQL failed, from its output. */
    static String reason(String output) {
        Matcher words = REASON.matcher(output);
        if (words.find()) {
            return words.group(1) + (words.group(2) == null ? "" : ", " + words.group(2));
        }
        return output.isBlank() ? "it said nothing" : output.strip().replaceAll("\\s+", " ");
    }
}
