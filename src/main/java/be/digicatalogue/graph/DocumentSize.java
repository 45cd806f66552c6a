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
 * What one document repeats: the same field under many names is many requests in one, and directives and fragments cost time
 * before anything is known of the answer. It is counted before the document is validated.
 *
 * @param fragmentSpreads those in fragments counted as often as they are used
 */
record DocumentSize(int aliases, int directives, long fragmentSpreads) {

    /** A page that shows something of each province, some of it twice, has fewer. */
    static final int MOST_ALIASES = 30;

    static final int MOST_DIRECTIVES = 30;
    static final int MOST_FRAGMENTS = 100;

    static DocumentSize of(Document document) {
        var all = new Counted(document);
        // Fragments in fragments multiply: thirty that each name the next one twice are a thousand million.
        long spreads = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .mapToLong(operation -> spreads(new Counted(operation).spreads, document, new HashMap<>()))
                .sum();
        return new DocumentSize(all.aliases, all.directives, Math.max(all.spreads.size(), spreads));
    }

    /** How many spreads these come to with those in their fragments. One that leads back to itself is for the validation. */
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

    /** What stands in a part of a document. */
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

    /** What is too much about it. */
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
