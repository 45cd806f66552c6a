package be.digicatalogue.http;

import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

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
        var told = forms.stream()
                .flatMap(form -> form.tell(problem, request).stream())
                .findFirst()
                .orElseGet(() -> new ErrorForm.ErrorBody(Json.write(problem), Problem.MEDIA_TYPE));
        if (told.mediaType().equals(Problem.PAGE_MEDIA_TYPE)) {
            security.ofPages().setIn(request.response().headers());
        }
        return told;
    }
}
