package be.digicatalogue.dataset;

import be.digicatalogue.geo.Outline;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The outlines of the municipalities on 1 January 2025, simplified: Statbel's (statistical sectors, via Provincies in Cijfers,
 * Statbel open data licence). They are bundled, but no table: curators do not change borders.
 */
public final class MunicipalityOutlines {

    private static final String FILE = "/outlines/municipalities-2025.geojson";

    private static final Map<String, Outline> BY_NIS_CODE = read();

    private MunicipalityOutlines() {}

    /** The outline of the municipality with a NIS code; empty for one that was not there on that day. */
    public static Optional<Outline> of(String nisCode) {
        return Optional.ofNullable(BY_NIS_CODE.get(nisCode));
    }

    private static Map<String, Outline> read() {
        try (var file = MunicipalityOutlines.class.getResourceAsStream(FILE)) {
            var outlines = new HashMap<String, Outline>();
            for (JsonNode feature : new ObjectMapper().readTree(file).get("features")) {
                outlines.put(
                        feature.get("id").asText(),
                        new Outline(feature.get("geometry").toString()));
            }
            return outlines;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE, unreadable);
        }
    }
}
