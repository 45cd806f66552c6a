package be.digicatalogue.digibank;

import be.digicatalogue.graph.Connection;
import be.digicatalogue.question.Found;
import org.eclipse.microprofile.graphql.Description;

/** A page of digibanks and other networks. */
@Description("A page of digibanks and other networks.")
public final class DigibankConnection extends Connection<DigibankEdge, Digibank> {

    DigibankConnection(Found<Digibank> found) {
        super(found, DigibankEdge::new);
    }
}
