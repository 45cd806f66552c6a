package be.digicatalogue.http;

import io.quarkus.arc.All;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;

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
                .orElseGet(() -> json(problem, context));
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
        end(context, problem, json(problem, context));
    }

    private static void end(RequestContext context, Problem problem, ErrorForm.ErrorBody written) {
        // The body is discarded, because the next request on the connection follows it.
        context.routing().request().resume();
        var response = context.routing().response().setStatusCode(problem.status());
        headers(problem, written).forEach(response::putHeader);
        response.end(Buffer.buffer(written.body()));
    }

    /** A problem as problem+json. */
    private static ErrorForm.ErrorBody json(Problem problem, RequestContext context) {
        var language = ProblemLanguage.of(context);
        return new ErrorForm.ErrorBody(Json.write(problem, language.language()), Problem.MEDIA_TYPE, language);
    }

    /** The headers of a problem in every format. */
    static Map<String, String> headers(Problem problem, ErrorForm.ErrorBody written) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                written.mediaType(),
                HttpHeaders.CONTENT_LANGUAGE,
                written.language().language().tag(),
                HttpHeaders.CACHE_CONTROL,
                problem.cacheControl(),
                HttpHeaders.VARY,
                written.language().vary());
    }
}
