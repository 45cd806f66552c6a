package be.digicatalogue.organisation;

import be.digicatalogue.graph.Edge;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the knowledge partners. */
@Description("One of the knowledge partners.")
public final class PartnerEdge extends Edge<Partner> {

    PartnerEdge(Supplier<String> cursor, Partner node) {
        super(cursor, node);
    }
}
