package be.digicatalogue.http;

import be.digicatalogue.fact.Message;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Strict parsing and writing of query strings. */
public final class QueryString {

    /** An example of an accented text in a URL. */
    static final String EXAMPLE = "Li%C3%A8ge";

    private QueryString() {}

    /**
     * The values of each parameter, in the order sent.
     *
     * @throws BadQuestion when an escape or its UTF-8 is malformed
     */
    public static Map<String, List<String>> parse(String query) {
        var parameters = new LinkedHashMap<String, List<String>>();
        if (query == null || query.isEmpty()) {
            return parameters;
        }
        for (var pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            var name = decoded(equals < 0 ? pair : pair.substring(0, equals), pair);
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1), pair);
            parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    public static String format(Map<String, List<String>> parameters) {
        var query = new StringBuilder();
        parameters.forEach((name, values) -> {
            for (var value : values) {
                query.append(query.isEmpty() ? "" : "&")
                        .append(encoded(name))
                        .append('=')
                        .append(encoded(value));
            }
        });
        return query.toString();
    }

    private static String decoded(String text, String pair) {
        try {
            var decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
            // Invalid UTF-8 decodes to the replacement character, which nobody sends on purpose.
            if (decoded.indexOf('\uFFFD') < 0) {
                return decoded;
            }
        } catch (IllegalArgumentException malformed) {
            // rejected below
        }
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        throw new BadQuestion(
                List.of(Issue.unexpected("query", name, value, Message.of("expected.percentEncoding", EXAMPLE))));
    }

    /** Commas stay readable; they need no escape in a query (RFC 3986). */
    private static String encoded(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
            }
        }
        return text;
    }

    private static boolean isPlain(char character) {
        return character >= '0' && character <= '9'
                || character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character == '.'
                || character == ','
                || character == '-'
                || character == '_';
    }
}
