package be.digicatalogue.graph;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;

/** Adds to SmallRye what all our answers have: a limit on their size, one form of errors, the revision they come from. */
public class HouseRules implements EventingService {

    @Override
    public String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        var theirs = builder.build().getInstrumentation();
        return builder.instrumentation(new ChainedInstrumentation(
                List.of(theirs, new DocumentSize(), new AnswerSize(), new ErrorForm(), new Operations())));
    }
}
