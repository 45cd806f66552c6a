package be.digicatalogue.organisation;

import be.digicatalogue.graph.Edge;
import org.eclipse.microprofile.graphql.Description;

/** One of the knowledge partners. */
@Description("One of the knowledge partners.")
public final class PartnerEdge extends Edge<Partner> {

    PartnerEdge(String cursor, Partner node) {
        super(cursor, node);
    }
}
