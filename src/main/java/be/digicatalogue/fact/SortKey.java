package be.digicatalogue.fact;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of an item in an ordered list: the values that it is sorted by, the most important first. The last one is an id,
 * so that no two items of a list have the same key, and the key of an item stays the same when others come and go.
 *
 * @param parts texts ({@link String}, by UTF-16 code unit) and numbers ({@link Long})
 */
public record SortKey(List<Object> parts) implements Comparable<SortKey> {

    /** A longer text is sorted by this many of its first characters, which bounds the size of a key. */
    private static final int LONGEST_TEXT = 100;

    /** A key of texts and whole numbers. */
    public static SortKey of(Object... values) {
        var parts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            parts[i] = values[i] instanceof String text ? beginning(text) : (Object) ((Number) values[i]).longValue();
        }
        return new SortKey(List.of(parts));
    }

    /** This key, and among items for which it is equal, another one. */
    public SortKey then(SortKey next) {
        var all = new ArrayList<>(parts);
        all.addAll(next.parts);
        return new SortKey(List.copyOf(all));
    }

    /** The key without its first parts. */
    public SortKey from(int part) {
        return new SortKey(parts.subList(Math.min(part, parts.size()), parts.size()));
    }

    /** The number at a position; 0 when the key has no number there. */
    public long number(int part) {
        return part < parts.size() && parts.get(part) instanceof Long number ? number : 0;
    }

    /** The text at a position; empty when the key has no text there. */
    public String text(int part) {
        return part < parts.size() && parts.get(part) instanceof String text ? text : "";
    }

    @Override
    public int compareTo(SortKey other) {
        int common = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < common; i++) {
            int order = compare(parts.get(i), other.parts.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    /** Keys of one list have the same types. Numbers come before texts all the same, because a client can send any key. */
    private static int compare(Object one, Object other) {
        if (one instanceof Long number && other instanceof Long second) {
            return number.compareTo(second);
        }
        if (one instanceof String text && other instanceof String second) {
            return text.compareTo(second);
        }
        return one instanceof Long ? -1 : 1;
    }

    private static String beginning(String text) {
        return text.length() <= LONGEST_TEXT || text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
    }
}
