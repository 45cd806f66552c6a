package be.digicatalogue.geo;

/** A box in degrees, including its edges. */
public record BoundingBox(double minLon, double minLat, double maxLon, double maxLat) {

    public boolean contains(GeoPoint point) {
        return point.lat() >= minLat && point.lat() <= maxLat && point.lon() >= minLon && point.lon() <= maxLon;
    }
}
