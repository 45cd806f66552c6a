package be.digicatalogue.question;

import java.util.List;
import java.util.function.Function;

/** One page of what a question found, and how much there is in all. */
public record Found<T>(List<T> items, int total, Page page) {

    /** The page out of everything that was found, in order. */
    public static <T> Found<T> page(List<T> all, Page page) {
        int from = (int) Math.min(page.offset(), all.size());
        int to = Math.min(from + page.size(), all.size());
        return new Found<>(all.subList(from, to), all.size(), page);
    }

    public <R> Found<R> map(Function<T, R> each) {
        return new Found<>(items.stream().map(each).toList(), total, page);
    }
}
