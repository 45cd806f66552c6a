package be.digicatalogue.http;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;

/** The one place that decides on the form of an error. */
@ApplicationScoped
public class ErrorForms {

    private final List<ErrorForm> forms;
    private final SecurityHeaders security;

    ErrorForms(@All List<ErrorForm> forms, SecurityHeaders security) {
        this.forms = forms;
        this.security = security;
    }

    /** A problem in the form that fits a request, whose answer gets the headers that the form needs. */
    ErrorForm.ErrorBody told(Problem problem, RoutingContext request) {
        var language = ProblemLanguage.of(request);
        var told = forms.stream()
                .flatMap(form -> form.tell(problem, request, language).stream())
                .findFirst()
                .orElseGet(() -> json(problem, language));
        if (told.mediaType().equals(Problem.PAGE_MEDIA_TYPE)) {
            security.ofPages().setIn(request.response().headers());
        }
        return told;
    }

    /** A problem as problem+json. */
    static ErrorForm.ErrorBody json(Problem problem, ProblemLanguage language) {
        return new ErrorForm.ErrorBody(Json.write(problem, language.language()), Problem.MEDIA_TYPE, language);
    }

    /** The headers that a problem has in every form. */
    static Map<String, String> headers(Problem problem, ErrorForm.ErrorBody told) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                told.mediaType(),
                HttpHeaders.CONTENT_LANGUAGE,
                told.language().language().tag(),
                HttpHeaders.CACHE_CONTROL,
                problem.cacheControl(),
                HttpHeaders.VARY,
                told.language().vary());
    }
}
