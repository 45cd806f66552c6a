package be.digicatalogue.geo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** The border of an area. */
public final class Outline {

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final PreparedGeometry area;
    private final String geoJson;

    /**
     * Parses a GeoJSON geometry (RFC 7946) that was validated before it was published.
     *
     * @throws IllegalArgumentException when it is not a polygon or multipolygon
     */
    public Outline(String geoJson) {
        try {
            var read = new GeoJsonReader().read(geoJson);
            if (!(read instanceof Polygonal) || read.isEmpty()) {
                throw new IllegalArgumentException("not an area");
            }
            area = PreparedGeometryFactory.prepare(read);
            this.geoJson = geoJson;
        } catch (ParseException | ClassCastException | NullPointerException | IndexOutOfBoundsException malformed) {
            // The reader assumes that each member exists and has the right type.
            throw new IllegalArgumentException("not a GeoJSON geometry", malformed);
        }
    }

    /**
     * Parses a GeoJSON geometry that has not been validated yet.
     *
     * @throws IllegalArgumentException when it is not a polygon or multipolygon, or crosses itself
     */
    public static Outline checked(String geoJson) {
        var outline = new Outline(geoJson);
        if (!outline.geometry().isValid()) {
            throw new IllegalArgumentException("crosses itself");
        }
        return outline;
    }

    /** The area, in degrees of longitude and latitude. Callers share it and must not change it. */
    public Geometry geometry() {
        return area.getGeometry();
    }

    /** The GeoJSON that was parsed. */
    public String geoJson() {
        return geoJson;
    }

    /** A point well within the area, for its name on a map. */
    public GeoPoint inside() {
        var centre = area.getGeometry().getCentroid();
        var point = area.covers(centre) ? centre : area.getGeometry().getInteriorPoint();
        return new GeoPoint(point.getY(), point.getX());
    }

    /** The greatest distance from a point to a point of the area, in metres. */
    public int farthestMetres(GeoPoint from) {
        return Arrays.stream(geometry().getCoordinates())
                .mapToInt(corner -> new GeoPoint(corner.y, corner.x).distanceMetres(from))
                .max()
                .orElseThrow();
    }

    /**
     * The border as closed rings with fewer points, each within the tolerance of the original. Holes and islands are
     * rings too; rings that are too small to see are left out.
     */
    public List<List<GeoPoint>> rings(double toleranceDegrees) {
        var simple = TopologyPreservingSimplifier.simplify(area.getGeometry(), toleranceDegrees);
        var rings = new ArrayList<List<GeoPoint>>();
        simple.apply((GeometryComponentFilter) part -> {
            if (part instanceof LinearRing ring && ring.getEnvelopeInternal().getDiameter() > 4 * toleranceDegrees) {
                rings.add(Arrays.stream(ring.getCoordinates())
                        .map(point -> new GeoPoint(point.y, point.x))
                        .toList());
            }
        });
        return rings;
    }

    /** True within the area and on its border. */
    public boolean covers(GeoPoint point) {
        return area.covers(POINTS.createPoint(new Coordinate(point.lon(), point.lat())));
    }

    /** The distance from the area; 0 within it. */
    public int metresTo(GeoPoint point) {
        if (covers(point)) {
            return 0;
        }
        // A degree of longitude is shorter than one of latitude. Scaled, both have about the same length.
        double scale = Math.cos(Math.toRadians(point.lat()));
        var scaled = AffineTransformation.scaleInstance(scale, 1).transform(area.getGeometry());
        var position = POINTS.createPoint(new Coordinate(point.lon() * scale, point.lat()));
        var nearest = DistanceOp.nearestPoints(scaled, position)[0];
        return point.distanceMetres(new GeoPoint(nearest.y, nearest.x / scale));
    }
}
