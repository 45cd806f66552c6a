package be.digicatalogue.place;

import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.question.Slice;
import org.eclipse.microprofile.graphql.Description;

/** A page of municipalities. */
@Description("A page of municipalities.")
public final class MunicipalityConnection extends GraphConnection<MunicipalityEdge, Municipality> {

    MunicipalityConnection(Slice<Municipality> found) {
        super(found, MunicipalityEdge::new);
    }
}
