package be.digicatalogue.publication;

import be.digicatalogue.catalogue.Tables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes facts: rows, revision and notification in one transaction. */
@ApplicationScoped
public class Publisher {

    /** Taken by whoever publishes, until the transaction ends, so that publications come one after the other. */
    private static final long PUBLICATION_LOCK = 0x64696769;

    /**
     * Publishes the bundled dataset as the first revision if nothing has ever been published; what is in the database
     * stays as it is otherwise.
     *
     * @return whether it was published
     */
    public Uni<Boolean> publishFirst() {
        return Panache.withTransaction(() -> Panache.getSession().flatMap(session -> session.createNativeQuery(
                        "SELECT pg_advisory_xact_lock(" + PUBLICATION_LOCK + ")", Object.class)
                .getSingleResultOrNull()
                .chain(() -> session.createNativeQuery("SELECT count(*) FROM revision", Long.class)
                        .getSingleResult())
                .flatMap(revisions -> revisions > 0
                        ? Uni.createFrom().item(false)
                        : publish(session, BundledDataset.read(), "The dataset that comes with the service")
                                .replaceWith(true))));
    }

    private static Uni<Long> publish(Mutiny.Session session, Tables tables, String reason) {
        return Multi.createFrom()
                .iterable(Tables.FILES.keySet())
                .onItem()
                .transformToUniAndConcatenate(
                        table -> session.persistAll(tables.of(table).toArray()))
                .collect()
                .last()
                .chain(session::flush)
                .chain(() -> session.createNativeQuery("SELECT publish_revision(?1)", Long.class)
                        .setParameter(1, reason)
                        .getSingleResult());
    }
}
