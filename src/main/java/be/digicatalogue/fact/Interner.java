package be.digicatalogue.fact;

import java.util.HashMap;
import java.util.Map;

/**
 * Returns one shared instance for equal immutable values that many facts have in common: a street, a set of services, a
 * reference to a municipality.
 */
public final class Interner {

    /**
     * Above this number, the values are mostly distinct (names, for instance), and looking for equal ones costs more
     * than it saves.
     */
    private static final int MOST = 50_000;

    private final Map<Object, Object> known = new HashMap<>();

    /** The first value that was equal to this one. */
    @SuppressWarnings("unchecked") // an equal value has the same type
    public <T> T one(T value) {
        if (value == null) {
            return null;
        }
        var first = known.size() < MOST ? known.putIfAbsent(value, value) : known.get(value);
        return first == null ? value : (T) first;
    }
}
