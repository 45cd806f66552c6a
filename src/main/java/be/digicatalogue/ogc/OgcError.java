package be.digicatalogue.ogc;

import be.digicatalogue.http.ErrorForm;
import be.digicatalogue.http.Problem;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Errors as the schema {@code exception} of OGC API - Features has them: a code and a description. */
@ApplicationScoped
public class OgcError implements ErrorForm {

    /**
     * What a caller is told.
     *
     * @param instance names the one occurrence in the log; for faults only
     * @param parameters what is wrong with each, and what is allowed
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Told(String code, String description, String instance, List<Parameter> parameters) {}

    /** A parameter that cannot be used. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parameter(String name, String value, String description) {}

    @Override
    public String root() {
        return OgcResource.ROOT;
    }

    @Override
    public Told tell(Problem problem) {
        var issues = problem.issues() == null ? List.<Issue>of() : problem.issues();
        var description = issues.isEmpty()
                ? problem.detail()
                : issues.stream()
                        .map(issue -> issue.name() + ": " + issue.detail())
                        .collect(Collectors.joining(" "));
        return new Told(
                problem.title().replace(" ", ""),
                description,
                problem.instance(),
                issues.stream()
                        .map(issue -> new Parameter(issue.name(), issue.value(), issue.detail()))
                        .toList());
    }
}
