package be.digicatalogue.place;

import be.digicatalogue.graph.Connection;
import be.digicatalogue.question.Found;
import org.eclipse.microprofile.graphql.Description;

/** A page of municipalities. */
@Description("A page of municipalities.")
public final class MunicipalityConnection extends Connection<MunicipalityEdge, Municipality> {

    MunicipalityConnection(Found<Municipality> found) {
        super(found, MunicipalityEdge::new);
    }
}
