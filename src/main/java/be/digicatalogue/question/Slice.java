package be.digicatalogue.question;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntFunction;

/** One page of a result, with the total number of items. */
public record Slice<T>(List<T> items, int total, PageRequest page) {

    /** The page of a complete, sorted result. */
    public static <T> Slice<T> page(List<T> all, PageRequest page) {
        int from = (int) Math.min(page.offset(), all.size());
        int to = Math.min(from + page.size(), all.size());
        return new Slice<>(all.subList(from, to), all.size(), page);
    }

    /** Maps each item, at the time of access. */
    public <R> Slice<R> map(Function<T, R> each) {
        return new Slice<>(made(items.size(), index -> each.apply(items.get(index))), total, page);
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
