package be.digicatalogue.overview;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.database.DatabaseMonitor;
import be.digicatalogue.database.DatabaseState;
import be.digicatalogue.record.Schema;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The metrics of the service and its current catalogue for operators: the version, the revision, its age, and the state of its database. */
@ApplicationScoped
class CatalogueMeters {

    private static final String SECONDS = "seconds";
    private static final double MILLIS_PER_SECOND = 1_000;

    private final CurrentCatalogue current;
    private final DatabaseMonitor database;
    private final MeterRegistry meters;
    private final String version;

    CatalogueMeters(
            CurrentCatalogue current,
            DatabaseMonitor database,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.current = current;
        this.database = database;
        this.meters = meters;
        this.version = version;
    }

    void register(@Observes StartupEvent start) {
        Gauge.builder("catalogue.info", () -> 1)
                .description("Always 1; its tag is the version of the service")
                .tag("version", version)
                .register(meters);
        gauge("catalogue.revision", catalogue -> catalogue.revision().number())
                .description("The number of the current revision")
                .register(meters);
        gauge(
                        "catalogue.published.ago",
                        catalogue -> secondsSince(catalogue.revision().publishedAt()))
                .description("The time since the current revision was published")
                .baseUnit(SECONDS)
                .register(meters);
        Gauge.builder("catalogue.served", () -> current.isServed() ? 1 : 0)
                .description("1 while the newest revision that the database returned is served, otherwise 0")
                .register(meters);
        Gauge.builder("catalogue.kept", () -> current.isKept() ? 1 : 0)
                .description(
                        "1 while the copy on disk is that of the served revision, or no copy is wanted, otherwise 0")
                .register(meters);
        Gauge.builder("catalogue.database.seen.ago", () -> secondsSince(current.lookedAt()))
                .description("The time since the database last returned its revision")
                .baseUnit(SECONDS)
                .register(meters);
        for (var state : DatabaseState.values()) {
            Gauge.builder("catalogue.database.state", () -> database.state() == state ? 1 : 0)
                    .description("1 for the state of the database that this instance sees, 0 for the other states")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Schema.loaded().listed().forEach(type -> gauge("catalogue.records", catalogue -> RecordCount.of(type, catalogue)
                        .count())
                .description("The number of records of a kind")
                .tag("kind", type.kind().property())
                .register(meters));
    }

    /** NaN as long as there is no catalogue. */
    private Gauge.Builder<?> gauge(String name, ToDoubleFunction<Catalogue> value) {
        return Gauge.builder(name, () -> current.get().map(value::applyAsDouble).orElse(Double.NaN));
    }

    private static double secondsSince(Instant then) {
        return Duration.between(then, Instant.now()).toMillis() / MILLIS_PER_SECOND;
    }
}
