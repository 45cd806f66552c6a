package be.digicatalogue.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The forms in which one address answers, the one that is given when nothing else is asked first.
 *
 * @param address its template
 * @param mediaTypes all that it answers, whichever of them are formats
 * @param names of the formats
 * @param all every format that some address has
 */
record AcceptableFormats(
        String address, List<String> mediaTypes, List<Format> formats, List<String> names, List<Format> all) {

    AcceptableFormats(String address, List<String> mediaTypes, List<Format> formats, List<Format> all) {
        this(address, mediaTypes, formats, formats.stream().map(Format::name).toList(), all);
    }

    /** The parameter that names a format; it goes before {@code Accept}. */
    static final String PARAMETER = "f";

    private static final Pattern RANGE = Pattern.compile("\\s*[\\w.+*!#$&^-]+/[\\w.+*!#$&^-]+\\s*(?:;|$)");
    private static final Pattern WEIGHT = Pattern.compile("q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)");

    /** Whether there is a choice. */
    boolean isChoice() {
        return formats.size() > 1;
    }

    Optional<Format> named(String name) {
        return formats.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** True for a format that other addresses have and this one has not. */
    boolean isElsewhere(String name) {
        return named(name).isEmpty()
                && all.stream().anyMatch(format -> format.name().equals(name));
    }

    /**
     * The format that a caller likes best (RFC 9110, 12.5.1); of equals the first one. Empty when none is acceptable.
     *
     * @param accept {@code null} when everything is
     */
    Optional<Format> accepted(String accept) {
        return best(accept, formats, Format::mediaType);
    }

    /** The same of anything that has a media type; the parameters of that do not matter. */
    static <T> Optional<T> best(String accept, List<T> offered, Function<T, String> mediaType) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.get(0));
        }
        var ranges = ranges(accept);
        T best = null;
        double most = 0;
        for (var one : offered) {
            double weight = weight(mediaType.apply(one).split(";")[0], ranges);
            if (weight > most) {
                best = one;
                most = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** What of a header can be read. The rest is no wish: JAX-RS, and who else reads the header, would fail on it. */
    static String readable(String accept) {
        return Stream.of(accept.split(","))
                .filter(range -> RANGE.matcher(range).lookingAt())
                .collect(Collectors.joining(","));
    }

    /** What is told who accepts none of it. */
    Problem notAcceptable() {
        var choice = isChoice() ? " The parameter f takes " + String.join(", ", names) + "." : "";
        return Problem.status(406, "Available: " + String.join(", ", mediaTypes) + "." + choice);
    }

    /** A media range with its weight, from 0 to 1. */
    private record Range(String type, double weight) {}

    /** One without a readable weight has the weight 1, and other parameters do not matter: no format comes in variants. */
    private static List<Range> ranges(String accept) {
        var ranges = new ArrayList<Range>();
        for (var range : accept.toLowerCase(Locale.ROOT).split(",")) {
            var parts = range.split(";", -1);
            double weight = 1;
            for (int i = 1; i < parts.length; i++) {
                var q = WEIGHT.matcher(parts[i].strip());
                if (q.matches()) {
                    weight = Math.min(1, Double.parseDouble(q.group(1)));
                }
            }
            ranges.add(new Range(parts[0].strip(), weight));
        }
        return ranges;
    }

    /** The range that says most precisely what is meant decides. */
    private static double weight(String type, List<Range> ranges) {
        var all = type.substring(0, type.indexOf('/') + 1) + "*";
        for (var name : List.of(type, all, "*/*")) {
            for (var range : ranges) {
                if (range.type().equals(name)) {
                    return range.weight();
                }
            }
        }
        return 0;
    }
}
