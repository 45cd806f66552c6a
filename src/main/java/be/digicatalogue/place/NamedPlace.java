package be.digicatalogue.place;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a name means within one municipality.
 *
 * @param municipality the municipality of today
 * @param places the localities with the name; empty when it is that of the municipality alone
 * @param whole true when the name is that of a municipality, of today or from before a merger
 */
record NamedPlace(Municipality municipality, List<Place> places, boolean whole) {

    /** Both meanings of a name in one municipality. */
    NamedPlace and(NamedPlace other) {
        return new NamedPlace(
                municipality,
                Stream.concat(places.stream(), other.places.stream()).distinct().toList(),
                whole || other.whole);
    }

    /** True when this name can stand beside the name of a place to say which one is meant. */
    boolean covers(NamedPlace other) {
        return municipality.equals(other.municipality) && (whole || places.equals(other.places));
    }
}
