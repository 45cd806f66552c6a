package be.digicatalogue.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client accepts (RFC 9110, 12.5.1). The range that names a media type most precisely decides how much it is wanted;
 * without the header everything is. Ranges that cannot be read are left out. Other parameters than the weight do not matter.
 */
public final class Accept {

    private static final String ANY = "*/*";

    private final List<MediaRange> ranges;

    private Accept(List<MediaRange> ranges) {
        this.ranges = ranges;
    }

    /** @param headers each as it was sent; none accepts everything */
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

    /** The ranges in the encoding of JSON; empty when the header has others only. */
    public Optional<Accept> inUtf8() {
        var utf8 = ranges.stream().filter(MediaRange::isUtf8).toList();
        return ranges.isEmpty() || !utf8.isEmpty() ? Optional.of(new Accept(utf8)) : Optional.empty();
    }

    /**
     * How much a media type is wanted.
     *
     * @param weight from 0, for one that is not accepted, to 1
     * @param named whether it is named itself, not only by a range
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

    /** The highest weight at which one of these is named; 0 when none is. */
    public double named(List<String> mediaTypes) {
        return ranges.stream()
                .filter(range -> mediaTypes.contains(range.type()))
                .mapToDouble(MediaRange::weight)
                .max()
                .orElse(0);
    }

    /** Whether it is accepted in any way. */
    public boolean allows(String mediaType) {
        return preference(mediaType).weight() > 0;
    }

    /** The most wanted of things that have a media type, of equals the first; empty when none is accepted. */
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

    /** What of a header can be read: JAX-RS, which reads it as well, would fail on the rest. */
    static String readable(String header) {
        return Stream.of(header.split(","))
                .filter(range -> MediaRange.of(range).isReadable())
                .collect(Collectors.joining(","));
    }
}
