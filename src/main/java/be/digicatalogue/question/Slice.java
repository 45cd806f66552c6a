package be.digicatalogue.question;

import be.digicatalogue.fact.SortKey;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One page of a result.
 *
 * @param total the number of items of the whole result
 * @param hasPrevious whether there are items before this page, as the Relay specification defines it
 * @param hasNext whether there are items after this page
 * @param keys the key of each item in the order of the result
 */
public record Slice<T>(
        List<T> items, int total, PageRequest page, boolean hasPrevious, boolean hasNext, List<SortKey> keys) {

    /** A page by its number, of a list without cursors. */
    public Slice(List<T> items, int total, PageRequest page) {
        this(items, total, page, page.offset() > 0, page.offset() + items.size() < total, List.of());
    }

    /** The page of a complete, sorted result without cursors. */
    public static <T> Slice<T> page(List<T> all, PageRequest page) {
        return page(all, page, item -> {
            throw new IllegalStateException("the list has no cursors");
        });
    }

    /**
     * The page of a complete, sorted result.
     *
     * @param key the key by which it is sorted
     */
    public static <T> Slice<T> page(List<T> all, PageRequest page, Function<? super T, SortKey> key) {
        int after = page.after() == null ? 0 : firstAfter(page.after(), all, key);
        int to = page.before() == null ? all.size() : Math.max(after, firstFrom(page.before(), all, key));
        int from = (int) Math.min(after + page.offset(), to);
        int enough = Math.min(page.enough(), to - from);
        return of(
                page.isFromEnd() ? all.subList(to - enough, to) : all.subList(from, from + enough),
                all.size(),
                page,
                from > 0,
                to < all.size(),
                key);
    }

    /**
     * The page of a result of which only a part was looked for.
     *
     * @param found the items between the cursors of the request without those to skip, as many from the start or end as are
     * {@link PageRequest#enough}
     * @param isPreceded whether there are items before these, up to the cursor {@code after} or skipped
     * @param isFollowed whether there are items from the cursor {@code before} on
     */
    public static <T> Slice<T> of(
            List<T> found,
            int total,
            PageRequest page,
            boolean isPreceded,
            boolean isFollowed,
            Function<? super T, SortKey> key) {
        int start = 0;
        int end = found.size();
        boolean hasPrevious = isPreceded;
        boolean hasNext = isFollowed;
        if (page.first() != null) {
            end = Math.min(end, page.first());
            hasNext = end < found.size();
        }
        if (page.last() != null) {
            start = Math.max(0, end - page.last());
            hasPrevious = start > 0;
        }
        var items = found.subList(start, end);
        return new Slice<>(
                items, total, page, hasPrevious, hasNext, made(items.size(), index -> key.apply(items.get(index))));
    }

    /** The index of the first item after a place in a sorted list. */
    public static <T> int firstAfter(SortKey place, List<T> sorted, Function<? super T, SortKey> key) {
        return passed(place, 1, sorted, key);
    }

    /** The index of the first item at or after a place in a sorted list. */
    public static <T> int firstFrom(SortKey place, List<T> sorted, Function<? super T, SortKey> key) {
        return passed(place, 0, sorted, key);
    }

    /** The number of items whose comparison with the place is less than the given one. */
    private static <T> int passed(SortKey place, int most, List<T> sorted, Function<? super T, SortKey> key) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Integer.signum(key.apply(sorted.get(middle)).compareTo(place)) < most) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The cursor of an item. */
    public String cursor(int index) {
        return Cursor.written(page.order(), keys.get(index));
    }

    /** Maps each item, at the time of access. */
    public <R> Slice<R> map(Function<T, R> each) {
        return with(made(items.size(), index -> each.apply(items.get(index))));
    }

    /** The same page with these items. */
    public <R> Slice<R> with(List<R> others) {
        return new Slice<>(others, total, page, hasPrevious, hasNext, keys);
    }

    /** A list that computes its items at the time of access, so that a long list uses no memory. */
    public static <T> List<T> made(int size, IntFunction<T> item) {
        return new Made<>(size, item);
    }

    private static final class Made<T> extends AbstractList<T> implements RandomAccess {

        private final int size;
        private final IntFunction<T> item;

        Made(int size, IntFunction<T> item) {
            this.size = size;
            this.item = item;
        }

        @Override
        public T get(int index) {
            return item.apply(index);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
