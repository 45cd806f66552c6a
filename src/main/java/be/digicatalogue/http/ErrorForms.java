package be.digicatalogue.http;

import io.quarkus.arc.All;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Decides on the format of errors, in one place. */
@ApplicationScoped
public class ErrorForms {

    private final List<ErrorForm> forms;
    private final SecurityHeaders security;

    ErrorForms(@All List<ErrorForm> forms, SecurityHeaders security) {
        this.forms = forms;
        this.security = security;
    }

    /** A problem in the format for a request; sets the headers that the format needs. */
    ErrorForm.ErrorBody written(Problem problem, RequestContext context) {
        var written = forms.stream()
                .flatMap(form -> form.write(problem, context).stream())
                .findFirst()
                .orElseGet(() -> new ErrorForm.ErrorBody(Json.write(problem), Problem.MEDIA_TYPE));
        if (written.mediaType().equals(Problem.PAGE_MEDIA_TYPE)) {
            security.ofPages().setIn(context.routing().response().headers());
        }
        return written;
    }

    /** Ends a request with a problem, in the format for that request. */
    public void end(RequestContext context, Problem problem) {
        end(context, problem, written(problem, context));
    }

    /** Ends a request to a path for programs, which get problem+json whatever they accept. */
    public static void endAsJson(RequestContext context, Problem problem) {
        end(context, problem, new ErrorForm.ErrorBody(Json.write(problem), Problem.MEDIA_TYPE));
    }

    private static void end(RequestContext context, Problem problem, ErrorForm.ErrorBody written) {
        // The body is discarded, because the next request on the connection follows it.
        context.routing().request().resume();
        context.routing()
                .response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", written.mediaType())
                .putHeader("Cache-Control", problem.cacheControl())
                .putHeader("Vary", Problem.VARY)
                .end(Buffer.buffer(written.body()));
    }
}
