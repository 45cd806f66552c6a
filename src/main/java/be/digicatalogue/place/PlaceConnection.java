package be.digicatalogue.place;

import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.question.Slice;
import org.eclipse.microprofile.graphql.Description;

/** A page of localities. */
@Description("A page of localities.")
public final class PlaceConnection extends GraphConnection<PlaceEdge, Place> {

    PlaceConnection(Slice<Place> found) {
        super(found, PlaceEdge::new);
    }
}
