package be.digicatalogue.catalogue;

import be.digicatalogue.database.DatabaseFault;
import be.digicatalogue.database.DatabaseMonitor;
import be.digicatalogue.database.DatabaseState;
import be.digicatalogue.database.NoDatabaseException;
import be.digicatalogue.database.Servers;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.history.ChangeCursor;
import be.digicatalogue.history.Changes;
import be.digicatalogue.hours.Moment;
import be.digicatalogue.record.ReviewPeriods;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Holds the current catalogue and replaces it by a newer one when PostgreSQL notifies, or when polling finds a newer
 * revision, as on a replica, which does not notify. All of this runs on a thread of its own, not on those of requests; when
 * the database cannot be reached, it retries.
 */
@ApplicationScoped
public class CurrentCatalogue {

    private static final Logger LOG = Logger.getLogger(CurrentCatalogue.class);

    /** The delay until the next attempt while the database cannot be reached. */
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** The polling interval in addition to notifications. */
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** The polling interval on a replica, which does not notify. */
    private static final Duration POLL = Duration.ofSeconds(2);

    private final Flyway flyway;
    private final Servers servers;
    private final FirstPublication firstPublication;
    private final CatalogueReader reader;
    private final Pool pool;
    private final DatabaseMonitor database;
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "catalogue-keeper"));

    /** Signals that there is a newer catalogue; subscribers read which one it is. */
    private final BroadcastProcessor<Boolean> swaps = BroadcastProcessor.create();

    private final Optional<CopyOnDisk> copy;
    private final ReviewPeriods periods;

    private final Timer swapping;
    private final Counter faults;

    private volatile Catalogue current;
    private volatile Instant lookedAt = Instant.now();

    private static final int BEHIND = -1;

    /** The number of notifications so far. */
    private final AtomicInteger notifications = new AtomicInteger();
    /** How many of them there were before the last look that found nothing newer than what is served. */
    private volatile int lookedFor = BEHIND;

    private boolean migrated;
    private boolean soughtCopy;
    /** The revision of the copy on disk. */
    private volatile Revision kept;
    /** The last revision that could not be served, so that it is logged once. */
    private Revision unserved;

    private SqlConnection listening;
    private ScheduledFuture<?> next;
    private String lastFault;

    CurrentCatalogue(
            Flyway flyway,
            Servers servers,
            FirstPublication firstPublication,
            CatalogueReader reader,
            Pool pool,
            DatabaseMonitor database,
            MeterRegistry meters,
            ReviewSettings review,
            @ConfigProperty(name = "catalogue.copy") boolean copy,
            @ConfigProperty(name = "catalogue.data-folder", defaultValue = "data") Path folder) {
        this.flyway = flyway;
        this.servers = servers;
        this.firstPublication = firstPublication;
        this.reader = reader;
        this.pool = pool;
        this.database = database;
        this.swapping = Timer.builder("catalogue.swap")
                .description("Reading and building a newer revision until it is served")
                .register(meters);
        this.faults = Counter.builder("catalogue.database.faults")
                .description("Looks at the database that failed")
                .register(meters);
        this.periods = review.periods();
        this.copy = copy ? Optional.of(new CopyOnDisk(folder)) : Optional.empty();
    }

    /** The current catalogue; empty until the first one has been read. */
    public Optional<Catalogue> get() {
        return Optional.ofNullable(current);
    }

    /** Ends streams that follow the catalogue when the service is about to stop. */
    public static final class Stopping extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopping() {
            super("the service stops", null, false, false);
        }
    }

    /**
     * The current catalogue, if any, then each newer one after it has replaced the previous one, on the Vert.x context of the
     * caller. A slow subscriber skips to the newest, so no catalogue waits in memory for it. Fails with {@link Stopping} when
     * the service is about to stop.
     */
    public Multi<Catalogue> following() {
        var context = Vertx.currentContext();
        return Multi.createBy()
                .merging()
                .streams(swaps, Multi.createFrom().item(true))
                .onOverflow()
                .dropPreviousItems()
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .filter(swapped -> current != null)
                .map(swapped -> current);
    }

    /** The first catalogue with this revision or a later one. Fails when that takes longer than the given patience. */
    public Uni<Catalogue> atLeast(long revision, Duration patience) {
        return following()
                .filter(catalogue -> catalogue.revision().number() >= revision)
                .toUni()
                .ifNoItem()
                .after(patience)
                .fail();
    }

    /**
     * True when no newer revision than the current one has been published, as far as the primary has notified. False on a
     * replica, which may lag, and without a database.
     */
    public boolean isUpToDate() {
        return database.state().isPrimary() && lookedFor == notifications.get();
    }

    /** False while the newest revision that the database returned is not served here. */
    public boolean isServed() {
        return lookedFor != BEHIND;
    }

    /** False while the copy on disk is not that of the served revision; true where no copy is wanted. */
    public boolean isKept() {
        return copy.isEmpty()
                || served().filter(revision -> revision.equals(kept)).isPresent();
    }

    /** The time at which the database last returned its revision. */
    public Instant lookedAt() {
        return lookedAt;
    }

    void start(@Observes StartupEvent event) {
        keeper.execute(this::tend);
    }

    /** A stop cannot wait for streams, because they never end by themselves. */
    void endStreams(@Observes ShutdownDelayInitiatedEvent event) {
        swaps.onError(new Stopping());
    }

    void stop(@Observes ShutdownEvent event) {
        keeper.shutdownNow();
    }

    /** Does everything that is needed to serve the newest revision, and schedules the next run. */
    private void tend() {
        if (next != null) {
            next.cancel(false);
        }
        int notified = notifications.get();
        int losses = database.losses();
        try {
            boolean primary = listening != null || listen();
            if (primary && !migrated) {
                if (isEmpty()) {
                    mayBegin();
                }
                servers.migrating(flyway).migrate();
                migrated = true;
            }
            var published = published();
            if (primary && published.isEmpty()) {
                mayBegin();
            }
            if (primary && published.isEmpty() && publishFirst()) {
                LOG.info("Published the bundled dataset as the first revision");
            }
            if (primary ? published.isEmpty() || !published.equals(served()) : isLater(published)) {
                lookedFor = BEHIND;
                read(published);
            }
            lookedAt = Instant.now();
            lookedFor = published.equals(served()) ? notified : BEHIND;
            database.reached(primary ? DatabaseState.PRIMARY : DatabaseState.REPLICA, losses);
            database.checkRoom();
            lastFault = null;
            // At a start this happens only after the catalogue is served. Until the copy is written, the rows stay in
            // memory.
            if (current != null) {
                current.export().zip();
                keepCopy(current);
            }
        } catch (Throwable fault) { // whatever the fault, reads continue and the next attempt may succeed
            away(fault);
        }
        boolean isReached = database.state().isPrimary() || database.state() == DatabaseState.REPLICA;
        if (current == null && !soughtCopy && (!isReached || unserved != null)) {
            soughtCopy = true;
            copy.flatMap(disk -> disk.read(periods)).map(this::prepared).ifPresent(copied -> {
                LOG.infof(
                        "Revision %d comes from the copy in %s",
                        copied.revision().number(), copy.get());
                kept = copied.revision();
                swap(copied);
            });
        }
        if (!keeper.isShutdown()) {
            var pause =
                    switch (database.state()) {
                        case PRIMARY, FULL -> LOOK;
                        case REPLICA -> POLL;
                        case STARTING, AWAY -> RETRY;
                    };
            next = keeper.schedule(this::tend, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** @throws NoDatabaseException when there is a copy, which shows that an empty database is not the original one */
    private void mayBegin() {
        if (copy.filter(CopyOnDisk::exists).isPresent()) {
            throw new NoDatabaseException("The database holds no catalogue, but there is a copy of one in " + copy.get()
                    + ": put the database back, or move the copy away to begin with the bundled dataset.");
        }
    }

    /** True when the database does not even have a schema. */
    private boolean isEmpty() throws Throwable {
        return database.ask(() -> listening
                        .query("SELECT to_regclass('revision') IS NULL")
                        .execute())
                .iterator()
                .next()
                .getBoolean(0);
    }

    private void keepCopy(Catalogue catalogue) {
        if (!catalogue.revision().equals(kept) && copy.isPresent() && copy.get().keep(catalogue)) {
            kept = catalogue.revision();
        }
    }

    private Optional<Revision> served() {
        return get().map(Catalogue::revision);
    }

    /** A replica may lag behind the former primary; it must not cause a return to an older revision of the same history. */
    private boolean isLater(Optional<Revision> published) {
        return published
                .filter(revision ->
                        current == null || !current.changes().has(ChangeCursor.after(revision.number(), revision.id())))
                .isPresent();
    }

    /** Reads the bundled dataset on this thread, not on an event loop. */
    private boolean publishFirst() throws Throwable {
        var publishing = firstPublication.publishFirst();
        return database.await(() -> publishing);
    }

    /** The reader fails when the database returns nothing for too long, however long reading all rows takes. */
    private void read(Optional<Revision> published) throws Throwable {
        var sample = Timer.start();
        var known = current == null ? Changes.NONE : current.changes();
        var rows = database.await(() -> reader.read(known));
        // The connection may be to a lagging replica; then the next poll finds what was published.
        if (rows.revision().number() >= published.map(Revision::number).orElse(0L)) {
            made(rows).ifPresent(newer -> {
                swap(newer);
                sample.stop(swapping);
            });
        }
    }

    /**
     * Empty when no catalogue can be built from the rows. The database works then, and the current catalogue stays in
     * service.
     */
    private Optional<Catalogue> made(CatalogueReader.Rows rows) {
        // The code after the try must not use the rows, or they would stay in memory all the time.
        var revision = rows.revision();
        try {
            return Optional.of(prepared(
                    current == null
                            ? new Catalogue(
                                    revision, rows.tables(), rows.history().get(), periods)
                            : current.newer(
                                    revision, rows.tables(), rows.history().get())));
        } catch (RuntimeException | Error unfit) { // whatever the fault, reads continue and the next poll tries again
            if (!revision.equals(unserved)) {
                unserved = revision;
                LOG.errorf(unfit, "Revision %d cannot be served", unserved.number());
            }
            return Optional.empty();
        }
    }

    /** Computes what readers would otherwise wait for. The rows are released first, while two catalogues are in memory. */
    private Catalogue prepared(Catalogue newer) {
        if (current != null) {
            newer.export().zip();
        }
        newer.search();
        // The first evaluation of opening hours would have to read the calendar of holidays.
        Moment.of(Instant.now());
        return newer;
    }

    private void swap(Catalogue newer) {
        current = newer;
        swaps.onNext(true);
        LOG.infof("Serving revision %d", newer.revision().number());
    }

    /**
     * Listens for notifications on a primary. Listening starts when LISTEN has succeeded; a dead connection must not count as
     * listening.
     *
     * @return false on a replica, which does not support LISTEN
     */
    private boolean listen() throws Throwable {
        var connection = VertxContextSupport.subscribeAndAwait(pool::getConnection);
        try {
            if (isReplica(connection)) {
                connection.closeAndForget();
                return false;
            }
            database.ask(() -> connection.query("LISTEN catalogue_revision").execute());
        } catch (Throwable fault) {
            connection.closeAndForget();
            throw fault;
        }
        var listener = (PgConnection) connection.getDelegate();
        listener.notificationHandler(notification -> {
            notifications.incrementAndGet();
            soon(this::tend);
        });
        // By default the client prints it; it fails its next use as well, which tells why.
        listener.exceptionHandler(fault -> LOG.debug("The connection that listens failed", fault));
        listener.closeHandler(closed -> {
            database.failed(DatabaseFault.UNREACHABLE);
            soon(() -> {
                if (listening == connection) {
                    listensNoMore();
                }
                tend();
            });
        });
        listening = connection;
        database.listensOn(connection, () -> soon(this::tend));
        return true;
    }

    private boolean isReplica(SqlConnection connection) throws Throwable {
        return database.ask(() -> connection.query("SELECT pg_is_in_recovery()").execute())
                .iterator()
                .next()
                .getBoolean(0);
    }

    private void soon(Runnable task) {
        try {
            keeper.execute(task);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("Not tending any more, the service stops");
        }
    }

    /** The last published revision. After a restore of the database it may be older than the current one. */
    private Optional<Revision> published() throws Throwable {
        // Uses the connection to the primary on which it listens, because another one may be to a lagging replica.
        var primary = listening;
        var newest =
                database.ask(() -> primary != null ? newest(primary) : pool.withConnection(CurrentCatalogue::newest));
        for (var row : newest) {
            return Optional.of(new Revision(
                    row.getLong(0), row.getString(1), row.getOffsetDateTime(2).toInstant()));
        }
        return Optional.empty();
    }

    private static Uni<RowSet<Row>> newest(SqlConnection connection) {
        return connection
                .query("SELECT number, id, published_at FROM revision ORDER BY number DESC LIMIT 1")
                .execute();
    }

    private void listensNoMore() {
        listening = null;
        database.listensNoMore();
    }

    private void away(Throwable fault) {
        var kind = DatabaseFault.of(fault);
        if (kind.state().isPresent()) {
            database.failed(kind);
        } else {
            database.lost();
        }
        faults.increment();
        if (listening != null) {
            // The connection may be dead without a notification.
            listening.closeAndForget();
            listensNoMore();
        }
        var reason = reason(fault);
        if (!keeper.isShutdown() && !reason.equals(lastFault)) {
            lastFault = reason;
            LOG.warnf("The database cannot be used, trying again until it can: %s", reason);
            LOG.debug("The database cannot be used", fault);
        }
    }

    /** One sentence: where a library reports in several lines, the reason is in the message of the cause. */
    private static String reason(Throwable fault) {
        var reason = fault;
        while (reason.getCause() != null
                && (reason instanceof CompletionException
                        || reason.getMessage() == null
                        || reason.getMessage().strip().contains("\n"))) {
            reason = reason.getCause();
        }
        if (DatabaseFault.isTimeoutOfPool(reason)) {
            return "No connection came free in time, and no new one could be made.";
        }
        return reason.getMessage() == null
                ? reason.getClass().getSimpleName()
                : reason.getMessage().strip().lines().findFirst().orElse("");
    }
}
