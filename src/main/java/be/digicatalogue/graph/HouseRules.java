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

/** Has SmallRye, which answers over WebSockets, keep to the rules that all our answers keep to. */
public class HouseRules implements EventingService {

    /** What a fault was is told by {@link ErrorForm}, once. */
    static final DataFetcherExceptionHandler FAULTS =
            fault -> CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult()
                    .error(new ExceptionWhileDataFetching(
                            fault.getPath(), fault.getException(), fault.getSourceLocation()))
                    .build());

    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        return builder.schema(Arc.container().instance(Federated.class).get().schema())
                .defaultDataFetcherExceptionHandler(FAULTS)
                .preparsedDocumentProvider(
                        Arc.container().instance(Documents.class).get())
                .instrumentation(new ChainedInstrumentation(List.of(new AnswerSize(), new Operations())));
    }
}
