package be.digicatalogue.ogc;

import be.digicatalogue.fact.Language;
import be.digicatalogue.http.ErrorForm;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Errors in the format of the schema {@code exception} of OGC API - Features: a code and a description. */
@ApplicationScoped
public class OgcError implements ErrorForm {

    /**
     * The body of an error.
     *
     * @param instance identifies this occurrence in the log; for faults only
     * @param parameters the invalid parameters, with what is allowed
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Exception(String code, String description, String instance, List<Parameter> parameters) {}

    /** An invalid parameter. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Parameter(String name, String value, String description) {}

    @Override
    public Optional<ErrorBody> write(Problem problem, RequestContext context) {
        var path = context.routing().request().path();
        return path != null && (path.equals(OgcResource.ROOT) || path.startsWith(OgcResource.ROOT + "/"))
                ? Optional.of(written(problem, ProblemLanguage.of(context)))
                : Optional.empty();
    }

    private static ErrorBody written(Problem problem, ProblemLanguage language) {
        return new ErrorBody(Json.write(exception(problem, language.language())), MediaType.APPLICATION_JSON, language);
    }

    private static Exception exception(Problem problem, Language language) {
        var issues = problem.issues() == null ? List.<Issue>of() : problem.issues();
        var description = issues.isEmpty()
                ? problem.detail().in(language)
                : issues.stream().map(issue -> issue.detail().in(language)).collect(Collectors.joining(" "));
        return new Exception(
                problem.title().replace(" ", ""),
                description,
                problem.instance(),
                issues.stream()
                        .map(issue -> new Parameter(
                                issue.name(), issue.value(), issue.detail().in(language)))
                        .toList());
    }
}
