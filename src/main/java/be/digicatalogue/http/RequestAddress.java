package be.digicatalogue.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * The absolute URL of a request, from which the links of its answer are made.
 *
 * @param base scheme and host
 * @param path the path without a trailing slash
 * @param parameters the values of each query parameter
 */
public record RequestAddress(String base, String path, Map<String, List<String>> parameters) {

    private static final String PAGE = "page";

    public RequestAddress {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        path = path.substring(0, end);
    }

    public String self() {
        return base + path + (parameters.isEmpty() ? "" : "?" + QueryString.format(parameters));
    }

    /** The URL with another value of one parameter; {@code null} removes the parameter. */
    public String with(String parameter, String value) {
        return with(Collections.singletonMap(parameter, value));
    }

    /** The URL with other values of several parameters. */
    public String with(Map<String, String> changed) {
        var query = new LinkedHashMap<>(parameters);
        changed.forEach((parameter, value) -> {
            if (value == null) {
                query.remove(parameter);
            } else {
                query.put(parameter, List.of(value));
            }
        });
        return new RequestAddress(base, path, query).self();
    }

    /** The URLs of the pages of a list, by page number. */
    LongFunction<String> pages(int defaultSize) {
        var query = new LinkedHashMap<>(parameters);
        query.put(PAGE, List.of(""));
        query.putIfAbsent("pageSize", List.of(String.valueOf(defaultSize)));
        var address = new RequestAddress(base, path, query).self();
        // Neither of these occurs unescaped within a name or a value.
        int number = Math.max(address.indexOf("?page="), address.indexOf("&page=")) + "?page=".length();
        return page -> address.substring(0, number) + page + address.substring(number);
    }
}
