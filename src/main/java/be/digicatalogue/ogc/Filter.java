package be.digicatalogue.ogc;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A condition on records. Like the expressions in it, its value can be unknown: {@code null}, neither true nor false. A
 * record matches when the whole condition is true.
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

    /** False when one is false, even if others are unknown. */
    static <T> Filter<T> all(List<Filter<T>> filters) {
        return decided(filters, false);
    }

    /** True when one is true, even if others are unknown. */
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
