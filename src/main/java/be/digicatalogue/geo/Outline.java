package be.digicatalogue.geo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** The border of an area. */
public final class Outline {

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final PreparedGeometry area;

    /**
     * Reads a GeoJSON geometry (RFC 7946).
     *
     * @throws IllegalArgumentException when it is no polygon or multipolygon, or one that crosses itself
     */
    public Outline(String geoJson) {
        try {
            var read = new GeoJsonReader().read(geoJson);
            if (!(read instanceof Polygonal) || read.isEmpty() || !read.isValid()) {
                throw new IllegalArgumentException("not an area");
            }
            area = PreparedGeometryFactory.prepare(read);
        } catch (ParseException | ClassCastException | NullPointerException | IndexOutOfBoundsException malformed) {
            // The reader takes for granted that each member is there and of the right kind.
            throw new IllegalArgumentException("not a GeoJSON geometry", malformed);
        }
    }

    /** The area, in degrees of longitude and latitude. It is shared: nobody may change it. */
    public Geometry geometry() {
        return area.getGeometry();
    }

    /** True within the area and on its border. */
    public boolean covers(GeoPoint point) {
        return area.covers(POINTS.createPoint(new Coordinate(point.lon(), point.lat())));
    }
}
