package be.digicatalogue.place;

import be.digicatalogue.geo.Borders;
import be.digicatalogue.geo.Outline;
import be.digicatalogue.geo.Outlined;
import be.digicatalogue.record.MapLayer;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import java.util.List;
import java.util.Set;

/** A municipality with its area. */
record MunicipalityArea(Municipality municipality, Outline outline) {

    /** The municipalities of which the area is known, in the same order. */
    static List<MunicipalityArea> of(List<Municipality> municipalities) {
        return municipalities.stream()
                .flatMap(
                        municipality -> Borders.municipality(municipality.id())
                                .map(outline -> new MunicipalityArea(municipality, outline))
                                .stream())
                .toList();
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
}
