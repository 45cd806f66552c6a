package be.digicatalogue.catalogue;

import be.digicatalogue.dataset.Revision;
import be.digicatalogue.dataset.Tables;
import be.digicatalogue.history.Changes;
import be.digicatalogue.history.HistoryReader;
import be.digicatalogue.history.PublishedRevision;
import be.digicatalogue.record.Schema;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads the newest revision from PostgreSQL: all tables in one transaction, so that they are consistent. It reads rows in
 * pages and in a stateless session, which keeps no copies of them.
 */
@ApplicationScoped
public class CatalogueReader {

    /** The number of rows of a page, small so that a page does not block an event loop for long. */
    private static final int PAGE = 500;
    /**
     * The number of changed rows, counted from the newest, whose revisions keep their values in memory: more than one upload
     * may have, so a publication keeps all of its values or, as the first of a large catalogue, none.
     */
    private static final int MOST_VALUES = 50_000;
    /** The time after which a database that returns no page counts as unreachable. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Mutiny.SessionFactory sessions;

    CatalogueReader(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * The rows from which a catalogue is built. Building takes long, so it happens on a thread that may block.
     *
     * @param history builds the history, which may be done once
     */
    public record Rows(Revision revision, Tables tables, Supplier<Changes> history) {}

    /**
     * The rows of the newest revision. Fails when nothing has been published yet, or when the database returns nothing for
     * half a minute.
     *
     * @param known the history that has been read before; only later changes are read
     */
    public Uni<Rows> read(Changes known) {
        return reading(transaction -> transaction.facts().flatMap(facts -> transaction
                .changes(known)
                .map(history -> new Rows(facts.revision(), facts.tables(), history))));
    }

    /** The rows of the newest revision, without the history. */
    public Uni<Rows> readFacts() {
        return reading(ReadTransaction::facts);
    }

