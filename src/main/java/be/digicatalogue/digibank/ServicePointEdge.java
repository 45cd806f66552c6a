package be.digicatalogue.digibank;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.graph.Edge;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the service points, with its distance when the request has an origin. */
@Description("One of the service points.")
public final class ServicePointEdge extends Edge<ServicePoint> {

    private final Integer distanceMetres;
    private final Integer distanceUncertainMetres;

    ServicePointEdge(Supplier<String> cursor, Nearby<ServicePoint> nearby) {
        super(cursor, nearby.item());
        this.distanceMetres = nearby.distanceMetres();
        this.distanceUncertainMetres = nearby.distanceUncertainMetres();
    }

    @Description("Great-circle distance from the origin, in metres; absent without an origin.")
    public Integer getDistanceMetres() {
        return distanceMetres;
    }

    @Description(Nearby.UNCERTAIN)
    public Integer getDistanceUncertainMetres() {
        return distanceUncertainMetres;
    }
}
