package be.digicatalogue.http;

import be.digicatalogue.fact.Message;
import be.digicatalogue.question.BadQuestion;
import io.opentelemetry.api.trace.Span;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Converts every exception of a REST request to a problem, without internal details. */
public class Faults {

    @Inject
    RequestContext context;

    @Inject
    Contract contract;

    @Inject
    Routes routes;

    @Inject
    ErrorForms forms;

    private static final String UUID_PARTS = "(.{8})(.{4})(.{4})(.{4})";

    private static final Logger LOG = Logger.getLogger(Faults.class);

    @ServerExceptionMapper
    Response map(BadQuestion question) {
        return response(Problem.badRequest(question.issues().stream()
                        .map(issue -> issue.candidates().isEmpty() ? issue : context.withAddresses(issue))
                        .toList()))
                .build();
    }

    @ServerExceptionMapper
    Response map(Refusal refusal) {
        var response = response(refusal.problem());
        refusal.retryAfterSeconds().ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    /** The answer for an exception that occurs while an answer is being completed. */
    Response answer(RuntimeException fault) {
        return fault instanceof BadQuestion question
                ? map(question)
                : fault instanceof Refusal refusal ? map(refusal) : map((Throwable) fault);
    }

    /** Distinguishes unknown paths from unsupported methods, which the router confuses where two resources share a path. */
    @ServerExceptionMapper
    Response map(NotFoundException unknown, UriInfo address, Request request) {
        var template = routes.template(address.getPath());
        return contract.knows(template) && !contract.takes(template, request.getMethod())
                ? notAllowed(template)
                : response(Problem.nothingAt(address.getPath())).build();
    }

    @ServerExceptionMapper
    Response map(NotAllowedException refused, UriInfo address) {
        return notAllowed(routes.template(address.getPath()));
    }

    private Response notAllowed(String template) {
        var methods = contract.methods(template);
        return response(Problem.status(405, Message.of("problem.methodNotAllowed", methods)))
                .header(HttpHeaders.ALLOW, methods)
                .build();
    }

    @ServerExceptionMapper
    Response map(NotAcceptableException refused) {
        return response(context.formats().notAcceptable()).build();
    }

    @ServerExceptionMapper
    Response map(NotSupportedException refused, UriInfo address, Request request) {
        var bodies = contract.bodies(routes.template(address.getPath()), request.getMethod());
        return response(Problem.status(415, Message.of("problem.unsupportedMediaType", bodies)))
                .build();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException refused) {
        int status = refused.getResponse().getStatus();
        if (status >= 500) {
            return map((Throwable) refused);
        }
        // The excessive length of a body of unknown length is noticed only while reading it.
        var detail = status == 413 ? Message.of("problem.bodyTooLong") : Message.of("problem.refused");
        return response(Problem.status(status, detail)).build();
    }

    @ServerExceptionMapper
    Response map(Throwable fault) {
        return response(logged(fault)).build();
    }

    /** The problem for an internal fault, which is logged with the same identifier: that of its trace, if it has one. */
    public static Problem logged(Throwable fault) {
        var span = Span.current().getSpanContext();
        var instance = "urn:uuid:"
                + (span.isValid() ? span.getTraceId().replaceFirst(UUID_PARTS, "$1-$2-$3-$4-") : UUID.randomUUID());
        LOG.errorf(fault, "Request failed, %s", instance);
        return Problem.internalServerError(instance);
    }

    private Response.ResponseBuilder response(Problem problem) {
        var written = forms.written(problem, context);
        var response = Response.status(problem.status()).entity(written.body());
        ErrorForms.headers(problem, written).forEach(response::header);
        return response;
    }
}
