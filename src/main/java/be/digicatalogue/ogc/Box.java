package be.digicatalogue.ogc;

import be.digicatalogue.fact.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** A box of the parameter {@code bbox} or of a filter, in its own reference system; a box over the antimeridian is two. */
final class Box {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final ReferenceSystem system;
    private final Geometry geometry;
    private final PreparedGeometry prepared;

    private Box(ReferenceSystem system, Geometry geometry) {
        this.system = system;
        this.geometry = geometry;
        this.prepared = PreparedGeometryFactory.prepare(geometry);
    }

    /**
     * Creates a box of four numbers, the lower corner first, or of six with heights, which no feature has.
     *
     * @return empty when the numbers are not a valid box in that system
     */
    static Optional<Box> of(List<Double> numbers, ReferenceSystem system) {
        int axes = numbers.size() / 2;
        if (numbers.size() != 4 && numbers.size() != 6 || axes == 3 && numbers.get(2) > numbers.get(5)) {
            return Optional.empty();
        }
        double minX = numbers.get(0);
        double minY = numbers.get(1);
        double maxX = numbers.get(axes);
        double maxY = numbers.get(axes + 1);
        var domain = system.domain();
        if (!system.isGeographic()) {
            // Outside its domain a projection is undefined, and the catalogue has nothing there.
            return minX > maxX || minY > maxY
                    ? Optional.empty()
                    : Optional.of(new Box(
                            system, GEOMETRIES.toGeometry(new Envelope(minX, maxX, minY, maxY).intersection(domain))));
        }
        boolean swapped = system == ReferenceSystem.WGS84;
        double west = swapped ? minY : minX;
        double east = swapped ? maxY : maxX;
        double south = swapped ? minX : minY;
        double north = swapped ? maxX : maxY;
        if (south > north || south < -90 || north > 90 || Math.abs(west) > 180 || Math.abs(east) > 180) {
            return Optional.empty();
        }
        var parts = new ArrayList<Geometry>();
        if (west > east) {
            parts.add(part(west, 180, south, north, swapped));
            parts.add(part(-180, east, south, north, swapped));
        } else {
            parts.add(part(west, east, south, north, swapped));
        }
        return Optional.of(new Box(system, GEOMETRIES.buildGeometry(parts)));
    }

    private static Geometry part(double west, double east, double south, double north, boolean swapped) {
        return GEOMETRIES.toGeometry(
                swapped ? new Envelope(south, north, west, east) : new Envelope(west, east, south, north));
    }

    /** The format of a box in a system, for error messages. */
    static Message expected(ReferenceSystem system) {
        return switch (system) {
            case CRS84 -> Message.of("expected.geographicBox", "minLon,minLat,maxLon,maxLat", limits(system));
            case WGS84 -> Message.of("expected.geographicBox", "minLat,minLon,maxLat,maxLon", limits(system));
            default -> Message.of("expected.projectedBox", "minEast,minNorth,maxEast,maxNorth");
        };
    }

    /** The range of coordinates of a system. */
    static Message limits(ReferenceSystem system) {
        var domain = system.domain();
        return Message.of(
                "filter.limits",
                number(domain.getMinX()),
                number(domain.getMaxX()),
                number(domain.getMinY()),
                number(domain.getMaxY()));
    }

    private static String number(double whole) {
        return String.valueOf((long) whole);
    }

    /** In its own reference system. */
    Geometry geometry() {
        return geometry;
    }

    /**
     * True when a geometry of the catalogue has a point within the box, including its edges. They are compared in the system
     * of the box, in which its edges are straight.
     */
    boolean meets(Geometry other) {
        return prepared.intersects(system.fromLonLat(other));
    }
}
