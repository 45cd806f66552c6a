package be.digicatalogue.graph;

import be.digicatalogue.fact.Message;
import graphql.GraphQLError;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The repetitions in a document. The same field under many aliases is many requests in one, and directives and fragments cost
 * time before execution. They are counted before the document is validated.
 *
 * @param fragmentSpreads the number of spreads, where those in fragments count for each use
 */
record DocumentSize(int aliases, int directives, long fragmentSpreads) {

    /** More than a page needs that shows each province, some of it twice. */
    static final int MOST_ALIASES = 30;

    static final int MOST_DIRECTIVES = 30;
    static final int MOST_FRAGMENTS = 100;

    static DocumentSize of(Document document) {
        var all = new Counted(document);
        // Nested fragments multiply: thirty fragments that each use the next one twice make a thousand million.
        long spreads = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .mapToLong(operation -> spreads(new Counted(operation).spreads, document, new HashMap<>()))
                .sum();
        return new DocumentSize(all.aliases, all.directives, Math.max(all.spreads.size(), spreads));
    }

    /** The number of spreads, including those in their fragments. Validation rejects fragments that use themselves. */
    private static long spreads(List<String> names, Document document, Map<String, Long> known) {
        long count = 0;
        for (var name : names) {
            if (known.putIfAbsent(name, 0L) == null) {
                known.put(
                        name,
                        document.getDefinitionsOfType(FragmentDefinition.class).stream()
                                .filter(fragment -> fragment.getName().equals(name))
                                .findFirst()
                                .map(fragment -> spreads(new Counted(fragment).spreads, document, known))
                                .orElse(0L));
            }
            count = Math.min(count + 1 + known.get(name), Integer.MAX_VALUE);
        }
        return count;
    }

    /** Counts the parts of a document. */
    private static final class Counted {
        private int aliases;
        private int directives;
        private final List<String> spreads = new ArrayList<>();

        Counted(Node<?> part) {
            var left = new ArrayDeque<Node<?>>();
            left.add(part);
            while (!left.isEmpty()) {
                var node = left.poll();
                if (node instanceof Field field && field.getAlias() != null) {
                    aliases++;
                }
                if (node instanceof FragmentSpread spread) {
                    spreads.add(spread.getName());
                }
                if (node instanceof DirectivesContainer<?> directed) {
                    directives += directed.getDirectives().size();
                }
                for (var child : node.getChildren()) {
                    left.add((Node<?>) child);
                }
            }
        }
    }

    /** The error when the document exceeds a limit. */
    Optional<GraphQLError> refusal() {
        return Stream.of(
                        refusal(aliases, MOST_ALIASES, Message.of("graphql.tooManyAliases", aliases, MOST_ALIASES)),
                        refusal(
                                directives,
                                MOST_DIRECTIVES,
                                Message.of("graphql.tooManyDirectives", directives, MOST_DIRECTIVES)),
                        refusal(
                                fragmentSpreads,
                                MOST_FRAGMENTS,
                                Message.of("graphql.tooManyFragments", fragmentSpreads, MOST_FRAGMENTS)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<GraphQLError> refusal(long count, int most, Message explanation) {
        return count <= most ? Optional.empty() : Optional.of(new QueryLimit(explanation));
    }
}
