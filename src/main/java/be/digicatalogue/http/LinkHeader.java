package be.digicatalogue.http;

import java.util.List;
import java.util.Map;

/** The {@code Link} header of an answer (RFC 8288), whose length is limited. */
public final class LinkHeader {

    /** Proxies allow 4 kB for all headers of an answer. */
    private static final int LONGEST = 2_000;

    private LinkHeader() {}

    /** As many of the links as fit, in order; no header when none fits. */
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
