package be.digicatalogue.change;

import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.history.Change;
import be.digicatalogue.question.Slice;
import org.eclipse.microprofile.graphql.Description;

/** A page of changes; their cursors are positions in the history, which other histories do not have. */
@Description("A page of changes.")
public final class ChangeConnection extends GraphConnection<ChangeEdge, Change> {

    ChangeConnection(Slice<Change> found) {
        super(found, (cursor, change) -> new ChangeEdge(() -> change.cursor().toString(), change));
    }
}
