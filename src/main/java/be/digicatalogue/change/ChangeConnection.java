package be.digicatalogue.change;

import be.digicatalogue.graph.Connection;
import be.digicatalogue.history.Change;
import be.digicatalogue.question.Found;
import org.eclipse.microprofile.graphql.Description;

/** A page of changes. */
@Description("A page of changes.")
public final class ChangeConnection extends Connection<ChangeEdge, Change> {

    ChangeConnection(Found<Change> found) {
        super(found, ChangeEdge::new);
    }
}
