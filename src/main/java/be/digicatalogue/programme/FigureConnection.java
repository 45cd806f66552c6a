package be.digicatalogue.programme;

import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.question.Slice;
import org.eclipse.microprofile.graphql.Description;

/** A page of figures. */
@Description("A page of figures.")
public final class FigureConnection extends GraphConnection<FigureEdge, Figure> {

    FigureConnection(Slice<Figure> found) {
        super(found, FigureEdge::new);
    }
}
