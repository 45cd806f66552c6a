package be.digicatalogue.graph;

import graphql.execution.AbortExecutionException;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.validation.ValidationError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds what one document may repeat, before it is validated: the same field under many names is many requests in one, and
 * directives and fragments cost time before anything is known of the answer.
 */
final class DocumentSize extends SimplePerformantInstrumentation {

    /** A page that shows something of each province, some of it twice, has fewer. */
    static final int MOST_ALIASES = 30;

    static final int MOST_DIRECTIVES = 30;
    static final int MOST_FRAGMENTS = 100;

    @Override
    public InstrumentationContext<List<ValidationError>> beginValidation(
            InstrumentationValidationParameters parameters, InstrumentationState state) {
        check(parameters.getDocument());
        return SimpleInstrumentationContext.noOp();
    }

    private static void check(Document document) {
        var all = new Counted(document);
        refuse("aliases", all.aliases, MOST_ALIASES, "Ask for many of a kind with its list, or send several requests.");
        refuse("directives", all.directives, MOST_DIRECTIVES, "");
        refuse("fragment spreads", all.spreads.size(), MOST_FRAGMENTS, "");
        // Fragments in fragments multiply: thirty that each name the next one twice are a thousand million.
        long spreads = 0;
        for (var definition : document.getDefinitions()) {
            if (definition instanceof OperationDefinition) {
                spreads += expanded(new Counted(definition).spreads, document, new HashMap<>());
            }
        }
        refuse("fragment spreads", spreads, MOST_FRAGMENTS, "");
    }

    /** How many spreads these come to with those in their fragments. One that leads back to itself is for the validation. */
    private static long expanded(List<String> spreads, Document document, Map<String, Long> known) {
        long count = 0;
        for (var name : spreads) {
            if (!known.containsKey(name)) {
                known.put(name, 0L);
                known.put(
                        name,
                        document.getDefinitionsOfType(FragmentDefinition.class).stream()
                                .filter(fragment -> fragment.getName().equals(name))
                                .findFirst()
                                .map(fragment -> expanded(new Counted(fragment).spreads, document, known))
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

    private static void refuse(String what, long count, int most, String instead) {
        if (count > most) {
            throw new AbortExecutionException(
                    ("The document has " + count + " " + what + ". Allowed: " + most + ". " + instead).strip());
        }
    }
}
