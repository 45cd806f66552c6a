package be.digicatalogue.graph;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one document repeats: the same field under many names is many requests in one, and directives and fragments cost time
 * before anything is known of the answer. It is counted before the document is validated.
 */
record DocumentSize(int aliases, int directives, int fragmentSpreads) {

    /** A page that shows something of each province, some of it twice, has fewer. */
    static final int MOST_ALIASES = 30;

    static final int MOST_DIRECTIVES = 30;
    static final int MOST_FRAGMENTS = 100;

    static DocumentSize of(Document document) {
        int aliases = 0;
        int directives = 0;
        int fragments = 0;
        var left = new ArrayDeque<Node<?>>();
        left.add(document);
        while (!left.isEmpty()) {
            var node = left.poll();
            if (node instanceof Field field && field.getAlias() != null) {
                aliases++;
            }
            if (node instanceof FragmentSpread) {
                fragments++;
            }
            if (node instanceof DirectivesContainer<?> directed) {
                directives += directed.getDirectives().size();
            }
            for (var child : node.getChildren()) {
                left.add((Node<?>) child);
            }
        }
        return new DocumentSize(aliases, directives, fragments);
    }

    /** What is too much about it. */
    Optional<GraphQLError> refusal() {
        return Stream.of(
                        refusal(
                                "aliases",
                                aliases,
                                MOST_ALIASES,
                                " Ask for many of a kind with its list, or send several requests."),
                        refusal("directives", directives, MOST_DIRECTIVES, ""),
                        refusal("fragment spreads", fragmentSpreads, MOST_FRAGMENTS, ""))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<GraphQLError> refusal(String what, int count, int most, String instead) {
        return count <= most
                ? Optional.empty()
                : Optional.of(GraphqlErrorBuilder.newError()
                        .message("The document has " + count + " " + what + ". Allowed: " + most + "." + instead)
                        .build());
    }
}
