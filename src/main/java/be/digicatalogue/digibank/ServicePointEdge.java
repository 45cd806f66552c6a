package be.digicatalogue.digibank;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.graph.Edge;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the service points, with its distance when the request has an origin. */
@Description("One of the service points.")
public final class ServicePointEdge extends Edge<ServicePoint> {

    private final Integer distanceMetres;

    ServicePointEdge(Supplier<String> cursor, Nearby<ServicePoint> nearby) {
        super(cursor, nearby.item());
        this.distanceMetres = nearby.distanceMetres();
    }

    @Description("Great-circle distance from the origin, in metres; absent without an origin.")
    public Integer getDistanceMetres() {
        return distanceMetres;
    }
}
