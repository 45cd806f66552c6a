package be.digicatalogue.publication;

import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.http.CatalogueRevision;
import be.digicatalogue.http.RequestContext;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The latest publications of this instance, so that clients can follow their progress. */
@ApplicationScoped
public class Publications {

    private static final Logger LOG = Logger.getLogger(Publications.class);

    private static final int KEPT = 50;

    /** A swap takes some tenths of a second; after this time the answer no longer waits for it. */
    private static final Duration LONGEST_SWAP = Duration.ofSeconds(5);

    private final CurrentCatalogue current;
    private final CatalogueRevision revisions;
    private final Map<String, Publication> latest = new LinkedHashMap<>();

    Publications(CurrentCatalogue current, CatalogueRevision revisions) {
        this.current = current;
        this.revisions = revisions;
    }

    synchronized Publication begin(Publication publication) {
        latest.put(publication.id().toString(), publication);
        if (latest.size() > KEPT) {
            latest.remove(latest.keySet().iterator().next());
        }
        return publication;
    }

    synchronized Optional<Publication> named(String id) {
        var named = Optional.ofNullable(latest.get(id));
        named.ifPresent(publication -> current.get()
                .filter(catalogue ->
                        publication.revision() != null && catalogue.revision().number() >= publication.revision())
                .ifPresent(catalogue -> publication.isServed()));
        return named;
    }

    synchronized List<Publication> running() {
        return latest.values().stream()
                .filter(publication -> publication.status() == Publication.Status.RUNNING)
                .toList();
    }

    /**
     * Waits until this instance serves what was published, so that its curator sees it, and gives the answer the headers of
     * that revision. When it takes too long, the answer has the revision that the next request must ask for.
     */
    void untilServed(Publication publication, RequestContext context) {
        long revision = publication.revision();
        try {
            VertxContextSupport.subscribeAndAwait(() -> current.atLeast(revision, LONGEST_SWAP));
            publication.isServed();
            revisions.take(context);
        } catch (Throwable late) { // it has been published all the same
            LOG.warnf("Revision %d is published, but not served yet", revision);
            context.routing().response().putHeader(CatalogueRevision.AT_LEAST, Long.toString(revision));
        }
    }
}
