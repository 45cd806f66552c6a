package be.digicatalogue.ogc;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition on records. Like the expressions that it is made of, it can be unknown: {@code null}, neither true nor false.
 * A record is kept where the whole is true.
 */
interface Filter<T> extends Function<T, Boolean>, Predicate<T> {

    @Override
    default boolean test(T record) {
        return Boolean.TRUE.equals(apply(record));
    }

    default Filter<T> not() {
        return record -> {
            var truth = apply(record);
            return truth == null ? null : !truth;
        };
    }

    /** False where one is false, even if others are unknown. */
    static <T> Filter<T> all(List<Filter<T>> filters) {
        return decided(filters, false);
    }

    /** True where one is true, even if others are unknown. */
    static <T> Filter<T> any(List<Filter<T>> filters) {
        return decided(filters, true);
    }

    private static <T> Filter<T> decided(List<Filter<T>> filters, boolean by) {
        if (filters.size() == 1) {
            return filters.get(0);
        }
        return record -> {
            Boolean truth = !by;
            for (var filter : filters) {
                var one = filter.apply(record);
                if (one == null) {
                    truth = null;
                } else if (one == by) {
                    return by;
                }
            }
            return truth;
        };
    }
}
