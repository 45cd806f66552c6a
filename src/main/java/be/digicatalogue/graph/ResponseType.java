package be.digicatalogue.graph;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The media types of GraphQL answers, the preferred one first. */
enum ResponseType {
    /** The status tells what became of the request. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /**
     * For clients from before the specification: what comes with another status than 200 they take for the word of some
     * proxy, so every request of the right form is answered with 200.
     */
    JSON("application/json");

    private static final int NO = 0;
    private static final int ANYTHING = 1;
    private static final int ANY_APPLICATION = 2;
    private static final int NAMED = 3;

    private final String mediaType;
    private final String contentType;

    ResponseType(String mediaType) {
        this.mediaType = mediaType;
        this.contentType = mediaType + "; charset=utf-8";
    }

    String contentType() {
        return contentType;
    }

    /** The status of a request that has the right form, but cannot be executed. */
    int requestError() {
        return this == JSON ? 200 : 400;
    }

    /**
     * The type that the {@code Accept} headers of a request prefer (RFC 9110, 12.5.1). Of two that are equally welcome it
     * is the one that is named rather than meant by a wildcard, and then the first.
     *
     * @return empty when they allow neither
     */
    static Optional<ResponseType> accepted(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.of(GRAPHQL_RESPONSE);
        }
        Optional<ResponseType> best = Optional.empty();
        double most = 0;
        int how = NO;
        for (var type : values()) {
            int specific = NO;
            double weight = 0;
            for (var header : headers) {
                for (var range : header.split(",")) {
                    int matches = type.matches(range);
                    if (matches > specific) {
                        specific = matches;
                        weight = weight(range);
                    }
                }
            }
            if (weight > most || weight == most && weight > 0 && specific > how) {
                best = Optional.of(type);
                most = weight;
                how = specific;
            }
        }
        return best;
    }

    /** How exactly a media range means this type. */
    private int matches(String range) {
        if (!isUtf8(parameter(range, "charset"))) {
            return NO;
        }
        var name = name(range);
        if (name.equals(mediaType)) {
            return NAMED;
        }
        return name.equals("application/*") ? ANY_APPLICATION : name.equals("*/*") ? ANYTHING : NO;
    }

    private static double weight(String range) {
        var weight = parameter(range, "q");
        try {
            return weight == null ? 1 : Double.parseDouble(weight);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    /** The media type of a header, without its parameters. */
    static String name(String header) {
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a charset is the one that JSON has; none named means that one. */
    static boolean isUtf8(String charset) {
        return charset == null || charset.equalsIgnoreCase("utf-8") || charset.equalsIgnoreCase("utf8");
    }

    /** A parameter of a media type or range; {@code null} when it has none of that name. */
    static String parameter(String header, String name) {
        int from = header.indexOf(';');
        while (from >= 0) {
            int to = header.indexOf(';', from + 1);
            var parameter = header.substring(from + 1, to < 0 ? header.length() : to);
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return parameter.substring(equals + 1).strip().replace("\"", "");
            }
            from = to;
        }
        return null;
    }
}
