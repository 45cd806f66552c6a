package be.digicatalogue.graph;

import graphql.ExceptionWhileDataFetching;
import graphql.GraphQL;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.instrumentation.ChainedInstrumentation;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Makes SmallRye, which serves WebSockets, apply the same limits as GraphQL over HTTP. */
public class SmallRyeSettings implements EventingService {

    /** {@link GraphErrorForm} logs faults, once. */
    static final DataFetcherExceptionHandler FAULTS =
            fault -> CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                    .error(new ExceptionWhileDataFetching(
                            fault.getPath(), fault.getException(), fault.getSourceLocation()))
                    .build());

    /** SmallRye loads its extensions before it builds the schema. */
    public SmallRyeSettings() {
        ScalarTypes.register();
    }

    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        var documents = Arc.container().instance(QueryDocuments.class).get();
        return builder.schema(Arc.container().instance(Federated.class).get().schema())
                .defaultDataFetcherExceptionHandler(FAULTS)
                .preparsedDocumentProvider(documents)
                .instrumentation(
                        new ChainedInstrumentation(List.of(new AnswerSize(), new WebSocketOperations(documents))));
    }
}
