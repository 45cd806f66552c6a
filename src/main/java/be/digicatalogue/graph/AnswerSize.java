package be.digicatalogue.graph;

import be.digicatalogue.fact.Message;
import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;

/**
 * Limits the size of one answer. Depth and complexity count the fields of the document, but nested lists that refer back and
 * forth multiply in the answer, which only counting its fields can stop.
 */
final class AnswerSize extends SimplePerformantInstrumentation {

    /**
     * A hundred records with all their references have some ten thousand fields. The limit is not much higher, because the
     * event loop does nothing else in the meantime.
     */
    static final int MOST_FIELDS = 15_000;

    private static final class Fields implements InstrumentationState {
        int count;
    }

    @Override
    public InstrumentationState createState(InstrumentationCreateStateParameters parameters) {
        return new Fields();
    }

    /** Each event of a subscription is an answer of its own. */
    @Override
    public InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, InstrumentationState state) {
        ((Fields) state).count = 0;
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public InstrumentationContext<Object> beginFieldExecution(
            InstrumentationFieldParameters parameters, InstrumentationState state) {
        if (++((Fields) state).count > MOST_FIELDS) {
            throw new QueryLimit(Message.of("graphql.answerTooLarge", MOST_FIELDS));
        }
        return SimpleInstrumentationContext.noOp();
    }
}
