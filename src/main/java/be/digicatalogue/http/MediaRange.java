package be.digicatalogue.http;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A media type or a range of media types in the {@code Accept} and {@code Content-Type} headers (RFC 9110, 8.3.1 and 12.5.1).
 *
 * @param type in lower case; {@code *} matches any, as in {@code text/*}
 * @param parameters the unquoted values by case-insensitive name
 */
public record MediaRange(String type, Map<String, String> parameters) {

    private static final Pattern READABLE = Pattern.compile("[\\w.+*!#$&^-]+/[\\w.+*!#$&^-]+");
    private static final Pattern WEIGHT = Pattern.compile("[01](?:\\.[0-9]{0,3})?");

    public static MediaRange of(String text) {
        int end = text.indexOf(';');
        var parameters =
                end < 0 ? Map.<String, String>of() : new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (int from = end; from >= 0; ) {
            int to = text.indexOf(';', from + 1);
            int equals = text.indexOf('=', from);
            if (equals > 0 && (to < 0 || equals < to)) {
                parameters.putIfAbsent(
                        text.substring(from + 1, equals).strip(),
                        text.substring(equals + 1, to < 0 ? text.length() : to)
                                .strip()
                                .replace("\"", ""));
            }
            from = to;
        }
        return new MediaRange((end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT), parameters);
    }

    boolean isReadable() {
        return READABLE.matcher(type).matches();
    }

    /** The weight, from 0 (not acceptable) to 1, which is the default. */
    double weight() {
        var weight = parameters.get("q");
        return weight != null && WEIGHT.matcher(weight).matches() ? Math.min(1, Double.parseDouble(weight)) : 1;
    }

    /** True when its charset is UTF-8, which is also the default. */
    public boolean isUtf8() {
        var charset = parameters.get("charset");
        return charset == null || charset.equalsIgnoreCase("utf-8") || charset.equalsIgnoreCase("utf8");
    }
}
