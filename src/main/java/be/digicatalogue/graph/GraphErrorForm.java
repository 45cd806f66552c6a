package be.digicatalogue.graph;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Faults;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import graphql.ErrorClassification;
import graphql.ExceptionWhileDataFetching;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.UnknownOperationException;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Gives every error its code and its argument. For an internal fault, the answer has only its identifier in the log.
 *
 * @param text the source text of the document
 * @param variables the variables of the request
 * @param language the language of the messages
 */
record GraphErrorForm(QueryDocuments documents, String text, Map<String, Object> variables, Language language) {

    static final String SERVICE_UNAVAILABLE = "SERVICE_UNAVAILABLE";
    /** A position that the history does not have. */
    private static final String GONE = "GONE";

    private static final String INTERNAL_SERVER_ERROR = "INTERNAL_SERVER_ERROR";
    private static final String VALUE = "value";
    private static final String CANDIDATES = "candidates";
    private static final ErrorClassification FORMATTED = ErrorClassification.errorClassification("Formatted");
    private static final Pattern ARGUMENT = Pattern.compile("(?i)argument (?:named )?'(\\w+)");
    /** The prefix of messages of the libraries: an error code, and the kind and position of the error. */
    private static final Pattern PREFIX = Pattern.compile("SRGQL\\d+: |^[\\p{L} ]+\\(\\w+(?:@\\[[^]]*])?\\) ?: ");

    /** A result with its errors in the format of answers. */
    ExecutionResult formatted(ExecutionResult result) {
        return result.getErrors().isEmpty()
                ? result
                : ExecutionResultImpl.newExecutionResult()
                        .from(result)
                        .errors(formatted(result.getErrors()))
                        .build();
    }

    /** Errors in the format of answers. */
    List<GraphQLError> formatted(List<? extends GraphQLError> errors) {
        var inputs = documents.inputs(text, variables);
        var messages = documents.messages(text, language);
        return IntStream.range(0, errors.size())
                .mapToObj(index -> {
                    var error = errors.get(index);
                    // The library finds the same errors in the same order in each language.
                    return formatted(
                            error, messages.size() == errors.size() ? messages.get(index) : error.getMessage(), inputs);
                })
                .distinct()
                .toList();
    }

    /** A refusal in the format of answers. */
    static GraphQLError formatted(GraphRefusal refusal, Language language) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", refusal.code());
        if (refusal.argument() != null) {
            extensions.put("argument", refusal.argument());
        }
        return new SentError(refusal.message(language), null, null, extensions);
    }

    /** An internal fault in the format of answers. */
    static GraphQLError fault(Throwable fault, Language language) {
        var problem = Faults.logged(fault);
        return new SentError(
                problem.detail().in(language),
                null,
                null,
                new LinkedHashMap<>(Map.of("code", INTERNAL_SERVER_ERROR, "instance", problem.instance())));
    }

    private GraphQLError formatted(GraphQLError error, String inLanguage, ArgumentErrors inputs) {
        var extensions = new LinkedHashMap<String, Object>();
        String message;
        if (!(error instanceof ExceptionWhileDataFetching fetching)) {
            // Every error before execution is about the document.
            extensions.put("code", GraphRefusal.BAD_REQUEST);
            var issue = inputs.refusal(error);
            var named = ARGUMENT.matcher(error.getMessage());
            inputs.argument(error)
                    .or(() -> named.find() ? Optional.of(named.group(1)) : Optional.empty())
                    .ifPresent(argument -> extensions.put("argument", argument));
            issue.ifPresent(one -> extensions.putAll(details(List.of(one))));
            message = own(error)
                    .or(() -> issue.map(Issue::detail))
                    .map(known -> known.in(language))
                    .orElseGet(() -> PREFIX.matcher(inLanguage).replaceAll(""));
        } else if (fetching.getException() instanceof BadQuestion bad) {
            extensions.put("code", GraphRefusal.BAD_REQUEST);
            extensions.put("argument", bad.issues().get(0).name());
            extensions.putAll(details(bad.issues()));
            message = bad.message(language);
        } else if (fetching.getException() instanceof Refusal refusal) {
            extensions.put("code", refusal.problem().status() == 410 ? GONE : SERVICE_UNAVAILABLE);
            message = refusal.problem().detail().in(language);
        } else {
            var problem = Faults.logged(fetching.getException());
            extensions.put("code", INTERNAL_SERVER_ERROR);
            extensions.put("instance", problem.instance());
            message = problem.detail().in(language);
        }
        return new SentError(message, error.getLocations(), error.getPath(), extensions);
    }

    /** Our message for an error of the library, where the library's own terms would not help. */
    private static Optional<Message> own(GraphQLError error) {
        if (error instanceof QueryLimit limit) {
            return Optional.of(limit.explanation());
        }
        return error instanceof UnknownOperationException
                ? Optional.of(Message.of("graphql.noSuchOperation"))
                : Optional.empty();
    }

    /** What a problem of REST says of invalid parameters; of the first one, as the argument, without looking for it. */
    private Map<String, Object> details(List<Issue> issues) {
        // A candidate has no URL, because a request by POST has none.
        var described = issues.stream().map(issue -> issue.in(language)).toList();
        var details = new LinkedHashMap<String, Object>();
        for (var name : List.of(VALUE, CANDIDATES)) {
            if (described.get(0).containsKey(name)) {
                details.put(name, described.get(0).get(name));
            }
        }
        details.put("issues", described);
        return details;
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
            return FORMATTED;
        }

        @Override
        public Map<String, Object> toSpecification() {
            var specification = new LinkedHashMap<String, Object>();
            specification.put("message", message);
            if (locations != null) {
                specification.put(
                        "locations",
                        locations.stream()
                                .map(place -> Map.of("line", place.getLine(), "column", place.getColumn()))
                                .toList());
            }
            if (path != null) {
                specification.put("path", path);
            }
            specification.put("extensions", extensions);
            return specification;
        }
    }
}
