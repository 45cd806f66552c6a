package be.digicatalogue.fact;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives one instance for all that are equal, of immutable values that many facts have in common: a street, a set of
 * services, a reference to a municipality.
 */
public final class Interner {

    /** What has more different values than this is mostly different, such as a name; looking for equals costs more then. */
    private static final int MOST = 50_000;

    private final Map<Object, Object> known = new HashMap<>();

    /** The first value that was equal to this one. */
    @SuppressWarnings("unchecked") // what is equal here has the type of its first
    public <T> T one(T value) {
        if (value == null) {
            return null;
        }
        var first = known.size() < MOST ? known.putIfAbsent(value, value) : known.get(value);
        return first == null ? value : (T) first;
    }
}
