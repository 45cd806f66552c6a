package be.digicatalogue.place;

import be.digicatalogue.graph.Edge;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the localities. */
@Description("One of the localities.")
public final class PlaceEdge extends Edge<Place> {

    PlaceEdge(Supplier<String> cursor, Place node) {
        super(cursor, node);
    }
}
