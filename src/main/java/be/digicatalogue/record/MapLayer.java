package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The records of a kind as features on a map. Usually a feature is a record where it stands; a record that has no place of
 * its own can be there several times, once for each of its areas.
 *
 * @param title in English
 * @param description in English, a sentence
 * @param outlines whether features are areas; else they are points
 * @param all in the order in which they are given
 * @param named the feature with an id
 * @param place what stands where a feature is, a {@link be.digicatalogue.geo.Located} or
 *     {@link be.digicatalogue.geo.Outlined}; {@code null} where nobody knows
 * @param fact the record that a feature is, or is about
 * @param own the attributes that a feature has instead of those of the record, or beside them
 * @param attributes of the record
 * @param replaced the properties of the record that the own attributes take the place of
 */
public record MapLayer<F>(
        RecordKind kind,
        String title,
        String description,
        boolean outlines,
        Function<RecordLookup, List<F>> all,
        BiFunction<RecordLookup, String, Optional<F>> named,
        Function<F, ?> place,
        Function<F, ? extends Fact> fact,
        List<Attribute<F>> own,
        List<Attribute<F>> attributes,
        Set<String> replaced) {

    /** What can be asked of a feature. */
    public List<Attribute<F>> queryables() {
        var others = attributes.stream()
                .filter(attribute -> !replaced.contains(attribute.name())
                        && own.stream().noneMatch(its -> its.name().equals(attribute.name())));
        return Stream.concat(own.stream(), others).toList();
    }
}
