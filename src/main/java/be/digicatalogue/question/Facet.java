package be.digicatalogue.question;

import be.digicatalogue.fact.Labelled;
import be.digicatalogue.fact.Text;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The number of records for each value of one property. Each count applies all filters except those on that property.
 */
@Description(
        "The number of records for each value of one property. Each count applies all filters except those on that property.")
public record Facet(
        @NonNull @Description("The parameter that filters on this property.")
        String name,

        @NonNull @Description("The values that occur, most frequent first.")
        List<@NonNull Count> values) {

    private static final Comparator<Count> MOST_FREQUENT_FIRST =
            Comparator.comparing(Count::count).reversed().thenComparing(Count::value);

    /** One value, and the number of records that have it. */
    @Description("One value, and the number of records that have it.")
    public record Count(
            @NonNull @Description("The value, as the parameter takes it.")
            String value,

            @Ignore Text label,

            @Description("The number of records that have it.")
            int count) {}

    public static Facet of(String name, Stream<Count> counts) {
        return new Facet(
                name,
                counts.filter(count -> count.count() > 0)
                        .sorted(MOST_FREQUENT_FIRST)
                        .toList());
    }

    /** Counts each value of a stream; suited to short lists. */
    public static <V> Facet of(String name, Stream<V> values, Function<V, String> value, Function<V, Text> label) {
        return of(
                name,
                values.collect(Collectors.groupingBy(each -> each, Collectors.counting())).entrySet().stream()
                        .map(each -> new Count(
                                value.apply(each.getKey()),
                                label.apply(each.getKey()),
                                each.getValue().intValue())));
    }

    /** Counts codes that have names of their own. */
    public static Facet ofCodes(String name, Stream<? extends Labelled> values) {
        return of(name, values.map(value -> (Labelled) value), Labelled::code, Labelled::label);
    }

    /** The facets by name, as REST shows them; {@code null} when none were requested. */
    public static Map<String, List<Count>> byName(List<Facet> facets) {
        if (facets.isEmpty()) {
            return null;
        }
        var byName = new LinkedHashMap<String, List<Count>>();
        facets.forEach(facet -> byName.put(facet.name(), facet.values()));
        return byName;
    }
}
