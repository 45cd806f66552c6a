package be.digicatalogue.publication;

import be.digicatalogue.catalogue.CurrentCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest attempts to publish through this instance, so that somebody can ask how far they are. */
@ApplicationScoped
public class Publications {

    private static final int KEPT = 50;

    /** A swap takes some tenths of a second; after this the answer no longer waits for it. */
    private static final Duration LONGEST_SWAP = Duration.ofSeconds(5);

    private final Publisher publisher;
    private final CurrentCatalogue current;
    private final Map<String, Publication> latest = new LinkedHashMap<>();

    Publications(Publisher publisher, CurrentCatalogue current) {
        this.publisher = publisher;
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
        var end = Instant.now().plus(LONGEST_SWAP);
        try {
            while (current.get()
                            .filter(served -> served.revision().number() >= revision)
                            .isEmpty()
                    && Instant.now().isBefore(end)) {
                Thread.sleep(10);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
