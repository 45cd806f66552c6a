package be.digicatalogue.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The media types that a client accepts (RFC 9110, 12.5.1). The most specific matching range determines the weight of a media
 * type; without the header every type is accepted. Malformed ranges and parameters other than the weight are ignored.
 */
public final class Accept {

    private static final String ANY = "*/*";

    private final List<MediaRange> ranges;

    private Accept(List<MediaRange> ranges) {
        this.ranges = ranges;
    }

    /** @param headers the headers as they were sent; an empty list accepts everything */
    public static Accept of(List<String> headers) {
        var ranges = new ArrayList<MediaRange>();
        for (var header : headers) {
            for (var range : header.split(",")) {
                var read = MediaRange.of(range);
                if (read.isReadable()) {
                    ranges.add(read);
                }
            }
        }
        return new Accept(ranges);
    }

    /** The ranges without another charset than UTF-8; empty when the header has only others. */
    public Optional<Accept> inUtf8() {
        var utf8 = ranges.stream().filter(MediaRange::isUtf8).toList();
        return ranges.isEmpty() || !utf8.isEmpty() ? Optional.of(new Accept(utf8)) : Optional.empty();
    }

    /**
     * The weight of a media type.
     *
     * @param weight from 0, for a type that is not accepted, to 1
     * @param named true when the type itself is named, not only a range
     */
    public record Preference(double weight, boolean named) implements Comparable<Preference> {

        private static final Comparator<Preference> ORDER =
                Comparator.comparingDouble(Preference::weight).thenComparing(Preference::named);

        @Override
        public int compareTo(Preference other) {
            return ORDER.compare(this, other);
        }
    }

    public Preference preference(String mediaType) {
        if (ranges.isEmpty()) {
            return new Preference(1, false);
        }
        var type = mediaType.split(";")[0];
        for (var name : List.of(type, type.substring(0, type.indexOf('/') + 1) + "*", ANY)) {
            for (var range : ranges) {
                if (range.type().equals(name)) {
                    return new Preference(range.weight(), name.equals(type));
                }
            }
        }
        return new Preference(0, false);
    }

    /** The highest weight at which one of these types is named; 0 when none is. */
    public double named(List<String> mediaTypes) {
        return ranges.stream()
                .filter(range -> mediaTypes.contains(range.type()))
                .mapToDouble(MediaRange::weight)
                .max()
                .orElse(0);
    }

    /** True when a type is accepted at any weight. */
    public boolean allows(String mediaType) {
        return preference(mediaType).weight() > 0;
    }

    /** The option with the highest weight, among equals the first; empty when none is accepted. */
    public <T> Optional<T> best(List<T> offered, Function<T, String> mediaType) {
        T best = null;
        double most = 0;
        for (var one : offered) {
            double weight = preference(mediaType.apply(one)).weight();
            if (weight > most) {
                best = one;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The well-formed ranges of a header: JAX-RS, which reads it as well, would fail on the others. */
    static String readable(String header) {
        return Stream.of(header.split(","))
                .filter(range -> MediaRange.of(range).isReadable())
                .collect(Collectors.joining(","));
    }
}
