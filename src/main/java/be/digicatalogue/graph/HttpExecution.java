package be.digicatalogue.graph;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import jakarta.enterprise.context.ApplicationScoped;

/** Executes operations received over HTTP. The schema is built at the first execution, which takes a moment. */
@ApplicationScoped
class HttpExecution {

    private final GraphQL graph;

    HttpExecution(Federated federated, QueryDocuments documents) {
        graph = GraphQL.newGraphQL(federated.schema())
                .defaultDataFetcherExceptionHandler(SmallRyeSettings.FAULTS)
                .preparsedDocumentProvider(documents)
                .instrumentation(new AnswerSize())
                .build();
    }

    ExecutionResult of(ExecutionInput input) {
        return graph.execute(input);
    }
}
