package be.digicatalogue.http;

import be.digicatalogue.fact.Message;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Turns errors of the HTTP layer itself, such as a malformed path, into problems. */
@ApplicationScoped
public class RouterErrors {

    private static final Map<Integer, Message> REFUSED = Map.of(
            400,
            Message.of("problem.malformedRequest", QueryString.EXAMPLE),
            404,
            Message.of("problem.nothingHere"),
            405,
            Message.of("problem.methodNotAllowedHere"),
            411,
            Message.of("problem.lengthRequired"),
            413,
            tooLong(RequestLimits.LONGEST_BODY).detail(),
            414,
            Message.of("problem.addressLongerThan", RequestLimits.LONGEST_ADDRESS),
            415,
            Message.of("problem.mediaTypeNotSupportedHere"));

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
        return Problem.status(413, Message.of("problem.bodyLongerThan", mostBytes));
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
