package be.digicatalogue.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * The supported coordinate reference systems. The catalogue stores longitude and latitude in WGS84, which in Belgium is
 * within a metre of ETRS89.
 *
 * <p>The parameters are those of the EPSG register. BD72 uses a transformation of seven parameters, accurate to 0.2 m for
 * ETRS89 (EPSG:15928) and to 1 m for WGS84 (EPSG:15929); only the grid of the National Geographic Institute is more accurate.
 * No point of the catalogue is known to a metre.
 */
public enum ReferenceSystem {
    /** Longitude, latitude: the system of GeoJSON. */
    CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", new Envelope(-180, 180, -90, 90)),

    /** WGS84 with the axes in the order of EPSG: latitude, longitude. */
    WGS84("http://www.opengis.net/def/crs/EPSG/0/4326", new Envelope(-90, 90, -180, 180)),

    /** Belgian Lambert 2008: easting, northing in metres. */
    LAMBERT_2008(
            "http://www.opengis.net/def/crs/EPSG/0/3812",
            new Envelope(0, 1_500_000, 0, 1_500_000),
            "+proj=lcc +lat_1=49.83333333333334 +lat_2=51.16666666666666 +lat_0=50.797815 +lon_0=4.359215833333333"
                    + " +x_0=649328 +y_0=665262 +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs"),

    /** Belgian Lambert 72: easting, northing in metres. */
    LAMBERT_72(
            "http://www.opengis.net/def/crs/EPSG/0/31370",
            new Envelope(-500_000, 1_000_000, -500_000, 1_000_000),
            "+proj=lcc +lat_1=51.16666723333333 +lat_2=49.8333339 +lat_0=90 +lon_0=4.367486666666666 +x_0=150000.013"
                    + " +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747"
                    + " +units=m +no_defs");

    private static final CoordinateReferenceSystem GEOGRAPHIC =
            new CRSFactory().createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");

    private static final double MILLIMETRES = 1_000;

    private final String uri;
    private final Envelope domain;
    private final CoordinateReferenceSystem projected;

    ReferenceSystem(String uri, Envelope domain) {
        this.uri = uri;
        this.domain = domain;
        this.projected = null;
    }

    ReferenceSystem(String uri, Envelope domain, String parameters) {
        this.uri = uri;
        this.domain = domain;
        this.projected = new CRSFactory().createFromParameters(name(), parameters);
    }

    /** The identifier in the standards. */
    String uri() {
        return uri;
    }

    static List<String> uris() {
        return Arrays.stream(values()).map(ReferenceSystem::uri).toList();
    }

    static Optional<ReferenceSystem> of(String uri) {
        return Arrays.stream(values()).filter(each -> each.uri.equals(uri)).findFirst();
    }

    /** True when its unit is degrees. */
    boolean isGeographic() {
        return projected == null;
    }

    /**
     * The valid coordinates, in its own axis order: the globe, or for the projections Belgium with some hundred kilometres
     * around it.
     */
    Envelope domain() {
        return domain;
    }

    /** A geometry of the catalogue in this system; projected coordinates are rounded to a millimetre. */
    Geometry fromLonLat(Geometry geometry) {
        return switch (this) {
            case CRS84 -> geometry;
            case WGS84 -> mapped(geometry, ReferenceSystem::swapped);
            default -> {
                var transform = new BasicCoordinateTransform(GEOGRAPHIC, projected);
                yield mapped(geometry, point -> rounded(transformed(transform, point)));
            }
        };
    }

    private static Coordinate swapped(Coordinate point) {
        return new Coordinate(point.y, point.x);
    }

    private static Coordinate rounded(Coordinate point) {
        return new Coordinate(
                Math.round(point.x * MILLIMETRES) / MILLIMETRES, Math.round(point.y * MILLIMETRES) / MILLIMETRES);
    }

    private static Coordinate transformed(BasicCoordinateTransform transform, Coordinate point) {
        var result = transform.transform(new ProjCoordinate(point.x, point.y), new ProjCoordinate());
        return new Coordinate(result.x, result.y);
    }

    private static Geometry mapped(Geometry geometry, UnaryOperator<Coordinate> mapping) {
        var copy = geometry.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                var mapped = mapping.apply(points.getCoordinate(i));
                points.setOrdinate(i, CoordinateSequence.X, mapped.x);
                points.setOrdinate(i, CoordinateSequence.Y, mapped.y);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
