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
 * 127.0.0.1 only, each role has its own password, and a commit is on disk before it is acknowledged.
 *
 * <p>One process at a time can use a folder. When it cannot start, it throws a {@link NoDatabaseException}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "catalogue_owner";
    static final String SERVER = "catalogue_server";
    static final List<String> ROLES = List.of(SUPERUSER, OWNER, SERVER);
    static final String NAME = "catalogue";

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);

    /**
     * The reason why the database of {@link #serve} is unavailable; empty while it is available. It is a system property,
     * like its URLs, because development mode reloads all classes while the database keeps running.
     */
    private static final String TROUBLE = "be.digicatalogue.embedded-database.trouble";

    /** Set while the service uses the database of {@link #serve}: PostgreSQL stops last. */
    private static final String IN_USE = "catalogue.embedded-database.in-use";

    /** How long PostgreSQL waits for the service to stop: longer than any delay that balancers need. */
    private static final Duration LONGEST_STOP = Duration.ofMinutes(5);

    private static final int ANY_FREE_PORT = 0;
    private static final int ATTEMPTS = 5;

    /** The time that the service has to close its connections when the process stops. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The delay before the attempt after a failed start; it doubles each time that the reason stays the same. */
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Path folder;
    private final int wantedPort;
    private final boolean lived;
    private final boolean serves;
    private final Thread closeAtExit = new Thread(this::stopLast, "close-embedded-database");

    private volatile DataFolder data;
    private volatile int port = ANY_FREE_PORT;
    private volatile boolean closed;
    private PostgresBinaries binaries;
    private PostgresProcess postgres;
    /** Once true, processes left by a crash are no longer searched for, because PostgreSQL's own files refer to this run. */
    private boolean ran;

    private EmbeddedDatabase(Path folder, int wantedPort, boolean lived, boolean serves) {
        this.folder = folder;
        this.wantedPort = wantedPort;
        this.lived = lived;
        this.serves = serves;
    }

    /** Starts the database of a folder, which is created when missing, on a free port. */
    public static EmbeddedDatabase start(Path dataFolder) {
        return start(dataFolder, ANY_FREE_PORT);
    }

    /** Starts the database of a folder on a given port. */
    public static EmbeddedDatabase start(Path dataFolder, int port) {
        EmbeddedDatabase database = new EmbeddedDatabase(dataFolder, port, false, false);
        database.startOrClose();
        return database;
    }

    /**
     * Starts the one database of this process, which {@link DatabaseUrlSource} and {@link Servers} use. When a catalogue of
     * this folder can be served in the meantime, a failed start is retried until it succeeds.
     *
     * @param lived whether a catalogue of this folder was served before; then a missing database is not created again
     * @throws NoDatabaseException when it does not start, and nothing was served from this folder or another process serves
     * it
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

    /** True when the service uses a database of this process. */
    static boolean isServed() {
        return System.getProperty(TROUBLE) != null;
    }

    /** Until the service says that it has stopped, the end of this process leaves the database running. */
    static void inUse(boolean inUse) {
        System.setProperty(IN_USE, Boolean.toString(inUse));
    }

    /** The reason why the database of this process is unavailable. */
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
            // Checked first, so that a build without PostgreSQL's programs leaves no folder behind.
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

    /** Uses its previous port, unless another program has taken it. */
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

    /**
     * The URL for the role that owns the schema and runs the migrations: {@code
     * postgresql://user:password@127.0.0.1:port/name}.
     */
    public String ownerUrl() {
        return url(OWNER);
    }

    /** The URL for the serving role, which has only the rights that the owner grants it. */
    public String servingUrl() {
        return url(SERVER);
    }

    public int port() {
        return port;
    }

    /** Stops PostgreSQL, which disconnects its clients and writes everything to disk; returns when it has exited. */
    @Override
    public void close() {
        stop(Duration.ZERO);
        if (data != null) {
            data.close();
        }
    }

    /** Retries until PostgreSQL serves or this is closed. */
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
                    // Another process uses the folder.
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
            // Code that reads the settings before the database is available needs well-formed ones.
            for (String property : List.of(DatabaseUrlSource.URL, DatabaseUrlSource.OWNER_URL)) {
                if (System.getProperty(property) == null) {
                    System.setProperty(property, "postgresql://nobody:unknown@127.0.0.1/" + NAME);
                }
            }
            System.setProperty(TROUBLE, sentence);
        }
    }

    private void stopLast() {
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        while (serves && Boolean.getBoolean(IN_USE) && System.nanoTime() < end) {
            DataFolder.sleep();
        }
        stop(PATIENCE);
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

    /** Creates the roles and their database when missing, and sets the password of each role to the one in its file. */
    private void prepare() {
        try (Connection connection = superuserConnection();
                Statement sql = connection.createStatement()) {
            for (String role : new String[] {OWNER, SERVER}) {
                boolean roleExists = exists(sql, "select 1 from pg_roles where rolname = '" + role + "'");
                sql.execute((roleExists ? "alter" : "create") + " role " + role + " login password '"
                        + data.password(role) + "'");
            }
            if (!exists(sql, "select 1 from pg_database where datname = '" + NAME + "'")) {
                if (lived) {
                    throw data.lost();
                }
                sql.execute("create database " + NAME + " owner " + OWNER);
            }
            // By default PostgreSQL lets everybody connect and create temporary tables everywhere.
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
     * A port below the range that operating systems use for outgoing connections, so that no client occupies it when the
     * database restarts.
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
