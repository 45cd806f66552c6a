package be.digicatalogue.ogc;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.digibank.Digibank;
import be.digicatalogue.place.Municipality;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A digibank in one of the municipalities that it names. A digibank has no place of its own; on a map it is in each of
 * them, at the centre.
 *
 * @param municipality {@code null} for a digibank that names none
 */
record DigibankArea(Digibank digibank, Municipality municipality) {

    private static final String SEPARATOR = ".";

    /** That of the digibank and the NIS code. */
    String id() {
        return municipality == null ? digibank.id() : digibank.id() + SEPARATOR + municipality.id();
    }

    static List<DigibankArea> all(Catalogue catalogue) {
        return catalogue.digibanks().all().stream()
                .flatMap(digibank -> of(digibank, catalogue))
                .toList();
    }

    static Optional<DigibankArea> named(String id, Catalogue catalogue) {
        int end = id.lastIndexOf(SEPARATOR);
        return catalogue.digibanks().named(end < 0 ? id : id.substring(0, end)).stream()
                .flatMap(digibank -> of(digibank, catalogue))
                .filter(area -> area.id().equals(id))
                .findFirst();
    }

    private static Stream<DigibankArea> of(Digibank digibank, Catalogue catalogue) {
        return digibank.municipalities().isEmpty()
                ? Stream.of(new DigibankArea(digibank, null))
                : catalogue.municipalities().named(digibank.municipalities()).stream()
                        .map(municipality -> new DigibankArea(digibank, municipality));
    }
}
