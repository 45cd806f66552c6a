package be.digicatalogue.geo;

import be.digicatalogue.fact.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The borders of municipalities and of former municipalities, which people call localities, on 1 January 2025, simplified.
 * They are Statbel's (statistical sectors, via Provincies in Cijfers, Statbel open data licence). They are no part of the
 * dataset: curators do not change borders.
 */
public final class Borders {

    /** By NIS code. */
    private static final Map<String, Outline> MUNICIPALITIES =
            read("/outlines/municipalities-2025.geojson", feature -> feature.get("id")
                    .asText());

    private static final Map<String, Outline> LOCALITIES = read("/outlines/localities-2025.geojson", feature -> {
        var properties = feature.get("properties");
        return locality(properties.get("nis").asText(), properties.get("name").asText());
    });

    /** Measured when it is needed first, which no present municipality does. */
    private static final class Largest {

        /** The distance in metres from the centre of the largest municipality to its border. */
        static final int METRES = MUNICIPALITIES.values().stream()
                .mapToInt(outline -> outline.farthestMetres(outline.inside()))
                .max()
                .orElseThrow();
    }

    private Borders() {}

    /** The area of a municipality with a NIS code, when it is known. */
    public static Optional<Outline> municipality(String nisCode) {
        return Optional.ofNullable(MUNICIPALITIES.get(nisCode));
    }

    /**
     * The radius in metres of the circle around a point that contains localities of a municipality, or the whole municipality
     * when the border of one of them is not known. A municipality that was created later is taken to be as large as the largest
     * one.
     *
     * @param localities their names; empty for the whole municipality
     */
    public static int radius(GeoPoint centre, String nisCode, Collection<String> localities) {
        var names = localities.stream().map(name -> locality(nisCode, name)).toList();
        return !names.isEmpty() && LOCALITIES.keySet().containsAll(names)
                ? names.stream()
                        .mapToInt(name -> LOCALITIES.get(name).farthestMetres(centre))
                        .max()
                        .orElseThrow()
                : municipality(nisCode)
                        .map(outline -> outline.farthestMetres(centre))
                        .orElseGet(() -> Largest.METRES);
    }

    private static String locality(String nisCode, String name) {
        return nisCode + " " + Words.folded(name);
    }

    private static Map<String, Outline> read(String name, Function<JsonNode, String> key) {
        try (var file = Borders.class.getResourceAsStream(name)) {
            var outlines = new HashMap<String, Outline>();
            for (JsonNode feature : new ObjectMapper().readTree(file).get("features")) {
                outlines.put(
                        key.apply(feature), new Outline(feature.get("geometry").toString()));
            }
            return outlines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }
}
