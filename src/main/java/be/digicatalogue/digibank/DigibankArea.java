package be.digicatalogue.digibank;

import static be.digicatalogue.record.Attribute.nameOf;
import static be.digicatalogue.record.Attribute.reference;
import static be.digicatalogue.record.Attribute.text;

import be.digicatalogue.fact.Reference;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.record.Attribute;
import be.digicatalogue.record.MapLayer;
import be.digicatalogue.record.RecordLookup;
import be.digicatalogue.record.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A digibank in one of the municipalities that it names. A digibank has no location of its own; on a map it is at the centre
 * of each of them.
 *
 * @param municipality {@code null} for a digibank that names none
 */
record DigibankArea(Digibank digibank, Municipality municipality) {

    private static final String SEPARATOR = ".";

    /** The digibanks on a map. */
    static MapLayer<DigibankArea> layer(RecordType<Digibank, Digibanks> type) {
        return new MapLayer<>(
                type.kind(),
                type.kind().code(),
                "Digibanks by municipality",
                "Digibanks and other networks for digital inclusion, once for each municipality that they name, at its centre.",
                false,
                DigibankArea::all,
                DigibankArea::named,
                DigibankArea::municipality,
                DigibankArea::digibank,
                List.of(
                        text("id", "Id of the digibank and the municipality", DigibankArea::id),
                        text("digibank", "Digibank, by id", area -> area.digibank.id()),
                        reference("municipality", "Municipality, by NIS code", DigibankArea::within),
                        nameOf("municipalityName", "Name of the municipality", DigibankArea::within),
                        Attribute.<Municipality>precision().of(DigibankArea::municipality)),
                type.attributes().stream()
                        .map(attribute -> attribute.of(DigibankArea::digibank))
                        .toList(),
                Set.of("municipalities"));
    }

    /** The id of the digibank and the NIS code. */
    String id() {
        return municipality == null ? digibank.id() : digibank.id() + SEPARATOR + municipality.id();
    }

    private Reference within() {
        return municipality == null ? null : municipality.reference();
    }

    private static List<DigibankArea> all(RecordLookup records) {
        return records.of(DigibankType.TYPE).all().stream()
                .flatMap(digibank -> of(digibank, records))
                .toList();
    }

    private static Optional<DigibankArea> named(RecordLookup records, String id) {
        int end = id.lastIndexOf(SEPARATOR);
        return records.of(DigibankType.TYPE).named(end < 0 ? id : id.substring(0, end)).stream()
                .flatMap(digibank -> of(digibank, records))
                .filter(area -> area.id().equals(id))
                .findFirst();
    }

    private static Stream<DigibankArea> of(Digibank digibank, RecordLookup records) {
        return digibank.municipalities().isEmpty()
                ? Stream.of(new DigibankArea(digibank, null))
                : records.of(MunicipalityType.TYPE).named(digibank.municipalities()).stream()
                        .map(municipality -> new DigibankArea(digibank, municipality));
    }
}
