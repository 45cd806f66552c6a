package be.digicatalogue.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Turns errors of the HTTP layer itself, such as a malformed path, into problems. */
@ApplicationScoped
public class RouterErrors {

    private static final Map<Integer, String> REFUSED = Map.of(
            400,
            "The request is malformed. Allowed: an address with percent-encoding, as in Li%C3%A8ge, and a Host header that"
                    + " names a host.",
            404,
            "There is nothing at this address. Start at /v1.",
            405,
            "This method is not allowed here.",
            411,
            "Allowed: a body whose length is told by Content-Length.",
            413,
            tooLong(BodyLimits.LONGEST_BODY).detail(),
            414,
            "Allowed: an address of at most " + AddressLimits.LONGEST_ADDRESS + " characters.",
            415,
            "This media type is not allowed here.");

    private final Routes routes;
    private final CatalogueRevision revision;
    private final ErrorForms errors;

    RouterErrors(Routes routes, CatalogueRevision revision, ErrorForms errors) {
        this.routes = routes;
        this.revision = revision;
        this.errors = errors;
    }

    void register(@Observes Router router) {
        REFUSED.keySet().forEach(status -> router.errorHandler(status, request -> end(request, status)));
        router.route().order(Integer.MIN_VALUE).failureHandler(request -> end(request, request.statusCode()));
    }

    static Problem problem(int status) {
        return Problem.status(status, REFUSED.get(status));
    }

    static Problem tooLong(long mostBytes) {
        return Problem.status(413, "Allowed: a body of at most " + mostBytes + " bytes.");
    }

    /** Ends a request that does not reach a face. A status without an explanation is an internal fault. */
    private void end(RoutingContext request, int status) {
        end(request, REFUSED.containsKey(status) ? problem(status) : Faults.logged(request.failure()));
    }

    /** Ends a request with a problem, whether or not it has passed the pipeline. */
    public void end(RoutingContext request, Problem problem) {
        var context = RequestContext.of(request);
        if (context.route() == null) {
            routes.name(context);
        }
        revision.take(context);
        errors.end(context, problem);
    }
}
