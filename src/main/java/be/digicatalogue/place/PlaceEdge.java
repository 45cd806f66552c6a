package be.digicatalogue.place;

import be.digicatalogue.graph.Edge;
import org.eclipse.microprofile.graphql.Description;

/** One of the localities. */
@Description("One of the localities.")
public final class PlaceEdge extends Edge<Place> {

    PlaceEdge(String cursor, Place node) {
        super(cursor, node);
    }
}
