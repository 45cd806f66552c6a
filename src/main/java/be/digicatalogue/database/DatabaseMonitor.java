package be.digicatalogue.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Knows the state of the database. It asks the primary every second whether it still answers, on the connection that listens,
 * so that a server that hangs is noticed while nobody asks it anything, and however long other work takes.
 */
@ApplicationScoped
public class DatabaseMonitor {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** How long a short question may take. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** How long the database may be silent before work that waits for it fails; a pause of this process is shorter. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    private static final Duration TICK = Duration.ofMillis(250);

    /** Writes 64 kB that do not compress, in pages of their own, whatever the role may write besides. */
    private static final String SOMETHING =
            "SELECT lo_from_bytea(0, decode(string_agg(md5(random()::text), ''), 'hex')) FROM generate_series(1, 4096)";

    private final Pool pool;
    private final ScheduledExecutorService prober = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "database-probe");
        thread.setDaemon(true);
        return thread;
    });

    private volatile DatabaseState state = DatabaseState.STARTING;
    private volatile Instant readOnlySince = Instant.now();
    private volatile long answeredAt = System.nanoTime();

    /** From a question that got no answer until the database answers, or its machine or PostgreSQL refuses. */
    private volatile boolean silent;

    private volatile Listener listener;
    private final AtomicInteger losses = new AtomicInteger();

    /** @param lost runs when it does not answer */
    private record Listener(SqlConnection connection, Runnable lost) {}

    DatabaseMonitor(Pool pool) {
        this.pool = pool;
    }

    void start(@Observes StartupEvent event) {
        prober.scheduleWithFixedDelay(this::probe, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        prober.shutdownNow();
    }

    public DatabaseState state() {
        return state;
    }

    /**
     * The time since which nothing can be published, because the database cannot be reached or cannot write; empty while
     * publishing is possible.
     */
    public Optional<Instant> readOnlySince() {
        return Optional.ofNullable(readOnlySince);
    }

    /** How often the database was lost so far. */
    public int losses() {
        return losses.get();
    }

    /**
     * From now on this connection to the primary is asked.
     *
     * @param lost runs when it does not answer
     */
    public void listensOn(SqlConnection connection, Runnable lost) {
        listener = new Listener(connection, lost);
    }

    public void listensNoMore() {
        listener = null;
    }

    /**
     * The database has answered.
     *
     * @param lossesBefore {@link #losses} at the question; a later loss makes the answer old
     */
    public synchronized void reached(DatabaseState as, int lossesBefore) {
        if (losses.get() != lossesBefore) {
            return;
        }
        silent = false;
        if (as != DatabaseState.PRIMARY || state == DatabaseState.FULL) {
            becomes(as == DatabaseState.PRIMARY ? state : as);
        } else {
            state = as;
            readOnlySince = null;
        }
    }

    /** Something failed; most faults do not change the state. */
    public synchronized void failed(DatabaseFault fault) {
        fault.state().ifPresent(shown -> {
            if (shown == DatabaseState.FULL) {
                becomes(state.isPrimary() ? shown : state);
                return;
            }
            // A database that refuses does answer.
            silent = fault == DatabaseFault.SILENT;
            lost(shown);
        });
    }

    /** The newest revision could not be read, for a reason that does not tell how the database is. */
    public synchronized void lost() {
        lost(DatabaseState.AWAY);
    }

    private void lost(DatabaseState shown) {
        losses.incrementAndGet();
        becomes(shown);
    }

    private void becomes(DatabaseState shown) {
        state = shown;
        readOnlySince = readOnlySince == null ? Instant.now() : readOnlySince;
    }

    /** Whether a full disk has room again: it writes something and rolls back. */
    public void checkRoom() throws Throwable {
        if (state != DatabaseState.FULL) {
            return;
        }
        try {
            await(() -> pool.withConnection(connection -> connection
                    .begin()
                    .chain(transaction -> connection.query(SOMETHING).execute().eventually(transaction::rollback))));
            regainedRoom();
        } catch (Throwable fault) {
            if (DatabaseFault.of(fault) != DatabaseFault.DISK_FULL) {
                throw fault;
            }
        }
    }

    private synchronized void regainedRoom() {
        if (state == DatabaseState.FULL) {
            state = DatabaseState.PRIMARY;
            readOnlySince = null;
        }
    }

    /** Waits for the answer to a short question, on a thread that may block; fails after two seconds. */
    public <T> T ask(Supplier<Uni<T>> question) throws Throwable {
        var answer = VertxContextSupport.subscribeAndAwait(
                () -> question.get().ifNoItem().after(LIMIT).fail());
        answeredAt = System.nanoTime();
        return answer;
    }

    /**
     * Waits for the end of some work, on a thread that may block; fails when the database does not answer any more. The work
     * goes on when it can: Hibernate would roll back at once when it is cancelled, and send its next statement after that.
     */
    public <T> T await(Supplier<Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() ->
                Uni.join().first(uncancelled(work.get()), this.<T>silence()).toTerminate());
    }

    private static <T> Uni<T> uncancelled(Uni<T> work) {
        return Uni.createFrom().emitter(end -> work.subscribe().with(end::complete, end::fail));
    }

    private <T> Uni<T> silence() {
        return Multi.createFrom()
                .ticks()
                .every(TICK)
                .onOverflow()
                .drop()
                .filter(tick -> isSilent())
                .toUni()
                .onItem()
                .transformToUni(tick ->
                        Uni.createFrom().failure(new TimeoutException("The database does not answer any more")));
    }

    private boolean isSilent() {
        return silent && System.nanoTime() - answeredAt > LONGEST_SILENCE.toNanos();
    }

    private void probe() {
        var asked = listener;
        if (asked == null) {
            return;
        }
        try {
            ask(() -> asked.connection().query("SELECT 1").execute());
        } catch (Throwable fault) { // whatever the fault, the connection is of no use any more
            if (listener == asked) {
                failed(DatabaseFault.SILENT);
                asked.lost().run();
            }
        }
    }
}
