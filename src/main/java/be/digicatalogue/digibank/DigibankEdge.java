package be.digicatalogue.digibank;

import be.digicatalogue.graph.Edge;
import org.eclipse.microprofile.graphql.Description;

/** One of the digibanks and other networks. */
@Description("One of the digibanks and other networks.")
public final class DigibankEdge extends Edge<Digibank> {

    DigibankEdge(String cursor, Digibank node) {
        super(cursor, node);
    }
}
