package be.digicatalogue.voka;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.graph.Connection;
import be.digicatalogue.question.Found;
import org.eclipse.microprofile.graphql.Description;

/** A page of Voka offices. */
@Description("A page of Voka offices.")
public final class VokaOfficeConnection extends Connection<VokaOfficeEdge, VokaOffice> {

    VokaOfficeConnection(Found<Nearby<VokaOffice>> found) {
        super(found, VokaOfficeEdge::new);
    }
}
