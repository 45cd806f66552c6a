package be.digicatalogue.programme;

import be.digicatalogue.graph.Connection;
import be.digicatalogue.question.Found;
import org.eclipse.microprofile.graphql.Description;

/** A page of figures. */
@Description("A page of figures.")
public final class FigureConnection extends Connection<FigureEdge, Figure> {

    FigureConnection(Found<Figure> found) {
        super(found, FigureEdge::new);
    }
}
