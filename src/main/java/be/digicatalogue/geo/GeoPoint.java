package be.digicatalogue.geo;

import java.util.Collection;

/** A point in WGS84 degrees. */
public record GeoPoint(double lat, double lon) {

    /** Mean Earth radius of the GRS 80 ellipsoid (IUGG), in metres. */
    static final double EARTH_RADIUS_METRES = 6_371_008.8;

    /** Great-circle distance, rounded to a metre. */
    public int distanceMetres(GeoPoint other) {
        return UnitVector.of(this).metresTo(UnitVector.of(other));
    }

    /** The mean of points that lie near each other. */
    public static GeoPoint mean(Collection<GeoPoint> points) {
        return new GeoPoint(
                points.stream().mapToDouble(GeoPoint::lat).average().orElseThrow(),
                points.stream().mapToDouble(GeoPoint::lon).average().orElseThrow());
    }

    /** Five decimals, about a metre: no more than the centre of a locality deserves. */
    public GeoPoint rounded() {
        return new GeoPoint(round(lat), round(lon));
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
