package be.digicatalogue.publication;

import be.digicatalogue.catalogue.CurrentCatalogue;
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
    private final Map<String, Publication> latest = new LinkedHashMap<>();

    Publications(CurrentCatalogue current) {
        this.current = current;
    }

    synchronized Publication begin(Publication publication) {
        latest.put(publication.id().toString(), publication);
        if (latest.size() > KEPT) {
            latest.remove(latest.keySet().iterator().next());
        }
        return publication;
    }

    synchronized Optional<Publication> named(String id) {
        return Optional.ofNullable(latest.get(id));
    }

    synchronized List<Publication> running() {
        return latest.values().stream()
                .filter(publication -> publication.status() == Publication.Status.RUNNING)
                .toList();
    }

    /** Waits until this instance serves a revision, so that a curator sees what was just published. */
    void untilServed(long revision) {
        try {
            VertxContextSupport.subscribeAndAwait(() -> current.atLeast(revision, LONGEST_SWAP));
        } catch (Throwable late) { // it has been published all the same
            LOG.warnf("Revision %d is published, but not served yet", revision);
        }
    }
}
