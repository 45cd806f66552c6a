package be.digicatalogue.geo;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A location with its precision.
 *
 * @param uncertainMetres the radius of the circle around the point in which the place lies; 0 for the building, the street,
 * and an area itself
 */
@Description("A location (WGS84), with its precision.")
public record Location(
        @Description("Latitude in degrees north.") double lat,
        @Description("Longitude in degrees east.") double lon,

        @NonNull @Description("How precise the point is.") Precision precision,

        @JsonIgnore @Ignore int uncertainMetres) {

    public Location(double lat, double lon, Precision precision) {
        this(lat, lon, precision, 0);
    }

    public GeoPoint point() {
        return new GeoPoint(lat, lon);
    }
}
