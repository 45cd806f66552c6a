package be.digicatalogue.overview;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.catalogue.DatabaseState;
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

/** The metrics of the current catalogue for operators: its revision, its age, and the state of its database. */
@ApplicationScoped
class CatalogueMeters {

    private static final String SECONDS = "seconds";
    private static final double MILLIS_PER_SECOND = 1_000;

    private final CurrentCatalogue current;
    private final MeterRegistry meters;

    CatalogueMeters(CurrentCatalogue current, MeterRegistry meters) {
        this.current = current;
        this.meters = meters;
    }

    void register(@Observes StartupEvent start) {
        gauge("catalogue.revision", catalogue -> catalogue.revision().number())
                .description("The number of the revision that is served")
                .register(meters);
        gauge(
                        "catalogue.published.ago",
                        catalogue -> secondsSince(catalogue.revision().publishedAt()))
                .description("How long ago the revision that is served was published")
                .baseUnit(SECONDS)
                .register(meters);
        Gauge.builder("catalogue.database.seen.ago", () -> secondsSince(current.lookedAt()))
                .description("How long ago the database last told what is published")
                .baseUnit(SECONDS)
                .register(meters);
        for (var state : DatabaseState.values()) {
            Gauge.builder("catalogue.database.state", () -> current.database() == state ? 1 : 0)
                    .description("1 for what the instance has of its database, 0 for what it has not")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        Schema.loaded().listed().forEach(type -> gauge("catalogue.records", catalogue -> RecordCount.of(type, catalogue)
                        .count())
                .description("How many records of a kind are served")
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
