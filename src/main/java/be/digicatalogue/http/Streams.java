package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Message;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Endless answers, of which an instance serves a limited number at once. */
@ApplicationScoped
public class Streams {

    private final CurrentCatalogue current;
    private final RequestContext context;
    private final Shares open;

    Streams(
            CurrentCatalogue current,
            RequestContext context,
            Clients clients,
            @ConfigProperty(name = "catalogue.changes.streams") int most) {
        this.current = current;
        this.context = context;
        open = new Shares(clients, most);
    }

    void measure(@Observes StartupEvent start, MeterRegistry meters) {
        Gauge.builder("catalogue.streams.open", open, Shares::taken)
                .description("Open streams of changes")
                .register(meters);
    }

    /**
     * The current catalogue and then each newer one, on the event loop of the request. A slow client skips to the newest. It
     * holds a place until it ends, so the caller must subscribe to it.
     *
     * @throws Refusal when there is no place for another stream of this client
     */
    public Multi<Catalogue> catalogues() {
        var place = open.take(context.routing().request())
                .orElseThrow(() -> new Refusal(Problem.serviceUnavailable(Message.of("problem.tooManyStreams"))));
        return current.following().onTermination().invoke(place::giveBack);
    }
}
