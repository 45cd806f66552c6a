package be.digicatalogue;

import be.digicatalogue.access.Gate;
import be.digicatalogue.http.CatalogueRevision;
import be.digicatalogue.http.CorsPreflight;
import be.digicatalogue.http.Formats;
import be.digicatalogue.http.KnownAnswers;
import be.digicatalogue.http.PublicAddress;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.RequestLimits;
import be.digicatalogue.http.RequestStep;
import be.digicatalogue.http.Routes;
import be.digicatalogue.traffic.LoadShedding;
import be.digicatalogue.traffic.RateLimit;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * The steps of every request on its way to a face, from top to bottom. Before them come the connections ({@code traffic}) and
 * the access log; after them Quarkus and the faces. {@link be.digicatalogue.http.RouterErrors} handles requests that the HTTP
 * layer itself rejects.
 *
 * <p>Steps are singletons, which the container makes with the pipeline as the service starts. A bean of another scope would be
 * made by the first request, and its malformed settings would fail that instead of the start.
 */
@ApplicationScoped
public class RequestPipeline {

    /** Before the filters of Quarkus, of which the highest has priority 300. */
    private static final int BEFORE_QUARKUS = 1000;

    private final InstantSource clock;
    private final List<RequestStep> steps;

    RequestPipeline(
            InstantSource clock,
            Routes routes,
            CatalogueRevision catalogueRevision,
            RateLimit rateLimit,
            PublicAddress publicAddress,
            KnownAnswers knownAnswers,
            Gate gate,
            RequestLimits requestLimits,
            CorsPreflight corsPreflight,
            Formats formats,
            LoadShedding loadShedding) {
        this.clock = clock;
        steps = List.of(
                routes,
                catalogueRevision,
                rateLimit,
                publicAddress,
                knownAnswers,
                gate,
                requestLimits,
                corsPreflight,
                formats,
                loadShedding);
    }

    List<RequestStep> steps() {
        return steps;
    }

    void register(@Observes Filters filters) {
        Consumer<RequestContext> next = context -> context.routing().next();
        for (int i = steps.size() - 1; i >= 0; i--) {
            next = before(steps.get(i), next);
        }
        var first = next;
        filters.register(request -> first.accept(RequestContext.of(request, clock)), BEFORE_QUARKUS);
    }

    private static Consumer<RequestContext> before(RequestStep step, Consumer<RequestContext> next) {
        return context -> step.handle(context, next);
    }
}
