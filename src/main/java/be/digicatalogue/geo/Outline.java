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
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;

/** The border of an area. */
public final class Outline {

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final PreparedGeometry area;
    private final String geoJson;

    /**
     * Reads a GeoJSON geometry (RFC 7946) that was checked before it was published.
     *
     * @throws IllegalArgumentException when it is no polygon or multipolygon
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
            // The reader takes for granted that each member is there and of the right kind.
            throw new IllegalArgumentException("not a GeoJSON geometry", malformed);
        }
    }

    /**
     * The same of what nobody has checked yet.
     *
     * @throws IllegalArgumentException when it is no polygon or multipolygon, or one that crosses itself
     */
    public static Outline checked(String geoJson) {
        var outline = new Outline(geoJson);
        if (!outline.geometry().isValid()) {
            throw new IllegalArgumentException("crosses itself");
        }
        return outline;
    }

    /** The area, in degrees of longitude and latitude. It is shared: nobody may change it. */
    public Geometry geometry() {
        return area.getGeometry();
    }

    /** The geometry as it was read. */
    public String geoJson() {
        return geoJson;
    }

    /** A point that lies well within the area, for its name on a map. */
    public GeoPoint inside() {
        var centre = area.getGeometry().getCentroid();
        var point = area.covers(centre) ? centre : area.getGeometry().getInteriorPoint();
        return new GeoPoint(point.getY(), point.getX());
    }

    /**
     * The border as closed rings with fewer points, none of which is farther off than the tolerance. Holes and islands are
     * rings too; those that are too small to be seen are left out.
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
}
