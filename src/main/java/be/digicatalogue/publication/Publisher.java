package be.digicatalogue.publication;

import be.digicatalogue.catalogue.CatalogueReader;
import be.digicatalogue.catalogue.FirstPublication;
import be.digicatalogue.database.DatabaseFault;
import be.digicatalogue.database.WriteOutcome;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Dataset;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Writes facts: rows, history, revision and notification in one transaction, after all checks. Only one publication runs at a
 * time, on all instances together.
 */
@ApplicationScoped
public class Publisher implements FirstPublication {

    private static final Logger LOG = Logger.getLogger(Publisher.class);

    /** An advisory lock, held until the transaction ends; the triggers that write history take the same one. */
    private static final long PUBLICATION_LOCK = 0x64696769;

    private static final int BATCH = 500;

    /** A statement that takes longer waits for another session, or the server has no time for it; the server cancels it. */
    private static final String LIMIT = "SET LOCAL statement_timeout = '60s'";

    /** How long a publication whose commit was not confirmed is looked for, and how long to wait between two looks. */
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(4);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** The part of its rows that a table may lose without confirmation; losing more is probably a mistake. */
    private static final double DOUBTFUL_REMOVALS = 0.2;

    private final Mutiny.SessionFactory sessions;
    private final CatalogueReader reader;
    private final CuratorDatabase database;
    private final Semaphore turn = new Semaphore(1);

    Publisher(Mutiny.SessionFactory sessions, CatalogueReader reader, CuratorDatabase database) {
        this.sessions = sessions;
        this.reader = reader;
        this.database = database;
    }

    /** A proposed change, computed from the present dataset. */
    interface Intent {

        /**
         * The whole dataset as it would become.
         *
         * @param draft the positions of its rows
         */
        record Proposal(Dataset dataset, Draft draft, Report report) {}

        Proposal over(Dataset current);
    }

    /** What is written with a revision in one transaction, and only with it. */
    @FunctionalInterface
    interface Companion {

        /** Nothing besides the facts. */
        Companion NONE = (session, revision) -> Uni.createFrom().voidItem();

        /**
         * Writes, after the facts and before the commit.
         *
         * @param revision the number of the new revision
         */
        Uni<Void> write(Mutiny.StatelessSession session, long revision);
    }

    /** Rows of one table with the same kind of change. */
    private record Batch(RowChange.Kind kind, Object[] rows) {}

    @Override
    public Uni<Boolean> publishFirst() {
        var batches = batches(RowChange.between(new Dataset(), BundledDataset.dataset()));
        return sessions.withStatelessTransaction(session -> session.createNativeQuery(
                        "SELECT pg_advisory_xact_lock(" + PUBLICATION_LOCK + ")", Object.class)
                .getSingleResultOrNull()
                .chain(() -> newest(session))
                .flatMap(newest -> newest != null
                        ? Uni.createFrom().item(false)
                        : write(
                                        session,
                                        batches,
                                        new Publication(null, "The dataset that comes with the service", false))
                                .replaceWith(true)));
    }

    /**
     * Publishes, on the calling thread.
     *
     * @param wait how long to wait for another publication of this instance to end
     * @param confirmedRemovals the number of removed rows that the caller confirmed; {@code null} without confirmation
     * @throws Refusal when another publication is running (409), removals were not confirmed (409) or the database cannot be
     * reached (503)
     */
    Publication publish(Publication publication, Intent intent, Duration wait, Integer confirmedRemovals) {
        return publish(publication, intent, wait, confirmedRemovals, Companion.NONE);
    }

    /** The same with something that is written in the same transaction. Without changes of facts, that is not written. */
    Publication publish(
            Publication publication, Intent intent, Duration wait, Integer confirmedRemovals, Companion companion) {
        if (!tryTurn(wait)) {
            throw busy();
        }
        try {
            return publish(publication, intent, confirmedRemovals, companion);
        } catch (Refusal refusal) {
            publication.failed(refusal.problem().detail());
            throw refusal;
        } catch (RuntimeException fault) {
            publication.failed(Message.of("admin.fault"));
            throw fault;
        } finally {
            turn.release();
        }
    }

