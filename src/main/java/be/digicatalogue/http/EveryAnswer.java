package be.digicatalogue.http;

import be.digicatalogue.catalogue.CurrentCatalogue;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The first thing that happens to any request, whichever face it goes to: it gets its catalogue, and its answer gets the
 * headers that all answers have.
 */
@ApplicationScoped
public class EveryAnswer {

    /** Before everything else. */
    private static final int FIRST = 1000;

    private static final int LONGEST_ADDRESS = 8 * 1024;

    private final CurrentCatalogue current;

    EveryAnswer(CurrentCatalogue current) {
        this.current = current;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
    }

    private void begin(RoutingContext request) {
        var headers = request.response().headers();
        Asked.take(current, request)
                .ifPresent(catalogue -> headers.set(
                        "Catalogue-Revision", Long.toString(catalogue.revision().number())));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set(
                "Access-Control-Expose-Headers",
                "Catalogue-Revision, Content-Language, ETag, Link, Retry-After, Allow");
        if (request.request().uri().length() > LONGEST_ADDRESS) {
            end(request, Problem.status(414, "Allowed: an address of at most " + LONGEST_ADDRESS + " characters."));
        } else if (isPreflight(request)) {
            headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST");
            headers.set("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match");
            headers.set("Access-Control-Max-Age", "86400");
            request.response().setStatusCode(204).end();
        } else {
            request.next();
        }
    }

    private static boolean isPreflight(RoutingContext request) {
        return request.request().method() == HttpMethod.OPTIONS
                && request.request().getHeader("Origin") != null
                && request.request().getHeader("Access-Control-Request-Method") != null;
    }

    /** Ends a request with a problem, outside the faces. */
    static void end(RoutingContext request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", problem.status() < 500 ? "public, max-age=60" : "no-store")
                .end(Buffer.buffer(Json.write(problem)));
    }
}
