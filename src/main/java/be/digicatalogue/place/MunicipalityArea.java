package be.digicatalogue.place;

import be.digicatalogue.geo.Outline;
import be.digicatalogue.geo.Outlined;
import be.digicatalogue.record.MapLayer;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A municipality with its area on 1 January 2025, simplified. The outlines are Statbel's (statistical sectors, via Provincies
 * in Cijfers, Statbel open data licence). They are no part of the dataset: curators do not change borders.
 */
public record MunicipalityArea(Municipality municipality, Outline outline) {

    private static final String FILE = "/outlines/municipalities-2025.geojson";

    /** By NIS code. */
    private static final Map<String, Outline> OUTLINES = read();

    /** The municipalities of which the area is known, in the same order. */
    static List<MunicipalityArea> of(List<Municipality> municipalities) {
        return municipalities.stream()
                .filter(municipality -> OUTLINES.containsKey(municipality.id()))
                .map(municipality -> new MunicipalityArea(municipality, OUTLINES.get(municipality.id())))
                .toList();
    }

    /** The outline of the municipality with a NIS code; empty for one that was not there on 1 January 2025. */
    public static Optional<Outline> outline(String nisCode) {
        return Optional.ofNullable(OUTLINES.get(nisCode));
    }

    /** The areas on a map. */
    static MapLayer<MunicipalityArea> layer(RecordType<Municipality, Municipalities> type) {
        return new MapLayer<>(
                RecordKind.MUNICIPALITIES,
                "municipality-outlines",
                "Municipalities as areas",
                "Municipalities of Flanders and Brussels with their outline of 1 January 2025, simplified.",
                true,
                records -> records.of(type).areas(),
                (records, id) -> records.of(type).areas().stream()
                        .filter(area -> area.municipality.id().equals(id))
                        .findFirst(),
                area -> (Outlined) area::outline,
                MunicipalityArea::municipality,
                List.of(),
                type.attributes().stream()
                        .map(attribute -> attribute.of(MunicipalityArea::municipality))
                        .toList(),
                // That of the centre, which the area is not.
                Set.of("precision"));
    }

    private static Map<String, Outline> read() {
        try (var file = MunicipalityArea.class.getResourceAsStream(FILE)) {
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
