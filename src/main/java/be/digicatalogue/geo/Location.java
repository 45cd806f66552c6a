package be.digicatalogue.geo;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A location with its precision. */
@Description("A location (WGS84), with its precision.")
public record Location(
        @Description("Latitude in degrees north.") double lat,
        @Description("Longitude in degrees east.") double lon,

        @NonNull @Description("How precise the point is.") Precision precision) {

    public static Location of(GeoPoint point, Precision precision) {
        return new Location(point.lat(), point.lon(), precision);
    }

    public GeoPoint point() {
        return new GeoPoint(lat, lon);
    }
}
