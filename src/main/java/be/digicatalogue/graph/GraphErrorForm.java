package be.digicatalogue.graph;

import be.digicatalogue.http.Faults;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.BadQuestion;
import graphql.ErrorClassification;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Gives every error its code and its argument. For an internal fault, the answer has only its identifier in the log. */
final class GraphErrorForm {

    static final String SERVICE_UNAVAILABLE = "SERVICE_UNAVAILABLE";
    private static final String INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR";
    private static final ErrorClassification TOLD = ErrorClassification.errorClassification("Told");
    private static final Pattern ARGUMENT = Pattern.compile("(?i)argument (?:named )?'(\\w+)");
    private static final Pattern INNER_CODES = Pattern.compile("SRGQL\\d+: ");

    private GraphErrorForm() {}

    /** A result with its errors in the format of answers. */
    static ExecutionResult formatted(ExecutionResult result, Supplier<ArgumentErrors> inputs) {
        return result.getErrors().isEmpty()
                ? result
                : ExecutionResultImpl.newExecutionResult()
                        .from(result)
                        .errors(formatted(result.getErrors(), inputs.get()))
                        .build();
    }

    /** Errors in the format of answers. */
    static List<GraphQLError> formatted(List<? extends GraphQLError> errors, ArgumentErrors inputs) {
        return errors.stream().map(error -> formatted(error, inputs)).distinct().toList();
    }

    /** A refusal in the format of answers. */
    static GraphQLError formatted(GraphRefusal refusal) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", refusal.code());
        if (refusal.argument() != null) {
            extensions.put("argument", refusal.argument());
        }
        return new SentError(refusal.getMessage(), null, null, extensions);
    }

    /** An internal fault in the format of answers. */
    static GraphQLError fault(Throwable fault) {
        var problem = Faults.logged(fault);
        return new SentError(
                problem.detail(),
                null,
                null,
                new LinkedHashMap<>(Map.of("code", INTERNAL_SERVER_ERROR, "instance", problem.instance())));
    }

    private static GraphQLError formatted(GraphQLError error, ArgumentErrors inputs) {
        var extensions = new LinkedHashMap<String, Object>();
        var message = INNER_CODES.matcher(error.getMessage()).replaceAll("");
        if (!(error instanceof ExceptionWhileDataFetching fetching)) {
            // Every error before execution is about the document.
            extensions.put("code", GraphRefusal.BAD_REQUEST);
            var named = ARGUMENT.matcher(message);
            inputs.argument(error)
                    .or(() -> named.find() ? Optional.of(named.group(1)) : Optional.empty())
                    .ifPresent(argument -> extensions.put("argument", argument));
            message = inputs.refusal(error).orElse(message);
        } else if (fetching.getException() instanceof BadQuestion bad) {
            extensions.put("code", GraphRefusal.BAD_REQUEST);
            extensions.put("argument", bad.issues().get(0).name());
            message = bad.getMessage();
        } else if (fetching.getException() instanceof Refusal refusal) {
            extensions.put("code", SERVICE_UNAVAILABLE);
            message = refusal.getMessage();
        } else {
            var problem = Faults.logged(fetching.getException());
            extensions.put("code", INTERNAL_SERVER_ERROR);
            extensions.put("instance", problem.instance());
            message = problem.detail();
        }
        return new SentError(message, error.getLocations(), error.getPath(), extensions);
    }

    /** An error in the format of answers, without its class. */
    private record SentError(
            String message, List<SourceLocation> locations, List<Object> path, Map<String, Object> extensions)
            implements GraphQLError {

        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            return message;
        }

        @Override
        public List<SourceLocation> getLocations() {
            return locations;
        }

        @Override
        public List<Object> getPath() {
            return path;
        }

        @Override
        public Map<String, Object> getExtensions() {
            return extensions;
        }

        /** SmallRye requires a classification; it is not sent. */
        @Override
        public ErrorClassification getErrorType() {
            return TOLD;
        }

        @Override
        public Map<String, Object> toSpecification() {
            var formatted = new LinkedHashMap<String, Object>();
            formatted.put("message", message);
            if (locations != null) {
                formatted.put(
                        "locations",
                        locations.stream()
                                .map(place -> Map.of("line", place.getLine(), "column", place.getColumn()))
                                .toList());
            }
            if (path != null) {
                formatted.put("path", path);
            }
            formatted.put("extensions", extensions);
            return formatted;
        }
    }
}