    private Uni<Rows> reading(Function<ReadTransaction, Uni<Rows>> reading) {
        return Multi.createFrom()
                .<Optional<Rows>>emitter(steps -> {
                    var transaction = sessions.withStatelessTransaction(session -> session.createNativeQuery(
                                    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                            .executeUpdate()
                            .chain(() ->
                                    reading.apply(new ReadTransaction(session, () -> steps.emit(Optional.empty())))));
                    var running = transaction
                            .subscribe()
                            .with(
                                    rows -> {
                                        steps.emit(Optional.of(rows));
                                        steps.complete();
                                    },
                                    steps::fail);
                    steps.onTermination(running::cancel);
                })
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .collect()
                .last()
                .map(Optional::orElseThrow);
    }

    /**
     * One transaction.
     *
     * @param step runs each time that the database has returned something
     */
    private record ReadTransaction(Mutiny.StatelessSession session, Runnable step) {

        Uni<Rows> facts() {
            return session.createSelectionQuery("from RevisionRow order by number desc", RevisionRow.class)
                    .setMaxResults(1)
                    .getSingleResult()
                    .flatMap(revision -> tables().map(tables -> new Rows(revision.fact(), tables, () -> Changes.NONE)));
        }

        /** Sequentially, because a session has one connection. */
        private Uni<Tables> tables() {
            var tables = new Tables();
            return Multi.createFrom()
                    .iterable(Schema.loaded().rows())
                    .onItem()
                    .transformToUniAndConcatenate(table -> rows(table, tables).replaceWith(true))
                    .collect()
                    .last()
                    .replaceWith(tables);
        }

        /** In the order of their keys, so that all instances have the rows of a revision in the same order. */
        private <R> Uni<Void> rows(Class<R> table, Tables tables) {
            var keys = Tables.columns(table).stream()
                    .filter(field -> field.isAnnotationPresent(Id.class))
                    .toList();
            tables.add(table, List.of());
            return pages(() -> after(table, keys, tables.of(table)), rows -> tables.add(table, rows));
        }

        /** The page after the rows that have been read. */
        private <R> Uni<List<R>> after(Class<R> table, List<Field> keys, List<R> read) {
            var names = keys.stream().map(Field::getName).collect(Collectors.joining(", "));
            var order = " order by " + names;
            if (read.isEmpty()) {
                return session.createSelectionQuery("from " + table.getSimpleName() + order, table)
                        .setMaxResults(PAGE)
                        .getResultList();
            }
            // As one comparison of rows, PostgreSQL starts in the index of the key; conditions joined with "or" would
            // read
            // all rows before the page again.
            var query = session.createSelectionQuery(
                    "from %s where (%s) > (%s)"
                                    .formatted(
                                            table.getSimpleName(),
                                            names,
                                            keys.stream()
                                                    .map(key -> ":" + key.getName())
                                                    .collect(Collectors.joining(", ")))
                            + order,
                    table);
            var last = read.get(read.size() - 1);
            keys.forEach(key -> query.setParameter(key.getName(), Tables.value(key, last)));
            return query.setMaxResults(PAGE).getResultList();
        }

        private <R> Uni<Void> pages(Supplier<Uni<List<R>>> next, Consumer<List<R>> page) {
            return Multi.createBy()
                    .repeating()
                    .uni(() -> next.get().invoke(page).invoke(step))
                    .whilst(rows -> rows.size() == PAGE)
                    .onItem()
                    .ignoreAsUni();
        }

        /** After a restore of the database, its history may differ from the known one; then all of it is read. */
        Uni<Supplier<Changes>> changes(Changes known) {
            return known.newest()
                    .map(newest -> session.createSelectionQuery(
                                    "select id from RevisionRow where number = :number", String.class)
                            .setParameter("number", newest.revision())
                            .getSingleResultOrNull()
                            .map(id -> newest.id().equals(id) ? known : Changes.NONE))
                    .orElse(Uni.createFrom().item(known))
                    .flatMap(common -> {
                        long last =
                                common.newest().map(PublishedRevision::revision).orElse(0L);
                        var history = new HistoryReader();
                        return withoutValues().flatMap(oldest -> changedRows(history, last, oldest)
                                .chain(() -> revisionsAfter(last))
                                .map(revisions -> () -> common.and(revisions.stream()
                                                .map(row -> history.published(
                                                        row.number, row.id, row.publishedAt, row.reason))
                                                .toList())
                                        .withValuesAfter(oldest)));
                    });
        }

        /** The newest revision of which no values are kept; 0 when all are. It is the same on all instances. */
        private Uni<Long> withoutValues() {
            return session.createNativeQuery(
                            "SELECT coalesce((SELECT revision FROM change ORDER BY revision DESC, position DESC OFFSET "
                                    + MOST_VALUES + " LIMIT 1), 0)",
                            Long.class)
                    .getSingleResult();
        }

        private Uni<List<RevisionRow>> revisionsAfter(long last) {
            return session.createSelectionQuery(
                            "from RevisionRow where number > :last order by number", RevisionRow.class)
                    .setParameter("last", last)
                    .getResultList();
        }

        /**
         * The changes after a revision. For a row that is added again, it compares with the removed one.
         *
         * @param withoutValues the newest revision of which no values are kept
         */
        private Uni<Void> changedRows(HistoryReader history, long revision, long withoutValues) {
            var last = new long[] {revision, Long.MAX_VALUE};
            return pages(
                    // The position is part of the SQL text, so that each query differs: Hibernate Reactive fails when
                    // the
                    // same native query runs twice.
                    () -> session.createNativeQuery("""
                            SELECT c.revision, c.position, c.table_name, c.key, c.kind,
                                array_to_string(CASE c.kind WHEN 'added' THEN ARRAY(
                                    SELECT a.key FROM change AS gone, jsonb_each(c.after) AS a
                                    WHERE gone.table_name = c.table_name AND gone.key = c.key AND gone.kind = 'removed'
                                      AND gone.revision = c.revision AND gone.position < c.position
                                      AND a.value IS DISTINCT FROM gone.before -> a.key)
                                ELSE c.fields END, ',') AS different,
                                c.before ->> 'kind' AS kind_before, c.after ->> 'kind' AS kind_after,
                                CASE WHEN c.revision > %1$d THEN CAST(c.before AS text) END AS row_before,
                                CASE WHEN c.revision > %1$d THEN CAST(c.after AS text) END AS row_after
                            FROM change AS c
                            WHERE (c.revision, c.position) > (%2$d, %3$d)
                            ORDER BY c.revision, c.position""".formatted(withoutValues, last[0], last[1]), Object[].class)
                            .setMaxResults(PAGE)
                            .getResultList(),
                    rows -> rows.forEach(row -> {
                        last[0] = (Long) row[0];
                        last[1] = (Long) row[1];
                        history.add(new HistoryReader.ChangedRow(
                                (Long) row[0],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                ((String) row[5]).isEmpty() ? List.of() : List.of(((String) row[5]).split(",")),
                                (String) row[6],
                                (String) row[7],
                                (String) row[8],
                                (String) row[9]));
                    }));
        }
    }
}
