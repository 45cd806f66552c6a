package be.digicatalogue.place;

import be.digicatalogue.graph.Edge;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the municipalities. */
@Description("One of the municipalities.")
public final class MunicipalityEdge extends Edge<Municipality> {

    MunicipalityEdge(Supplier<String> cursor, Municipality node) {
        super(cursor, node);
    }
}
