package be.digicatalogue.catalogue;

import be.digicatalogue.dataset.Revision;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table {@code revision}, which only the function {@code publish_revision} writes. */
@Entity
@Table(name = "revision")
public class RevisionRow extends PanacheEntityBase {

    @Id
    public long number;

    /** Random; the database gives it. */
    public String id;

    public Instant publishedAt;
    public String reason;

    Revision fact() {
        return new Revision(number, id, publishedAt);
    }
}
