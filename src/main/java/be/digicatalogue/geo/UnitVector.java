package be.digicatalogue.geo;

/**
 * A point on the unit sphere. The chord between two such points grows with their great-circle distance, so chords can
 * be compared instead.
 */
record UnitVector(double x, double y, double z) {

    static UnitVector of(GeoPoint point) {
        double lat = Math.toRadians(point.lat());
        double lon = Math.toRadians(point.lon());
        return new UnitVector(Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat));
    }

    int metresTo(UnitVector other) {
        double dx = x - other.x;
        double dy = y - other.y;
        double dz = z - other.z;
        return metres(dx * dx + dy * dy + dz * dz);
    }

    /** The great-circle distance of a squared chord, rounded to a metre. */
    static int metres(double squaredChord) {
        double halfAngle = Math.asin(Math.min(1, Math.sqrt(squaredChord) / 2));
        return (int) Math.round(2 * GeoPoint.EARTH_RADIUS_METRES * halfAngle);
    }

    /** The least great-circle distance of two points of which one coordinate differs so much. */
    static double leastMetres(double difference) {
        return GeoPoint.EARTH_RADIUS_METRES * Math.abs(difference);
    }

    /** The squared chord of a great-circle distance in metres, at most half around the earth. */
    static double squaredChord(double metres) {
        double chord = 2 * Math.sin(Math.min(Math.PI, metres / GeoPoint.EARTH_RADIUS_METRES) / 2);
        return chord * chord;
    }
}
