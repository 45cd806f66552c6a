package be.digicatalogue.question;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.function.IntFunction;

/** One page of what a question found, and how much there is in all. */
public record Slice<T>(List<T> items, int total, PageRequest page) {

    /** The page out of everything that was found, in order. */
    public static <T> Slice<T> page(List<T> all, PageRequest page) {
        int from = (int) Math.min(page.offset(), all.size());
        int to = Math.min(from + page.size(), all.size());
        return new Slice<>(all.subList(from, to), all.size(), page);
    }

    /** The same with something made of each item, which is made when it is looked at. */
    public <R> Slice<R> map(Function<T, R> each) {
        return new Slice<>(made(items.size(), index -> each.apply(items.get(index))), total, page);
    }

    /** A list whose items are made when they are looked at, so that a long one takes no room. */
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
