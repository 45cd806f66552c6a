package be.digicatalogue.graph;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Caches recently used documents that are parsed and valid, so that a repeated document with other variables is neither
 * parsed nor validated again. Invalid documents are not cached.
 */
@ApplicationScoped
public class QueryDocuments implements PreparsedDocumentProvider {

    /** A parsed document uses some fifty bytes for each of its characters. */
    private static final long MOST_CHARACTERS = 300_000;

    /** The memory that every document uses, in characters. */
    private static final int OVERHEAD_CHARACTERS = 50;

    /** The complexity limit gives a clearer error, so this limit is higher than 100 kB of text can reach. */
    private static final int MOST_TOKENS = 60_000;

    /** The limit of digits in JSON numbers as well; parsing a number takes time proportional to the square of its length. */
    private static final int MOST_DIGITS = 1000;

    private static final Pattern TOO_LONG = Pattern.compile("(?<![0-9])[0-9]{" + (MOST_DIGITS + 1) + "}");

    /** The library's English messages have no locale; requesting English would return the language of the machine. */
    private static final Map<Language, Locale> LOCALES = Map.of(
            Language.NL, Locale.forLanguageTag("nl"),
            Language.FR, Locale.FRENCH,
            Language.DE, Locale.GERMAN,
            Language.EN, Locale.ROOT);

    private static final ParserOptions PARSING = ParserOptions.newParserOptions()
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .maxTokens(MOST_TOKENS)
            .maxWhitespaceTokens(MOST_TOKENS)
            .build();

    private final GraphQLSchema schema;
    private final Cache<String, Prepared> valid = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MOST_CHARACTERS)
            .<String, Prepared>weigher((text, document) -> OVERHEAD_CHARACTERS + text.length())
            .build();

    QueryDocuments(Federated federated) {
        schema = federated.schema();
    }

    /**
     * A parsed document with its errors.
     *
     * @param document {@code null} when it cannot be parsed
     * @param errors the reasons why it cannot be executed; empty when it can
     */
    record Prepared(Document document, List<? extends GraphQLError> errors) {

        /** The kind of the operation to execute; empty when the operation is ambiguous or missing. */
        Optional<Operation> operation(String name) {
            if (document == null) {
                return Optional.empty();
            }
            var operations = document.getDefinitionsOfType(OperationDefinition.class);
            if (name == null) {
                return operations.size() == 1 ? Optional.of(operations.get(0).getOperation()) : Optional.empty();
            }
            return operations.stream()
                    .filter(operation -> name.equals(operation.getName()))
                    .findFirst()
                    .map(OperationDefinition::getOperation);
        }
    }

    /** The document of a source text. */
    Prepared prepared(String text) {
        var known = valid.getIfPresent(text);
        if (known == null) {
            known = prepare(text, Locale.ROOT);
            if (known.errors().isEmpty()) {
                valid.put(text, known);
            }
        }
        return known;
    }

    /** The arguments of a request in the document of a source text. */
    ArgumentErrors inputs(String text, Map<String, Object> variables) {
        return new ArgumentErrors(schema, prepared(text).document(), variables);
    }

    /** The errors of the document with this source text, in a language of the library; empty when it is valid. */
    List<String> messages(String text, Language language) {
        return valid.getIfPresent(text) != null
                ? List.of()
                : prepare(text, LOCALES.get(language)).errors().stream()
                        .map(error -> error.getMessage())
                        .toList();
    }

    private Prepared prepare(String text, Locale locale) {
        if (TOO_LONG.matcher(text).find()) {
            return new Prepared(null, List.of(new QueryLimit(Message.of("graphql.numberTooLong", MOST_DIGITS))));
        }
        try {
            var document = new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(text)
                            .parserOptions(PARSING)
                            .locale(locale)
                            .build());
            return new Prepared(document, errors(document, locale));
        } catch (InvalidSyntaxException malformed) {
            return new Prepared(null, List.of(malformed.toInvalidSyntaxError()));
        }
    }

    private List<? extends GraphQLError> errors(Document document, Locale locale) {
        var repeated = DocumentSize.of(document).refusal();
        if (repeated.isPresent()) {
            return List.of(repeated.get());
        }
        List<? extends GraphQLError> invalid = ParseAndValidate.validate(schema, document, locale);
        return invalid.isEmpty()
                ? QueryComplexity.refusal(document).map(List::of).orElse(List.of())
                : invalid;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> unused) {
        var prepared = prepared(input.getQuery());
        return CompletableFuture.completedFuture(
                prepared.errors().isEmpty()
                        ? new PreparsedDocumentEntry(prepared.document())
                        : new PreparsedDocumentEntry(prepared.errors()));
    }
}
