package be.digicatalogue.graph;

import be.digicatalogue.catalogue.CurrentCatalogue;
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
        var formatted = ExecutionResultImpl.newExecutionResult()
                .from(GraphErrorForm.formatted(result, () -> documents.inputs(input.getQuery(), input.getVariables())));
        ofRequest(parameters.getGraphQLContext(), () -> {
            var context = context();
            context.catalogueIfRead()
                    .ifPresent(catalogue -> formatted.addExtension(
                            REVISION, catalogue.revision().number()));
            context.letGo();
            return null;
        });
        return CompletableFuture.completedFuture(formatted.build());
    }

    private static void takeCatalogue(GraphQLContext context) {
        var current = Arc.container().instance(CurrentCatalogue.class).get().get();
        ofRequest(context, () -> {
            current.ifPresent(context()::goOnWith);
            return null;
        });
    }

    private static RequestContext context() {
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
