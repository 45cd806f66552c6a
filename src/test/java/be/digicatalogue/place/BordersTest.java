package be.digicatalogue.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.geo.Borders;
import be.digicatalogue.geo.GeoPoint;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.history.Changes;
import be.digicatalogue.record.ReviewPeriods;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The radius of what is only known to its locality or municipality, against all corners of the outlines. */
class BordersTest {

    private static final Places PLACES = new Catalogue(
                    new Revision(1, "0123456789abcdef", Instant.EPOCH),
                    BundledDataset.read(),
                    Changes.NONE,
                    ReviewPeriods.usual())
            .of(PlaceType.TYPE);

    @ParameterizedTest
    @CsvSource({
        // The postal code of one locality.
        "9040, 44021, Sint-Amandsberg",
        "3600, 71016, Genk",
        // Of several.
        "8680, 32010, Koekelare|Bovekerke|Zande",
    })
    void aLocalityReachesToTheFarthestCornerOfItsBorder(String postalCode, String nisCode, String names)
            throws IOException {
        var location = PLACES.located(null, null, null, postalCode, nisCode);
        assertEquals(Precision.LOCALITY, location.precision());
        var wanted = List.of(names.split("\\|"));
        assertEquals(
                farthest(
                        location.point(),
                        "localities",
                        feature -> feature.at("/properties/nis").asText().equals(nisCode)
                                && wanted.contains(
                                        feature.at("/properties/name").asText())),
                location.uncertainMetres());
    }

    /** Ooike, which has the postal code of Oudenaarde, is in the outline of another locality. */
    @Test
    void withoutTheBorderOfOneLocalityTheMunicipalityCounts() throws IOException {
        var location = PLACES.located(null, null, null, "9700", "45035");
        assertEquals(Precision.LOCALITY, location.precision());
        assertEquals(
                farthest(location.point(), "municipalities", feature -> feature.get("id")
                        .asText()
                        .equals("45035")),
                location.uncertainMetres());
    }

    @ParameterizedTest
    @CsvSource({"44021", "11002", "21004", "71016"})
    void aMunicipalityReachesToTheFarthestCornerOfItsBorder(String nisCode) throws IOException {
        var location = PLACES.located(null, null, null, null, nisCode);
        assertEquals(Precision.MUNICIPALITY, location.precision());
        assertEquals(
                farthest(location.point(), "municipalities", feature -> feature.get("id")
                        .asText()
                        .equals(nisCode)),
                location.uncertainMetres());
    }

    @Test
    void theBuildingAndTheStreetAreCertain() {
        assertEquals(0, PLACES.located(51.05, 3.72, "address", "9000", "44021").uncertainMetres());
        assertEquals(0, PLACES.located(51.05, 3.72, "street", "9000", "44021").uncertainMetres());
    }

    /** Of 1,204 localities; the others are parts of one, or names of municipalities that have no locality of their name. */
    @Test
    void mostLocalitiesHaveTheirOwnBorder() {
        long smaller = PLACES.all().stream()
                .filter(place -> radius(place, List.of(place.locality())) < radius(place, List.of()))
                .count();
        assertTrue(smaller > 1_000, smaller + " localities");
    }

    private static int radius(Place place, List<String> localities) {
        return Borders.radius(place.location().point(), place.municipality().id(), localities);
    }

    private static int farthest(GeoPoint from, String file, Predicate<JsonNode> wanted) throws IOException {
        var distances = new ArrayList<Integer>();
        try (var outlines = BordersTest.class.getResourceAsStream("/outlines/" + file + "-2025.geojson")) {
            for (var feature : new ObjectMapper().readTree(outlines).get("features")) {
                if (wanted.test(feature)) {
                    measure(feature.at("/geometry/coordinates"), from, distances);
                }
            }
        }
        return distances.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private static void measure(JsonNode coordinates, GeoPoint from, List<Integer> distances) {
        if (coordinates.get(0).isNumber()) {
            distances.add(new GeoPoint(
                            coordinates.get(1).asDouble(), coordinates.get(0).asDouble())
                    .distanceMetres(from));
        } else {
            coordinates.forEach(part -> measure(part, from, distances));
        }
    }
}
