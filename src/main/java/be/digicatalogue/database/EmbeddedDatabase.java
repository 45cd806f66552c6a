package be.digicatalogue.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.jboss.logging.Logger;
import org.postgresql.Driver;

/**
 * A real PostgreSQL that this process starts and stops, with its files in a data folder that outlives it. It listens on
 * 127.0.0.1 alone, knows every role by a password of its own, and a commit is on the disk before it is answered.
 *
 * <p>One process at a time runs on a folder. What keeps it from starting is a {@link NoDatabaseException}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "catalogue_owner";
    static final String SERVER = "catalogue_server";
    static final List<String> ROLES = List.of(SUPERUSER, OWNER, SERVER);
    static final String NAME = "catalogue";

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    private static final int ANY_FREE_PORT = 0;
    private static final int ATTEMPTS = 5;

    /** How long a stop of the whole process lets the service leave its connections by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a start that failed waits for the next, when PostgreSQL had ended by itself. */
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofSeconds(1);

    private final DataFolder data;
    private final PostgresBinaries binaries;
    private final int port;
    private final Thread closeAtExit = new Thread(() -> stop(PATIENCE), "close-embedded-database");

    private PostgresProcess postgres;
    private boolean closed;

    private EmbeddedDatabase(DataFolder data, PostgresBinaries binaries, PostgresProcess postgres, int port) {
        this.data = data;
        this.binaries = binaries;
        this.postgres = postgres;
        this.port = port;
    }

    /** Starts the database of a folder, which is made when it is not there, on a free port. */
    public static EmbeddedDatabase start(Path dataFolder) {
        return start(dataFolder, ANY_FREE_PORT);
    }

    /** The same on a port that is known before. */
    public static EmbeddedDatabase start(Path dataFolder, int port) {
        URL programs = PostgresBinaries.archive();
        DataFolder data = DataFolder.open(dataFolder);
        try {
            PostgresBinaries binaries = PostgresBinaries.unpacked(programs, data);
            data.makeOrCheckCluster(binaries);
            PostgresProcess.stopOrphan(data, binaries);
            EmbeddedDatabase database = start(data, binaries, port, ATTEMPTS);
            LOG.infof("PostgreSQL %s serves %s on 127.0.0.1:%d", binaries.fullVersion(), data.path(), database.port);
            return database;
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static EmbeddedDatabase start(DataFolder data, PostgresBinaries binaries, int port, int attempts) {
        int chosen = port == ANY_FREE_PORT ? freePort() : port;
        PostgresProcess postgres = PostgresProcess.start(data, binaries, chosen);
        EmbeddedDatabase database = new EmbeddedDatabase(data, binaries, postgres, chosen);
        try {
            Runtime.getRuntime().addShutdownHook(database.closeAtExit);
            postgres.awaitReady();
            database.prepare();
            postgres.serving(database::revive);
            return database;
        } catch (RuntimeException e) {
            boolean takenSince = port == ANY_FREE_PORT && attempts > 1 && postgres.portWasTaken();
            database.stop(Duration.ZERO);
            if (takenSince) {
                return start(data, binaries, port, attempts - 1);
            }
            throw e;
        }
    }

    /** Connects as the role that owns the schema and migrates: {@code postgresql://user:password@127.0.0.1:port/name}. */
    public String ownerUrl() {
        return url(OWNER);
    }

    /** Connects as the role that serves, with the rights that the owner grants it and no other. */
    public String servingUrl() {
        return url(SERVER);
    }

    public int port() {
        return port;
    }

    /** Stops PostgreSQL, which sends its clients away and writes everything out; returns when it is gone. */
    @Override
    public void close() {
        stop(Duration.ZERO);
        data.close();
    }

    /** Starts PostgreSQL again on its port after it ended by itself, and does not give up before this is closed. */
    private void revive() {
        while (!startAgain()) {
            try {
                Thread.sleep(BEFORE_THE_NEXT_TRY.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** True when there is nothing left to try. */
    private synchronized boolean startAgain() {
        if (closed) {
            return true;
        }
        try {
            postgres = PostgresProcess.start(data, binaries, port);
            postgres.awaitReady();
            postgres.serving(this::revive);
            LOG.infof("PostgreSQL serves %s again", data.path());
            return true;
        } catch (NoDatabaseException e) {
            LOG.warn(e.getMessage());
            return false;
        }
    }

    private synchronized void stop(Duration patience) {
        if (closed) {
            return;
        }
        closed = true;
        try {
            Runtime.getRuntime().removeShutdownHook(closeAtExit);
        } catch (IllegalStateException e) {
            LOG.debug("The process is already on its way out");
        }
        postgres.stop(patience);
    }

    private String url(String role) {
        return "postgresql://" + role + ":" + data.password(role) + "@127.0.0.1:" + port + "/" + NAME;
    }

    /** Sees to it that the roles and their database are there. */
    private void prepare() {
        try (Connection connection = superuserConnection();
                Statement sql = connection.createStatement()) {
            for (String role : new String[] {OWNER, SERVER}) {
                if (!exists(sql, "select 1 from pg_roles where rolname = '" + role + "'")) {
                    sql.execute("create role " + role + " login password '" + data.password(role) + "'");
                }
            }
            if (!exists(sql, "select 1 from pg_database where datname = '" + NAME + "'")) {
                sql.execute("create database " + NAME + " owner " + OWNER);
            }
            // PostgreSQL lets everybody connect and make temporary tables everywhere.
            for (String database : new String[] {NAME, "postgres", "template1"}) {
                sql.execute("revoke all on database " + database + " from public");
            }
            sql.execute("grant connect on database " + NAME + " to " + SERVER);
        } catch (SQLException e) {
            throw new NoDatabaseException(
                    "PostgreSQL could not prepare the data folder " + data.path() + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet found = sql.executeQuery(query)) {
            return found.next();
        }
    }

    private Connection superuserConnection() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", data.password(SUPERUSER));
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/postgres", properties);
    }

    /**
     * Lower than the ports that systems take for outgoing connections, so that no client sits on it when the database comes
     * back.
     */
    private static int freePort() {
        Random random = new SecureRandom();
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = 20_000 + random.nextInt(10_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                LOG.debugf("Port %d is taken", port);
            }
        }
        throw new NoDatabaseException("PostgreSQL finds no free port between 20000 and 29999 on 127.0.0.1.");
    }
}
