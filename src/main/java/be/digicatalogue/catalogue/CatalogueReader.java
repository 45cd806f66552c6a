package be.digicatalogue.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the newest revision out of PostgreSQL: all tables in one transaction, so that they belong together. */
@ApplicationScoped
public class CatalogueReader {

    /** What a catalogue is built from; building takes long, so it is left to a thread that may. */
    public record Rows(Revision revision, Tables tables) {}

    /** The rows of the newest revision; fails when nothing has been published yet. */
    public Uni<Rows> read() {
        return Panache.withTransaction(() -> Panache.getSession().flatMap(session -> session.createNativeQuery(
                        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .executeUpdate()
                .chain(() -> revision(session))
                .flatMap(revision -> tables(session).map(tables -> new Rows(revision, tables)))));
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
}
