package be.digicatalogue.catalogue;

import be.digicatalogue.database.NoDatabaseException;
import be.digicatalogue.database.Servers;
import be.digicatalogue.dataset.Revision;
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
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Holds the catalogue that is served and swaps in a newer one when PostgreSQL notifies, or when a look at the revision
 * finds one, as on a replica, which does not notify. Everything here happens on one thread of its own, away from requests; a lost database ends in trying again.
 */
@ApplicationScoped
public class CurrentCatalogue {

    private static final Logger LOG = Logger.getLogger(CurrentCatalogue.class);

    /** How long until the next try while the database is away. */
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** How often the revision is looked at besides the notifications. */
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** How often a replica is looked at, which does not notify. */
    private static final Duration POLL = Duration.ofSeconds(2);
    /** A database that does not answer within this time counts as away. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Flyway flyway;
    private final Servers servers;
    private final FirstPublication firstPublication;
    private final CatalogueReader reader;
    private final Pool pool;
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "catalogue-keeper"));

    /** Says only that there is a newer one; whoever hears it looks for himself which. */
    private final BroadcastProcessor<Boolean> swaps = BroadcastProcessor.create();

    private final Optional<CopyOnDisk> copy;
    private final ReviewPeriods periods;

    private final Timer swapping;
    private final Counter faults;

    private volatile Catalogue current;
    private volatile DatabaseState database = DatabaseState.AWAY;
    /** Since when nothing can be published; {@code null} while something can. */
    private volatile Instant readOnlySince = Instant.now();

    private volatile Instant lookedAt = Instant.now();

