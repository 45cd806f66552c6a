package be.digicatalogue.hours;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses the hours of many places, each text once. Places with the same hours share one object, so that its state at an
 * instant is evaluated once for all of them.
 */
public final class SharedHours {

    private record Definition(String osm, List<OpeningException> exceptions) {}

    private final Map<Definition, OpeningHours> known = new HashMap<>();

    /** Adds hours that have been parsed before. */
    public void add(String osm, List<OpeningException> exceptions, OpeningHours hours) {
        known.putIfAbsent(new Definition(osm, exceptions), hours);
    }

    /**
     * The hours of a place. Unknown when the text or an exception cannot be evaluated; publishing rejects those, but SQL
     * could have written them.
     */
    public OpeningHours of(String osm, List<OpeningException> exceptions) {
        return known.computeIfAbsent(new Definition(osm, exceptions), SharedHours::read);
    }

    private static OpeningHours read(Definition published) {
        try {
            return published.osm() == null
                    ? OpeningHours.unknown(published.exceptions())
                    : OpeningHours.parse(published.osm(), published.exceptions());
        } catch (UnreadableHours unreadable) {
            return OpeningHours.unreadable();
        }
    }
}
