package be.digicatalogue.http;

import java.util.List;
import java.util.Map;

/** The header {@code Link} of an answer (RFC 8288), in which there is little room. */
public final class LinkHeader {

    /** Proxies have 4 kB for all headers of an answer. */
    private static final int LONGEST = 2_000;

    private LinkHeader() {}

    /** As many of the links as there is room for, the first ones before others; no header when there is room for none. */
    public static Map<String, String> of(List<String> links) {
        var header = new StringBuilder();
        for (var link : links) {
            if (header.length() + 2 + link.length() <= LONGEST) {
                header.append(header.isEmpty() ? "" : ", ").append(link);
            }
        }
        return header.isEmpty() ? Map.of() : Map.of("Link", header.toString());
    }
}
