package be.digicatalogue.organisation;

import be.digicatalogue.graph.Connection;
import be.digicatalogue.question.Found;
import org.eclipse.microprofile.graphql.Description;

/** A page of knowledge partners. */
@Description("A page of knowledge partners.")
public final class PartnerConnection extends Connection<PartnerEdge, Partner> {

    PartnerConnection(Found<Partner> found) {
        super(found, PartnerEdge::new);
    }
}
