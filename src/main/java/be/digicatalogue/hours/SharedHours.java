package be.digicatalogue.hours;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the hours of many places, each text once: places with the same hours share them, so that what holds at an instant
 * is worked out once for all of them.
 */
public final class SharedHours {

    private record Definition(String osm, List<OpeningException> exceptions) {}

    private final Map<Definition, OpeningHours> known = new HashMap<>();

    /** Adds what has been read before. */
    public void add(String osm, List<OpeningException> exceptions, OpeningHours hours) {
        known.putIfAbsent(new Definition(osm, exceptions), hours);
    }

    /**
     * The hours of a place; unknown when the text or an exception cannot be evaluated, which publishing refuses but
     * another way of writing to the database may let in.
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
