package be.digicatalogue.programme;

import be.digicatalogue.graph.Edge;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the figures. */
@Description("One of the figures.")
public final class FigureEdge extends Edge<Figure> {

    FigureEdge(Supplier<String> cursor, Figure node) {
        super(cursor, node);
    }
}
