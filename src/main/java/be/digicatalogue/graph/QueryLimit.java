package be.digicatalogue.graph;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import graphql.execution.AbortExecutionException;

/** A query that exceeds a limit, detected before or during its execution. */
final class QueryLimit extends AbortExecutionException {

    private static final long serialVersionUID = 1;

    private final transient Message explanation;

    QueryLimit(Message explanation) {
        super(explanation.in(Language.EN));
        this.explanation = explanation;
    }

    Message explanation() {
        return explanation;
    }
}
