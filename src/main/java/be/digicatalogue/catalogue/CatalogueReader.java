package be.digicatalogue.catalogue;

import be.digicatalogue.change.Changes;
import be.digicatalogue.change.HistoryReader;
import be.digicatalogue.change.Published;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the newest revision out of PostgreSQL: all tables in one transaction, so that they belong together. */
@ApplicationScoped
public class CatalogueReader {

    /** How many rows of the history are asked for at once. */
    private static final int PAGE = 5_000;

    /** What a catalogue is built from; building takes long, so it is left to a thread that may. */
    public record Rows(Revision revision, Tables tables, Changes changes) {}

    /**
     * The rows of the newest revision; fails when nothing has been published yet.
     *
     * @param known the history that has been read before, of which only what came later is read
     */
    public Uni<Rows> read(Changes known) {
        return reading(session -> facts(session).flatMap(facts -> changes(session, known)
                .map(changes -> new Rows(facts.revision(), facts.tables(), changes))));
    }

    /** The same without any history. */
    public Uni<Rows> readFacts() {
        return reading(CatalogueReader::facts);
    }

    private static Uni<Rows> reading(Function<Mutiny.Session, Uni<Rows>> reading) {
        return Panache.withTransaction(() -> Panache.getSession().flatMap(session -> session.createNativeQuery(
                        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .executeUpdate()
                .chain(() -> reading.apply(session))));
    }

    private static Uni<Rows> facts(Mutiny.Session session) {
        return revision(session)
                .flatMap(revision -> tables(session).map(tables -> new Rows(revision, tables, Changes.NONE)));
    }

    private static Uni<Revision> revision(Mutiny.Session session) {
        return session.createSelectionQuery("from RevisionRow order by number desc", RevisionRow.class)
                .setMaxResults(1)
                .getSingleResult()
                .map(RevisionRow::fact);
    }

    /** One after the other: a session has one connection. */
    private static Uni<Tables> tables(Mutiny.Session session) {
        var tables = new Tables();
        return Multi.createFrom()
                .iterable(Tables.FILES.keySet())
                .onItem()
                .transformToUniAndConcatenate(table -> rows(session, table, tables))
                .collect()
                .last()
                .replaceWith(tables);
    }

    private static <R> Uni<Boolean> rows(Mutiny.Session session, Class<R> table, Tables tables) {
        return session.createSelectionQuery("from " + table.getSimpleName(), table)
                .setReadOnly(true)
                .getResultList()
                .invoke(rows -> tables.put(table, rows))
                .replaceWith(true);
    }

    /** After a restore of the database the known history may not be its history; then all of it is read. */
    private static Uni<Changes> changes(Mutiny.Session session, Changes known) {
        return known.newest()
                .map(newest -> session.createSelectionQuery(
                                "select publishedAt from RevisionRow where number = :number", Instant.class)
                        .setParameter("number", newest.revision())
                        .getSingleResultOrNull()
                        .map(publishedAt -> newest.publishedAt().equals(publishedAt) ? known : Changes.NONE))
                .orElse(Uni.createFrom().item(known))
                .flatMap(common -> {
                    long last = common.newest().map(Published::revision).orElse(0L);
                    var history = new HistoryReader();
                    return changedRows(session, history, last, Long.MAX_VALUE)
                            .chain(() -> revisionsAfter(session, last))
                            .map(revisions -> common.and(revisions.stream()
                                    .map(revision -> history.published(
                                            (Long) revision[0], (Instant) revision[1], (String) revision[2]))
                                    .toList()));
                });
    }

    private static Uni<List<Object[]>> revisionsAfter(Mutiny.Session session, long last) {
        return session.createSelectionQuery(
                        "select number, publishedAt, reason from RevisionRow where number > :last order by number",
                        Object[].class)
                .setParameter("last", last)
                .getResultList();
    }

    /** Page by page from a place in the history on. A row that is added again says what is different from the removed one. */
    private static Uni<Void> changedRows(Mutiny.Session session, HistoryReader history, long revision, long position) {
        return session.createNativeQuery("""
                        SELECT c.revision, c.position, c.table_name, c.key, c.kind,
                            array_to_string(CASE c.kind WHEN 'added' THEN ARRAY(
                                SELECT a.key FROM change AS gone, jsonb_each(c.after) AS a
                                WHERE gone.table_name = c.table_name AND gone.key = c.key AND gone.kind = 'removed'
                                  AND gone.revision = c.revision AND gone.position < c.position
                                  AND a.value IS DISTINCT FROM gone.before -> a.key)
                            ELSE c.fields END, ','),
                            c.before ->> 'kind', c.after ->> 'kind'
                        FROM change AS c
                        WHERE (c.revision, c.position) > (:revision, :position)
                        ORDER BY c.revision, c.position""", Object[].class)
                .setParameter("revision", revision)
                .setParameter("position", position)
                .setMaxResults(PAGE)
                .getResultList()
                .flatMap(rows -> {
                    rows.forEach(row -> history.add(new HistoryReader.Row(
                            (Long) row[0],
                            (String) row[2],
                            (String) row[3],
                            (String) row[4],
                            ((String) row[5]).isEmpty() ? List.of() : List.of(((String) row[5]).split(",")),
                            (String) row[6],
                            (String) row[7])));
                    if (rows.size() < PAGE) {
                        return Uni.createFrom().voidItem();
                    }
                    var last = rows.get(PAGE - 1);
                    return changedRows(session, history, (Long) last[0], (Long) last[1]);
                });
    }
}
