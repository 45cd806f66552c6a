package be.digicatalogue.graph;

import be.digicatalogue.fact.Message;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The complexity of a selection, independent of its variables. Each fragment is measured once, so that nested fragments are
 * cheap to measure.
 *
 * @param depth the largest number of nested fields
 * @param fields the number of fields, where those of a fragment count for each use
 */
record QueryComplexity(int depth, int fields) {

    /** The introspection query of GraphiQL has a depth of 13. */
    static final int DEEPEST = 16;

    static final int MOST_FIELDS = 1000;

    private static final QueryComplexity NOTHING = new QueryComplexity(0, 0);

    /** The error when a valid document exceeds a limit. */
    static Optional<GraphQLError> refusal(Document document) {
        var fragments = new HashMap<String, QueryComplexity>();
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .map(operation ->
                        of(operation.getSelectionSet(), document, fragments).refusal())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<GraphQLError> refusal() {
        Message explanation = null;
        if (depth > DEEPEST) {
            explanation = Message.of("graphql.tooDeep", depth, DEEPEST);
        } else if (fields > MOST_FIELDS) {
            explanation = Message.of("graphql.tooComplex", fields, MOST_FIELDS);
        }
        return Optional.ofNullable(explanation).map(QueryLimit::new);
    }

    private static QueryComplexity of(
            SelectionSet selections, Document document, Map<String, QueryComplexity> fragments) {
        var sum = NOTHING;
        if (selections == null) {
            return sum;
        }
        for (var selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                var within = of(field.getSelectionSet(), document, fragments);
                sum = sum.with(new QueryComplexity(within.depth + 1, plus(within.fields, 1)));
            } else if (selection instanceof InlineFragment fragment) {
                sum = sum.with(of(fragment.getSelectionSet(), document, fragments));
            } else if (selection instanceof FragmentSpread spread) {
                sum = sum.with(of(spread, document, fragments));
            }
        }
        return sum;
    }

    /** A valid document has every fragment that it uses, and no fragment uses itself. */
    private static QueryComplexity of(
            FragmentSpread spread, Document document, Map<String, QueryComplexity> fragments) {
        var known = fragments.get(spread.getName());
        if (known == null) {
            known = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .filter(fragment -> fragment.getName().equals(spread.getName()))
                    .findFirst()
                    .map(fragment -> of(fragment.getSelectionSet(), document, fragments))
                    .orElse(NOTHING);
            fragments.put(spread.getName(), known);
        }
        return known;
    }

    private QueryComplexity with(QueryComplexity other) {
        return new QueryComplexity(Math.max(depth, other.depth), plus(fields, other.fields));
    }

    /** Saturates, because nested fragments can overflow an int. */
    private static int plus(int fields, int more) {
        return (int) Math.min(Integer.MAX_VALUE, (long) fields + more);
    }
}
