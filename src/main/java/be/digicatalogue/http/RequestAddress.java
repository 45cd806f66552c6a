package be.digicatalogue.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * The absolute address of a request, from which the links of its answer are made.
 *
 * @param base scheme and host
 * @param path without a slash at the end
 * @param parameters of the query, each with its values
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

    /** The same address with another value of one parameter; {@code null} leaves the parameter out. */
    public String with(String parameter, String value) {
        return with(Collections.singletonMap(parameter, value));
    }

    /** The same for several parameters. */
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

    /** The addresses of the pages of a list, by their number. */
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
