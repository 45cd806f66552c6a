package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The records of a kind as features on a map. Usually a feature is a record at its location. A record without a location of
 * its own can be several features, one for each of its areas.
 *
 * @param id identifies the layer among all of them; the code of the kind for its first layer
 * @param title the title in English
 * @param description a sentence in English
 * @param outlines true when features are areas; false when they are points
 * @param all the features in list order
 * @param named finds the feature with an id
 * @param place the {@link be.digicatalogue.geo.Located} or {@link be.digicatalogue.geo.Outlined} that gives a feature its
 * geometry; {@code null} when that is unknown
 * @param fact the record that a feature is or belongs to
 * @param own the attributes of the feature itself
 * @param attributes the attributes of the record
 * @param replaced the properties of the record that the own attributes replace
 */
public record MapLayer<F>(
        RecordKind kind,
        String id,
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

    /** The attributes that filters can use. */
    public List<Attribute<F>> queryables() {
        var others = attributes.stream()
                .filter(attribute -> !replaced.contains(attribute.name())
                        && own.stream().noneMatch(its -> its.name().equals(attribute.name())));
        return Stream.concat(own.stream(), others).toList();
    }
}
