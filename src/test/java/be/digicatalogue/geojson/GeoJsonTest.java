package be.digicatalogue.geojson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.View;
import be.digicatalogue.place.Place;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKTReader;

/** Records as features of RFC 7946. */
class GeoJsonTest {

    private static final View VIEW = new View(null, "https://digi.example", Language.NL, ZonedDateTime.now());

    @Test
    void aPointStandsAtItsLongitudeAndLatitudeWithAllTheirDigits() throws IOException {
        var feature = written(
                GeoJson.feature(place(new Location(50.123456789012, 4.000000000001, Precision.LOCALITY)), VIEW));
        assertEquals("Feature", feature.get("type").asText());
        assertEquals("9000-gent", feature.get("id").asText());
        assertEquals("Point", feature.at("/geometry/type").asText());
        assertEquals(4.000000000001, feature.at("/geometry/coordinates/0").asDouble());
        assertEquals(50.123456789012, feature.at("/geometry/coordinates/1").asDouble());
        assertFalse(feature.get("geometry").has("crs"));
        assertEquals("locality", feature.at("/properties/precision").asText());
        assertFalse(feature.get("properties").has("location"));
        assertEquals("Gent", feature.at("/properties/locality").asText());
    }

    @Test
    void anUnknownPlaceIsAFeatureWithoutAGeometry() throws IOException {
        var feature = written(GeoJson.feature(place(null), VIEW));
        assertTrue(feature.has("geometry") && feature.get("geometry").isNull());
        assertFalse(feature.get("properties").has("precision"));
    }

    @Test
    void aDistanceIsAProperty() throws IOException {
        var feature =
                written(GeoJson.feature(new Nearby<>(place(new Location(51, 4, Precision.STREET)), 1234, 500), VIEW));
        assertEquals(1234, feature.at("/properties/distanceMetres").asInt());
        assertEquals(500, feature.at("/properties/distanceUncertainMetres").asInt());
        assertEquals(51, feature.at("/geometry/coordinates/1").asInt());
    }

    @Test
    void theOuterRingOfAnAreaRunsCounterclockwise() throws Exception {
        var clockwise = new WKTReader().read("POLYGON ((4 50, 4 51, 5 51, 5 50, 4 50))");
        var feature = written(GeoJson.feature(Json.tree(place(null), VIEW), clockwise));
        assertEquals(
                new ObjectMapper().readTree("[[[4,50],[5,50],[5,51],[4,51],[4,50]]]"),
                feature.at("/geometry/coordinates"));
    }

    @Test
    void aCollectionHasItsFeaturesInOrder() throws IOException {
        var one = GeoJson.feature(place(null), VIEW);
        var two = GeoJson.feature(place(new Location(51, 4, Precision.STREET)), VIEW);
        var collection = written(GeoJson.collection(List.of(one, two)));
        assertEquals("FeatureCollection", collection.get("type").asText());
        assertEquals(written(two), collection.at("/features/1"));
    }

    private static JsonNode written(ObjectNode geoJson) throws IOException {
        return new ObjectMapper().readTree(Json.write(geoJson));
    }

    private static Place place(Location location) {
        return new Place("9000-gent", "9000", "Gent", Text.name("Gent"), null, null, location, List.of());
    }
}
