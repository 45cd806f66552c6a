package be.digicatalogue.digibank;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.graph.Connection;
import be.digicatalogue.question.Found;
import org.eclipse.microprofile.graphql.Description;

/** A page of service points. */
@Description("A page of service points.")
public final class ServicePointConnection extends Connection<ServicePointEdge, ServicePoint> {

    ServicePointConnection(Found<Nearby<ServicePoint>> found) {
        super(found, ServicePointEdge::new);
    }
}
