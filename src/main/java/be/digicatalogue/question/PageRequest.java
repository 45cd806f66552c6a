package be.digicatalogue.question;

import be.digicatalogue.fact.SortKey;

/**
 * The requested part of a list: by its number, or as in the Relay Cursor Connections specification. A page has
 * {@value #DEFAULT_SIZE} items by default, 1 to {@value #LARGEST}.
 *
 * @param offset the number of items to skip; 0 in a connection
 * @param first the number of items from the start; {@code null} when only {@code last} is requested
 * @param last the number of items from the end; {@code null} for any
 * @param order the list and its order, which cursors belong to; {@code null} for a list without cursors
 * @param after only items after this one; {@code null} for all
 * @param before only items before this one; {@code null} for all
 */
public record PageRequest(long offset, Integer first, Integer last, String order, SortKey after, SortKey before) {

    public static final int DEFAULT_SIZE = 20;
    public static final int LARGEST = 100;

    private static final long LONGEST_LIST = Integer.MAX_VALUE - 8L;

    /** The whole list. */
    public static final PageRequest WHOLE = new PageRequest(0, Integer.MAX_VALUE);

    public PageRequest(long offset, int size) {
        this(offset, size, null, null, null, null);
    }

    public boolean isWhole() {
        return equals(WHOLE);
    }

    /** True when the page starts with the first item of the list. */
    public boolean isFirst() {
        return offset == 0 && last == null && after == null && before == null;
    }

    /** True when items are counted from the end. */
    public boolean isFromEnd() {
        return first == null;
    }

    /** The largest number of items on the page. */
    public int size() {
        return first == null ? last : last == null ? first : Math.min(first, last);
    }

    /** The number of items that fill this page, and one more, which shows whether the list goes on. */
    public int enough() {
        return (int) Math.min(LONGEST_LIST, (isFromEnd() ? last : first) + 1L);
    }

    /** The same with the items to skip. */
    public int reach() {
        return (int) Math.min(LONGEST_LIST, offset + enough());
    }
}
