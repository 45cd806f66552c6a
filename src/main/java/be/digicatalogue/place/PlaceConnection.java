package be.digicatalogue.place;

import be.digicatalogue.graph.Connection;
import be.digicatalogue.question.Found;
import org.eclipse.microprofile.graphql.Description;

/** A page of localities. */
@Description("A page of localities.")
public final class PlaceConnection extends Connection<PlaceEdge, Place> {

    PlaceConnection(Found<Place> found) {
        super(found, PlaceEdge::new);
    }
}
