package be.digicatalogue.voka;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.question.Slice;
import org.eclipse.microprofile.graphql.Description;

/** A page of Voka offices. */
@Description("A page of Voka offices.")
public final class VokaOfficeConnection extends GraphConnection<VokaOfficeEdge, VokaOffice> {

    VokaOfficeConnection(Slice<Nearby<VokaOffice>> found) {
        super(found, VokaOfficeEdge::new);
    }
}
