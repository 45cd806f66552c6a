package be.digicatalogue.digibank;

import be.digicatalogue.graph.Edge;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the digibanks and other networks. */
@Description("One of the digibanks and other networks.")
public final class DigibankEdge extends Edge<Digibank> {

    DigibankEdge(Supplier<String> cursor, Digibank node) {
        super(cursor, node);
    }
}
