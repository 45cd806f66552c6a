package be.digicatalogue.ogc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Coordinates from one system into another. */
class ReferenceSystemTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** What PROJ 9.1 makes of these points with EPSG:31370 and EPSG:3812, in metres. */
    @ParameterizedTest
    @CsvSource({
        "3.7174, 51.0543, 104330.9348, 193993.7401, 604328.1290, 693988.5177",
        "4.3517, 50.8503, 148799.1702, 171100.1548, 648798.7360, 671100.4141",
        "5.9,    50.75,   258053.6714, 161057.9246, 758053.5454, 661071.2820",
        "2.6,    51.1,     26116.8399, 200352.3499, 526113.8953, 700337.7581"
    })
    void theLambertProjectionsAgreeWithProjToACentimetre(
            double lon, double lat, double x72, double y72, double x2008, double y2008) {
        var point = GEOMETRIES.createPoint(new Coordinate(lon, lat));
        near(x72, y72, ReferenceSystem.LAMBERT_72.fromLonLat(point), 0.01);
        near(x2008, y2008, ReferenceSystem.LAMBERT_2008.fromLonLat(point), 0.01);
    }

    @Test
    void epsg4326HasLatitudeFirst() {
        near(51, 4, ReferenceSystem.WGS84.fromLonLat(GEOMETRIES.createPoint(new Coordinate(4, 51))), 0);
    }

    @ParameterizedTest
    @EnumSource
    void aBoxAroundAPointHasIt(ReferenceSystem system) {
        for (double lon = 2.5; lon < 6.5; lon += 0.37) {
            for (double lat = 49.5; lat < 51.6; lat += 0.23) {
                var point = GEOMETRIES.createPoint(new Coordinate(lon, lat));
                var known = system.fromLonLat(point).getCoordinate();
                double near = system.isGeographic() ? 1e-7 : 0.01;
                var box = Box.of(List.of(known.x - near, known.y - near, known.x + near, known.y + near), system)
                        .orElseThrow();
                assertTrue(box.meets(point), point::toString);
                assertFalse(box.meets(GEOMETRIES.createPoint(new Coordinate(lon + 1e-5, lat))), point::toString);
            }
        }
    }

    /** The straight edge of a box in metres is no straight line in degrees: between its ends it lies 150 m further north. */
    @Test
    void aBoxInMetresHasThePointsThatLieInItInMetres() {
        double edge = 200_000;
        var box = Box.of(List.of(20_000.0, 150_000.0, 280_000.0, edge), ReferenceSystem.LAMBERT_72)
                .orElseThrow();
        int near = 0;
        for (double lon = 2.6; lon < 6.1; lon += 0.05) {
            for (double lat = 51.08; lat < 51.12; lat += 0.0001) {
                var point = GEOMETRIES.createPoint(new Coordinate(lon, lat));
                double y = ReferenceSystem.LAMBERT_72.fromLonLat(point).getCoordinate().y;
                assertEquals(y <= edge, box.meets(point), point::toString);
                near += Math.abs(y - edge) < 20 ? 1 : 0;
            }
        }
        assertTrue(near > 50, "points near the edge: " + near);
    }

    private static void near(double x, double y, org.locationtech.jts.geom.Geometry point, double tolerance) {
        assertEquals(x, ((Point) point).getX(), tolerance);
        assertEquals(y, ((Point) point).getY(), tolerance);
    }
}
