package be.digicatalogue.digibank;

import be.digicatalogue.geo.Nearby;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A service point with its distance, for GraphQL fields that are not a page. */
@Description("A service point with its distance from the origin.")
public record NearbyServicePoint(
        @NonNull @Description("The service point.") ServicePoint node,

        @Description("Great-circle distance from the origin, in metres; absent without an origin.")
        Integer distanceMetres,

        @Description(Nearby.UNCERTAIN) Integer distanceUncertainMetres) {

    static NearbyServicePoint of(Nearby<ServicePoint> nearby) {
        return new NearbyServicePoint(nearby.item(), nearby.distanceMetres(), nearby.distanceUncertainMetres());
    }
}
