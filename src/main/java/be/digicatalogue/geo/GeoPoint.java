package be.digicatalogue.geo;

import java.util.Collection;

/** A point in WGS84 degrees. */
public record GeoPoint(double lat, double lon) {

    /** Mean Earth radius of the GRS 80 ellipsoid (IUGG), in metres. */
    static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** The great-circle distance, rounded to a metre. */
    public int distanceMetres(GeoPoint other) {
        return UnitVector.of(this).metresTo(UnitVector.of(other));
    }

    /** The mean of points that are near each other. */
    public static GeoPoint mean(Collection<GeoPoint> points) {
        return new GeoPoint(
                points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow(),
                points.stream().mapToDouble(GeoPoint::lon).average().orElseThrow());
    }

    /** Rounded to five decimals, about a metre: more would overstate the precision of the centre of a locality. */
    public GeoPoint rounded() {
        return new GeoPoint(round(lat), round(lon));
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
