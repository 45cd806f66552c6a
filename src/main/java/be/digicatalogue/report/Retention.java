package be.digicatalogue.report;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Removes every hour what is not kept any longer. Each instance does so; what another has removed is not there any more. */
@Singleton
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private static final Duration INTERVAL = Duration.ofHours(1);

    private final Reports reports;
    private final Vertx vertx;
    private long timer;

    Retention(Reports reports, Vertx vertx) {
        this.reports = reports;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent start) {
        timer = vertx.setPeriodic(INTERVAL.toMillis(), due -> run().subscribe()
                .with(
                        forgotten -> LOG.debugf("Removed what is not kept any longer from %d reports", forgotten),
                        fault -> LOG.warnf("Old reports cannot be removed: %s", fault.getMessage())));
    }

    void stop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(timer);
    }

    /**
     * Removes it now.
     *
     * @return the number of reports from which something was removed
     */
    public Uni<Integer> run() {
        return reports.forget();
    }
}
