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
 * Bounds how much one request may ask for. Depth and complexity count what stands in the document; lists within lists that
 * lead back and forth multiply in the answer, which only counting the fields of the answer can stop.
 */
final class AnswerSize extends SimplePerformantInstrumentation {

    /**
     * A hundred records with all that they lead to have some ten thousand. Nothing else is answered on the same event loop
     * meanwhile, so it is not much more.
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
