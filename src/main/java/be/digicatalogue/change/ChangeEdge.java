package be.digicatalogue.change;

import be.digicatalogue.graph.Edge;
import be.digicatalogue.history.Change;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the changes of a list. */
@Description("One of the changes of a list.")
public final class ChangeEdge extends Edge<Change> {

    ChangeEdge(Supplier<String> cursor, Change node) {
        super(cursor, node);
    }
}
