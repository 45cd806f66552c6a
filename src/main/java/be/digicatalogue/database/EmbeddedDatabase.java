package be.digicatalogue.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /**
     * Why the database of {@link #serve} is away, empty while it is there. A system property like its URLs, because the
     * development mode loads all classes anew and the database stays.
     */
    private static final String TROUBLE = "catalogue.embedded-database.trouble";

    private static final int ANY_FREE_PORT = 0;
    private static final int ATTEMPTS = 5;

    /** How long a stop of the whole process lets the service leave its connections by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How long a start that failed waits for the next; twice as long each time that the reason stays the same. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Path folder;
    private final int wantedPort;
    private final boolean lived;
    private final boolean serves;
    private final Thread closeAtExit = new Thread(() -> stop(PATIENCE), "close-embedded-database");

    private volatile DataFolder data;
    private volatile int port = ANY_FREE_PORT;
    private volatile boolean closed;
    private PostgresBinaries binaries;
    private PostgresProcess postgres;
    /** From then on PostgreSQL's own files tell it about processes that a crash left, and they are left alone. */
    private boolean ran;

    private EmbeddedDatabase(Path folder, int wantedPort, boolean lived, boolean serves) {
        this.folder = folder;
        this.wantedPort = wantedPort;
        this.lived = lived;
        this.serves = serves;
    }

    /** Starts the database of a folder, which is made when it is not there, on a free port. */
    public static EmbeddedDatabase start(Path dataFolder) {
        return start(dataFolder, ANY_FREE_PORT);
    }

    /** The same on a port that is known before. */
    public static EmbeddedDatabase start(Path dataFolder, int port) {
        EmbeddedDatabase database = new EmbeddedDatabase(dataFolder, port, false, false);
        database.startOrClose();
        return database;
    }

    /**
     * Starts the one database of this process, which {@link DatabaseUrlSource} and {@link Servers} find. A start that fails
     * is tried again until it succeeds where a catalogue of this folder can be served meanwhile.
     *
     * @param lived whether a catalogue of this folder was served before; then a database that is gone is not made anew
     * @throws NoDatabaseException when it does not start, and nothing was served from this folder or another process
     *     serves it
     */
    public static void serve(Path dataFolder, boolean lived) {
        EmbeddedDatabase database = new EmbeddedDatabase(dataFolder, ANY_FREE_PORT, lived, true);
        if (!lived) {
            database.startOrClose();
            return;
        }
        try {
            database.begin();
        } catch (FolderInUseException e) {
            throw e;
        } catch (NoDatabaseException e) {
            database.away(e.getMessage());
            Thread keepTrying = new Thread(database::revive, "start-embedded-database");
            keepTrying.setDaemon(true);
            keepTrying.start();
        }
    }

    /** Whether the service runs on a database of this process. */
    static boolean isServed() {
        return System.getProperty(TROUBLE) != null;
    }

    /** Why the database of this process is away. */
    static Optional<String> trouble() {
        return Optional.ofNullable(System.getProperty(TROUBLE)).filter(sentence -> !sentence.isEmpty());
    }

    private void startOrClose() {
        try {
            begin();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void begin() {
        if (data == null) {
            // Asked first, so that a build without programs leaves no folder behind.
            PostgresBinaries.archive();
            data = DataFolder.open(folder);
        }
        if (!ran) {
            binaries = PostgresBinaries.unpacked(PostgresBinaries.archive(), data);
            data.makeOrCheckCluster(binaries, lived);
            PostgresProcess.stopOrphan(data, binaries);
        }
        PostgresProcess started = run(ATTEMPTS);
        ran = true;
        LOG.infof("PostgreSQL %s serves %s on 127.0.0.1:%d", binaries.fullVersion(), data.path(), port);
        if (serves) {
            System.setProperty(DatabaseUrlSource.URL, servingUrl());
            System.setProperty(DatabaseUrlSource.OWNER_URL, ownerUrl());
            System.setProperty(TROUBLE, "");
        }
        started.serving(() -> {
            away("PostgreSQL on " + data.path() + " ended by itself and is started again.");
            revive();
        });
    }

    /** On the port that it had, as long as nobody else has taken that. */
    private PostgresProcess run(int attempts) {
        if (wantedPort != ANY_FREE_PORT) {
            port = wantedPort;
        } else if (port == ANY_FREE_PORT) {
            port = freePort();
        }
        PostgresProcess starting = launch();
        try {
            starting.awaitReady();
            prepare();
            return starting;
        } catch (RuntimeException e) {
            boolean takenSince = wantedPort == ANY_FREE_PORT && attempts > 1 && starting.portWasTaken();
            starting.stop(Duration.ZERO);
            if (takenSince) {
                port = ANY_FREE_PORT;
                return run(attempts - 1);
            }
            throw e;
        }
    }

    private synchronized PostgresProcess launch() {
        if (closed) {
            throw new NoDatabaseException("The database in " + data.path() + " is closed.");
        }
        if (postgres == null) {
            Runtime.getRuntime().addShutdownHook(closeAtExit);
        }
        postgres = PostgresProcess.start(data, binaries, port);
        return postgres;
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
        if (data != null) {
            data.close();
        }
    }

    /** Starts PostgreSQL until it serves, and does not give up before this is closed. */
    private void revive() {
        String reason = null;
        Duration wait = FIRST_WAIT;
        while (!closed) {
            try {
                begin();
                return;
            } catch (RuntimeException e) {
                LOG.debug("PostgreSQL does not start", e);
                if (!e.getMessage().equals(reason)) {
                    // Somebody is at work on it.
                    reason = e.getMessage();
                    wait = FIRST_WAIT;
                    away(reason);
                }
            }
            try {
                Thread.sleep(wait.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
        }
    }

    private void away(String sentence) {
        if (serves && !closed) {
            // Whoever reads the settings before the database is there needs some that are well formed.
            for (String property : List.of(DatabaseUrlSource.URL, DatabaseUrlSource.OWNER_URL)) {
                if (System.getProperty(property) == null) {
                    System.setProperty(property, "postgresql://nobody:unknown@127.0.0.1/" + NAME);
                }
            }
            System.setProperty(TROUBLE, sentence);
        }
    }

    private synchronized void stop(Duration patience) {
        if (closed) {
            return;
        }
        closed = true;
        if (postgres == null) {
            return;
        }
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

    /** Sees to it that the roles and their database are there, each role with the password in its file. */
    private void prepare() {
        try (Connection connection = superuserConnection();
                Statement sql = connection.createStatement()) {
            for (String role : new String[] {OWNER, SERVER}) {
                boolean known = exists(sql, "select 1 from pg_roles where rolname = '" + role + "'");
                sql.execute((known ? "alter" : "create") + " role " + role + " login password '" + data.password(role)
                        + "'");
            }
            if (!exists(sql, "select 1 from pg_database where datname = '" + NAME + "'")) {
                if (lived) {
                    throw data.lost();
                }
                sql.execute("create database " + NAME + " owner " + OWNER);
            }
            // PostgreSQL lets everybody connect and make temporary tables everywhere.
            for (String database : new String[] {NAME, "postgres", "template1"}) {
                sql.execute("revoke all on database " + database + " from public");
            }
            sql.execute("grant connect on database " + NAME + " to " + SERVER);
        } catch (SQLException e) {
            throw new NoDatabaseException(
                    "PostgreSQL could not prepare the data folder " + data.path() + ": "
                            + e.getMessage().lines().findFirst().orElse("it did not say why") + ".",
                    e);
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
