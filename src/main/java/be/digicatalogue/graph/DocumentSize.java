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
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.validation.ValidationError;
import java.util.ArrayDeque;
import java.util.List;

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
        refuse("aliases", aliases, MOST_ALIASES, "Ask for many of a kind with its list, or send several requests.");
        refuse("directives", directives, MOST_DIRECTIVES, "");
        refuse("fragment spreads", fragments, MOST_FRAGMENTS, "");
    }

    private static void refuse(String what, int count, int most, String instead) {
        if (count > most) {
            throw new AbortExecutionException(
                    ("The document has " + count + " " + what + ". Allowed: " + most + ". " + instead).strip());
        }
    }
}