    private boolean migrated;
    private boolean soughtCopy;
    /** What the copy on disk holds. */
    private Revision kept;
    /** The last one that could not be served, which is told once. */
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
            MeterRegistry meters,
            ReviewSettings review,
            @ConfigProperty(name = "catalogue.copy") boolean copy,
            @ConfigProperty(name = "catalogue.data-folder", defaultValue = "data") Path folder) {
        this.flyway = flyway;
        this.servers = servers;
        this.firstPublication = firstPublication;
        this.reader = reader;
        this.pool = pool;
        this.swapping = Timer.builder("catalogue.swap")
                .description("Reading and building a newer revision until it is served")
                .register(meters);
        this.faults = Counter.builder("catalogue.database.faults")
                .description("Looks at the database that failed")
                .register(meters);
        this.periods = review.periods();
        this.copy = copy ? Optional.of(new CopyOnDisk(folder)) : Optional.empty();
    }

    /** The catalogue to answer from; empty until the first one has been read. */
    public Optional<Catalogue> get() {
        return Optional.ofNullable(current);
    }

    /** Ends what follows the catalogue when the service is about to stop. */
    public static final class Stopping extends RuntimeException {

        private static final long serialVersionUID = 1;

        Stopping() {
            super("the service stops", null, false, false);
        }
    }

    /**
     * The catalogue at hand, if any, and then each newer one after it has been swapped in, on the Vert.x context of the
     * caller. Who is slow skips to the newest; no catalogue waits in memory for who does not read. It fails with
     * {@link Stopping} when the service is about to stop.
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

    /** The catalogue as soon as it is of a revision or a later one; fails when that takes longer than the caller waits. */
    public Uni<Catalogue> atLeast(long revision, Duration patience) {
        return following()
                .filter(catalogue -> catalogue.revision().number() >= revision)
                .toUni()
                .ifNoItem()
                .after(patience)
                .fail();
    }

    public DatabaseState database() {
        return database;
    }

    /** Since when nothing can be published, because the database is away or only a replica is there; empty while it can. */
    public Optional<Instant> readOnlySince() {
        return Optional.ofNullable(readOnlySince);
    }

    /** When the database last told what is published. */
    public Instant lookedAt() {
        return lookedAt;
    }

    void start(@Observes StartupEvent event) {
        keeper.execute(this::tend);
    }

    /** Streams have no end that a stop could wait for. */
    void endStreams(@Observes ShutdownDelayInitiatedEvent event) {
        swaps.onError(new Stopping());
    }

    void stop(@Observes ShutdownEvent event) {
        keeper.shutdownNow();
    }

    /** Does whatever is to be done to serve the newest revision, and sees to it that it is done again. */
    private void tend() {
        if (next != null) {
            next.cancel(false);
        }
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
                read(published);
            }
            lookedAt = Instant.now();
            database = primary ? DatabaseState.PRIMARY : DatabaseState.REPLICA;
            if (primary) {
                readOnlySince = null;
            }
            lastFault = null;
            // At a start only now, when nobody waits for it; until it is made the rows stay in memory.
            if (current != null) {
                current.export().zip();
                keepCopy(current);
            }
        } catch (Throwable fault) { // whatever it is, reads go on and the next try may succeed
            away(fault);
        }
        if (current == null && !soughtCopy && (database == DatabaseState.AWAY || unserved != null)) {
            soughtCopy = true;
            copy.flatMap(kept -> kept.read(periods)).map(this::prepared).ifPresent(kept -> {
                LOG.infof(
                        "Revision %d is that of the copy in %s", kept.revision().number(), copy.get());
                swap(kept);
            });
        }
        if (!keeper.isShutdown()) {
            var pause =
                    switch (database) {
                        case PRIMARY -> LOOK;
                        case REPLICA -> POLL;
                        case AWAY -> RETRY;
                    };
            next = keeper.schedule(this::tend, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** @throws NoDatabaseException when a catalogue was served from here, so that an empty database is not its own */
    private void mayBegin() {
        if (copy.filter(CopyOnDisk::exists).isPresent()) {
            throw new NoDatabaseException("The database holds no catalogue, but there is a copy of one in " + copy.get()
                    + ": put the database back, or move the copy away to begin with the bundled dataset.");
        }
    }

    /** Whether the database has not even a schema. */
    private boolean isEmpty() throws Throwable {
        return await(() -> listening
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

    /** A replica may lag behind the primary that was there before: what it has not got yet is no reason to go back. */
    private boolean isLater(Optional<Revision> published) {
        return published
                .filter(revision -> current == null
                        || revision.number() > current.revision().number())
                .isPresent();
    }

    /** The dataset is read here, on no event loop. */
    private boolean publishFirst() throws Throwable {
        var publishing = firstPublication.publishFirst();
        return await(() -> publishing);
    }

    /** The reader sees to it that a database that gives nothing counts as away, however long all rows take. */
    private void read(Optional<Revision> published) throws Throwable {
        var sample = Timer.start();
        var known = current == null ? Changes.NONE : current.changes();
        var rows = VertxContextSupport.subscribeAndAwait(() -> reader.read(known));
        // The connection may have been one to a replica that lags; then the next look finds what was published.
        if (rows.revision().number() >= published.map(Revision::number).orElse(0L)) {
            made(rows).ifPresent(newer -> {
                swap(newer);
                sample.stop(swapping);
            });
        }
    }

    /** Empty for rows that no catalogue can be made of: the database is well, and the catalogue at hand is served on. */
    private Optional<Catalogue> made(CatalogueReader.Rows rows) {
        // What follows the try must not need the rows, or they would stay in memory through all of it.
        var revision = rows.revision();
        try {
            return Optional.of(prepared(
                    current == null
                            ? new Catalogue(revision, rows.tables(), rows.changes(), periods)
                            : current.newer(revision, rows.tables(), rows.changes())));
        } catch (RuntimeException | Error unfit) { // whatever it is, reads go on and the next look tries again
            if (!revision.equals(unserved)) {
                unserved = revision;
                LOG.errorf(unfit, "Revision %d cannot be served", unserved.number());
            }
            return Optional.empty();
        }
    }

    /** Makes what readers would otherwise wait for. The rows go first where two catalogues are in memory. */
    private Catalogue prepared(Catalogue newer) {
        if (current != null) {
            newer.export().zip();
        }
        newer.search();
        // The first question about opening hours would read the calendar of holidays.
        Moment.of(Instant.now());
        return newer;
    }

    private void swap(Catalogue newer) {
        current = newer;
        swaps.onNext(true);
        LOG.infof("Serving revision %d", newer.revision().number());
    }

    /**
     * Listens, on a primary. Listening begins when LISTEN has been answered; a connection that was dead already must not
     * pass for one that listens.
     *
     * @return false on a replica, which refuses LISTEN
     */
    private boolean listen() throws Throwable {
        var connection = await(pool::getConnection);
        try {
            if (isReplica(connection)) {
                connection.closeAndForget();
                return false;
            }
            await(() -> connection.query("LISTEN catalogue_revision").execute());
        } catch (Throwable fault) {
            connection.closeAndForget();
            throw fault;
        }
        var notifications = (PgConnection) connection.getDelegate();
        notifications.notificationHandler(notification -> soon(this::tend));
        notifications.closeHandler(closed -> {
            lost();
            soon(() -> {
                if (listening == connection) {
                    listening = null;
                }
                tend();
            });
        });
        listening = connection;
        return true;
    }

    private static boolean isReplica(SqlConnection connection) throws Throwable {
        return await(() -> connection.query("SELECT pg_is_in_recovery()").execute())
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

    /** What was published last. After a restore of the database that may be an older revision than the one served. */
    private Optional<Revision> published() throws Throwable {
        // Asked of the primary that it listens to: another connection may be one to a replica that lags.
        SqlClient client = listening != null ? listening : pool;
        var newest = await(() -> client.query("SELECT number, published_at FROM revision ORDER BY number DESC LIMIT 1")
                .execute());
        for (var row : newest) {
            return Optional.of(
                    new Revision(row.getLong(0), row.getOffsetDateTime(1).toInstant()));
        }
        return Optional.empty();
    }

    private void lost() {
        database = DatabaseState.AWAY;
        if (readOnlySince == null) {
            readOnlySince = Instant.now();
        }
    }

    private void away(Throwable fault) {
        lost();
        faults.increment();
        if (listening != null) {
            // It may be dead without anybody having been told.
            listening.closeAndForget();
            listening = null;
        }
        var told = told(fault);
        if (!keeper.isShutdown() && !told.equals(lastFault)) {
            lastFault = told;
            LOG.warnf("The database cannot be used, trying again until it can: %s", told);
            LOG.debug("The database cannot be used", fault);
        }
    }

    /** One sentence: where a library reports in several lines, the reason is told by what it wraps. */
    private static String told(Throwable fault) {
        var reason = fault;
        while (reason.getCause() != null
                && (reason.getMessage() == null || reason.getMessage().strip().contains("\n"))) {
            reason = reason.getCause();
        }
        return reason.getMessage() == null
                ? reason.getClass().getSimpleName()
                : reason.getMessage().strip().lines().findFirst().orElse("");
    }

    private static <T> T await(Supplier<Uni<T>> action) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> action.get().ifNoItem().after(PATIENCE).fail());
    }
}
