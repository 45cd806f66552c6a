package be.digicatalogue.graph;

import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Language;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.RequestContext;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext;
import java.util.concurrent.CompletableFuture;

/**
 * Adds the revision to each answer over a WebSocket. One connection carries many operations; each operation, and each event
 * of a subscription, takes the current catalogue and releases it at its end.
 */
final class WebSocketOperations extends SimplePerformantInstrumentation {

    /** The extension of an answer with the revision. */
    static final String REVISION = "catalogueRevision";

    private final QueryDocuments documents;

    WebSocketOperations(QueryDocuments documents) {
        this.documents = documents;
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecution(
            InstrumentationExecutionParameters parameters, InstrumentationState state) {
        takeCatalogue(parameters.getGraphQLContext());
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginSubscribedFieldEvent(
            InstrumentationFieldParameters parameters, InstrumentationState state) {
        takeCatalogue(parameters.getExecutionContext().getGraphQLContext());
        return SimpleInstrumentationContext.noOp();
    }

    @Override
    public CompletableFuture<ExecutionResult> instrumentExecutionResult(
            ExecutionResult result, InstrumentationExecutionParameters parameters, InstrumentationState state) {
        var input = parameters.getExecutionInput();
        var answer = ExecutionResultImpl.newExecutionResult()
                .from(new GraphErrorForm(documents, input.getQuery(), input.getVariables(), language(parameters))
                        .formatted(result));
        ofRequest(parameters.getGraphQLContext(), () -> {
            var context = asked();
            context.catalogueIfRead()
                    .ifPresent(catalogue ->
                            answer.addExtension(REVISION, catalogue.revision().number()));
            context.letGo();
            return null;
        });
        return CompletableFuture.completedFuture(answer.build());
    }

    private static Language language(InstrumentationExecutionParameters parameters) {
        return ofRequest(parameters.getGraphQLContext(), () -> ProblemLanguage.of(asked()))
                .language();
    }

    private static void takeCatalogue(GraphQLContext context) {
        var current = Arc.container().instance(CurrentCatalogue.class).get().get();
        ofRequest(context, () -> {
            current.ifPresent(asked()::goOnWith);
            return null;
        });
    }

    private static RequestContext asked() {
        return Arc.container().instance(RequestContext.class).get();
    }

    /** A task within the context of a request. */
    @FunctionalInterface
    interface Action<T, X extends Exception> {
        T act() throws X;
    }

    /** Messages of a WebSocket have no request context. SmallRye stores the state of the opening request for its fields. */
    static <T, X extends Exception> T ofRequest(GraphQLContext context, Action<T, X> action) throws X {
        var requests = Arc.container().requestContext();
        boolean active = requests.isActive();
        if (!active) {
            requests.activate((InjectableContext.ContextState) context.get("state"));
        }
        try {
            return action.act();
        } finally {
            if (!active) {
                requests.deactivate();
            }
        }
    }
}
