package be.digicatalogue.report;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Removes every hour what is not kept any longer. Each instance does so; what another has removed is not there any more. */
@Singleton
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final List<PersonalData> kept;
    private final Vertx vertx;
    private long timer;

    Retention(@All List<PersonalData> kept, Vertx vertx) {
        this.kept = kept;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        timer = vertx.setPeriodic(INTERVAL.toMillis(), due -> run().subscribe()
                .with(
                        forgotten -> LOG.debugf("Removed what is not kept any longer from %d rows", forgotten),
                        fault -> LOG.warnf("What is not kept any longer cannot be removed: %s", fault.getMessage())));
    }

    void stop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(timer);
    }

    /**
     * Removes it now.
     *
     * @return the number of rows from which something was removed
     */
    public Uni<Integer> run() {
        return Multi.createFrom()
                .iterable(kept)
                .onItem()
                .transformToUniAndConcatenate(PersonalData::forget)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
