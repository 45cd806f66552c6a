package be.digicatalogue.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Two real PostgreSQL servers, of which the second follows the first by streaming. One that was killed stays down. */
public final class PrimaryAndReplica implements AutoCloseable {

    private static final Duration NO_PATIENCE = Duration.ZERO;

    private final RunningServer primary;
    private final RunningServer replica;
    private final String servingUrl;
    private final String ownerUrl;

    private PrimaryAndReplica(RunningServer primary, RunningServer replica, String servingUrl, String ownerUrl) {
        this.primary = primary;
        this.replica = replica;
        this.servingUrl = servingUrl;
        this.ownerUrl = ownerUrl;
    }

    /** Makes both in a folder: the replica begins as a copy of the primary's files while that was stopped. */
    public static PrimaryAndReplica start(Path folder) throws IOException {
        var first = folder.resolve("primary");
        var second = folder.resolve("replica");
        String servingUrl;
        String ownerUrl;
        int port;
        try (var database = EmbeddedDatabase.start(first)) {
            servingUrl = database.servingUrl();
            ownerUrl = database.ownerUrl();
            port = database.port();
        }
        copy(first, second);
        var primary = new RunningServer(first, port);
        var replica = new RunningServer(second, freePort());
        Files.createFile(second.resolve("postgresql/standby.signal"));
        Files.writeString(
                second.resolve("postgresql/postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + port + " user=" + EmbeddedDatabase.SUPERUSER + " password="
                        + Files.readString(first.resolve("passwords/" + EmbeddedDatabase.SUPERUSER))
                                .strip() + "'\n",
                UTF_8,
                StandardOpenOption.APPEND);
        primary.start();
        replica.start();
        return new PrimaryAndReplica(primary, replica, servingUrl, ownerUrl);
    }

    /** As the role that serves, of the replica alone. */
    public String replicaUrl() {
        return servingUrl.replace(primary.place(), replica.place());
    }

    /** As the role that migrates, of the replica alone. */
    public String replicaOwnerUrl() {
        return ownerUrl.replace(primary.place(), replica.place());
    }

    /** As the role that serves, of both. */
    public String servingUrl() {
        return both(servingUrl);
    }

    /** As the role that migrates, of both. */
    public String ownerUrl() {
        return both(ownerUrl);
    }

    private String both(String url) {
        return url.replace(primary.place(), primary.place() + "," + replica.place());
    }

    /** As {@code kill -9}. */
    public void killPrimary() throws IOException {
        new PostgresFaults(primary.folder).kill();
    }

    /** It repairs what the kill left, and the replica follows it again. */
    public void startPrimary() {
        primary.start();
    }

    /** The replica takes what is written from now on; the primary must be gone for good. */
    public void promoteReplica() throws IOException {
        var promoted = replica.binaries.run(
                "pg_ctl", "promote", "-D", replica.data.cluster().toString());
        if (promoted.failed()) {
            throw new IOException(promoted.output());
        }
    }

    @Override
    public void close() {
        replica.close();
        primary.close();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static int freePort() throws IOException {
        // Below the ports of outgoing connections, as the embedded database chooses its own.
        for (int port : List.of(19_431, 19_432, 19_433, 19_434, 19_435)) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
        throw new IOException("no port is free");
    }

    private static final class RunningServer {

        private final Path folder;
        private final int port;
        private final DataFolder data;
        private final PostgresBinaries binaries;
        private PostgresProcess process;

        RunningServer(Path folder, int port) {
            this.folder = folder;
            this.port = port;
            this.data = DataFolder.open(folder);
            this.binaries = PostgresBinaries.unpacked(PostgresBinaries.archive(), data);
        }

        String place() {
            return "127.0.0.1:" + port;
        }

        void start() {
            PostgresProcess.stopOrphan(data, binaries);
            process = PostgresProcess.start(data, binaries, port);
            process.awaitReady();
        }

        void close() {
            process.stop(NO_PATIENCE);
            data.close();
        }
    }
}