    private Publication publish(
            Publication publication, Intent intent, Integer confirmedRemovals, Companion companion) {
        var rows = facts();
        var current = Dataset.of(rows.tables());
        publication.at(Publication.Stage.CHECKING, 0, 0);
        var proposal = intent.over(current);
        var step = new AtomicInteger();
        Checks.check(
                proposal.dataset(),
                proposal.draft(),
                proposal.report(),
                () -> publication.at(Publication.Stage.CHECKING, step.getAndIncrement(), DataPackage.TABLES.size()));
        StaleDates.warn(current, proposal.dataset(), proposal.draft(), proposal.report());
        proposal.report().showRows(proposal.draft());
        if (proposal.report().stops()) {
            publication.found(proposal.report(), null);
            return publication.ended(Publication.Status.REFUSED);
        }
        var changes = RowChange.between(current, proposal.dataset());
        publication.found(proposal.report(), changes);
        if (publication.dryRun()) {
            return publication.ended(Publication.Status.CHECKED);
        }
        if (changes.isEmpty()) {
            return publication.ended(Publication.Status.UNCHANGED);
        }
        confirm(current, changes, proposal.draft(), confirmedRemovals);
        return publication.published(commit(rows.revision().id(), changes, publication, companion));
    }

    private boolean tryTurn(Duration wait) {
        try {
            return turn.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void confirm(Dataset current, List<RowChange> changes, Draft draft, Integer confirmed) {
        var removed = changes.stream()
                .filter(change -> change.kind() == RowChange.Kind.REMOVED)
                .filter(change -> !StaleDates.isOne(change, draft))
                .toList();
        boolean doubtful = DataPackage.TABLES.stream()
                .anyMatch(table -> removed.stream()
                                .filter(change -> change.of().equals(table))
                                .count()
                        > DOUBTFUL_REMOVALS * current.of(table).size());
        if (doubtful && (confirmed == null || confirmed != removed.size())) {
            throw new Refusal(Problem.status(409, Message.of("admin.confirmRemovals", removed.size())));
        }
    }

    private CatalogueReader.Rows facts() {
        try {
            return database.await(reader::readFacts);
        } catch (Throwable fault) { // nothing has been written yet
            throw database.refusal(fault, WriteOutcome.NOT_WRITTEN);
        }
    }

    /** A transaction ends once: by its commit, or because its caller does not wait for it any more. */
    private static final class CommitPoint {

        private final AtomicBoolean decided = new AtomicBoolean();
        /** The id of the revision that it writes. */
        private volatile String revision;

        /** Before the commit is sent. @throws IllegalStateException when nobody waits for it */
        void pass(String id) {
            revision = id;
            if (!decided.compareAndSet(false, true)) {
                throw new IllegalStateException("A publication goes on that has been given up");
            }
        }

        /** From now on it cannot be committed; false when its commit has been sent. */
        boolean giveUp() {
            return decided.compareAndSet(false, true);
        }
    }

    private long commit(String expected, List<RowChange> changes, Publication publication, Companion companion) {
        var batches = batches(changes);
        var point = new CommitPoint();
        var number = new AtomicLong();
        try {
            return database.await(() -> sessions.withStatelessTransaction(session -> session.createNativeQuery(
                            "SELECT pg_try_advisory_xact_lock(" + PUBLICATION_LOCK + ")", Boolean.class)
                    .getSingleResult()
                    .invoke(locked -> {
                        if (!locked) {
                            throw busy();
                        }
                    })
                    .chain(() -> newest(session))
                    .invoke(newest -> {
                        if (!expected.equals(newest)) {
                            throw busy();
                        }
                    })
                    .chain(() -> write(session, batches, publication))
                    .invoke(number::set)
                    .call(written -> companion.write(session, written))
                    .call(written -> session.createNativeQuery(
                                    "SELECT id FROM revision WHERE number = " + written, String.class)
                            .getSingleResult()
                            .invoke(point::pass))));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Throwable fault) { // whatever the fault, the caller learns its consequence
            var outcome = point.giveUp()
                    ? WriteOutcome.NOT_WRITTEN
                    : DatabaseFault.of(fault).atCommit();
            if (outcome == WriteOutcome.NOT_KNOWN) {
                outcome = search(point.revision);
            }
            if (outcome == WriteOutcome.WRITTEN) {
                LOG.warnf("Revision %d is committed, though its answer was lost: %s", number.get(), fault.getMessage());
                return number.get();
            }
            throw database.refusal(fault, outcome);
        }
    }

    /** Looks for a revision whose commit was not confirmed, until its transaction has ended or patience has. */
    private WriteOutcome search(String revision) {
        long end = System.nanoTime() + LONGEST_SEARCH.toNanos();
        while (System.nanoTime() < end) {
            try {
                var outcome = database.await(() -> found(revision));
                if (outcome != WriteOutcome.NOT_KNOWN) {
                    return outcome;
                }
            } catch (Throwable fault) { // it is looked for again until the end
                LOG.debug("A publication cannot be looked for", fault);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return WriteOutcome.NOT_KNOWN;
            }
        }
        return WriteOutcome.NOT_KNOWN;
    }

    /** While another session has the lock, the transaction may still be running. */
    private Uni<WriteOutcome> found(String revision) {
        return sessions.withStatelessTransaction(session -> session.createNativeQuery(
                        "SELECT CASE WHEN NOT pg_try_advisory_xact_lock(" + PUBLICATION_LOCK + ") THEN 'NOT_KNOWN'"
                                + " WHEN EXISTS (SELECT FROM revision WHERE id = ?1) THEN 'WRITTEN'"
                                + " ELSE 'NOT_WRITTEN' END",
                        String.class)
                .setParameter(1, revision)
                .getSingleResult()
                .map(WriteOutcome::valueOf));
    }

    /** The id of the newest revision, if any; after a restore of the database its number may be that of another one. */
    private static Uni<String> newest(Mutiny.StatelessSession session) {
        return session.createNativeQuery("SELECT id FROM revision ORDER BY number DESC LIMIT 1", String.class)
                .getSingleResultOrNull();
    }

    private static Uni<Long> write(Mutiny.StatelessSession session, List<Batch> batches, Publication publication) {
        int all = batches.stream().mapToInt(batch -> batch.rows().length).sum();
        publication.at(Publication.Stage.WRITING, 0, all);
        var written = session.createNativeQuery(LIMIT).executeUpdate().replaceWithVoid();
        int done = 0;
        for (var batch : batches) {
            done += batch.rows().length;
            int sofar = done;
            written = written.chain(() -> switch (batch.kind()) {
                        case REMOVED -> session.deleteAll(BATCH, batch.rows());
                        case CHANGED -> session.updateAll(BATCH, batch.rows());
                        case ADDED -> session.insertAll(BATCH, batch.rows());
                    })
                    .invoke(() -> publication.at(Publication.Stage.WRITING, sofar, all));
        }
        return written.chain(
                () -> session.createNativeQuery("SELECT publish_revision(?1, CAST(?2 AS text))", Long.class)
                        .setParameter(1, publication.reason())
                        .setParameter(2, publication.by())
                        .getSingleResult());
    }

    /** In the order of writing: removals first, so that a unique value can move from one row to another. */
    private static List<Batch> batches(List<RowChange> changes) {
        var batches = new ArrayList<Batch>();
        for (var kind : List.of(RowChange.Kind.REMOVED, RowChange.Kind.CHANGED, RowChange.Kind.ADDED)) {
            for (var table : DataPackage.TABLES) {
                var rows = changes.stream()
                        .filter(change -> change.kind() == kind && change.of().equals(table))
                        .map(change ->
                                Dataset.row(table.row(), change.after() == null ? change.before() : change.after()))
                        .toList();
                for (int from = 0; from < rows.size(); from += BATCH) {
                    batches.add(new Batch(
                            kind,
                            rows.subList(from, Math.min(rows.size(), from + BATCH))
                                    .toArray()));
                }
            }
        }
        return batches;
    }

    private static Refusal busy() {
        return Refusal.forAMoment(Problem.status(409, Message.of("admin.busy")));
    }
}
