package be.digicatalogue.ogc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A time of a filter in CQL2: a day, an instant, or all between two of them, both included. */
record Interval(End from, End to) {

    /** The time of a value of a filter: a {@link LocalDate}, an {@link Instant} or an interval; {@code null} when unknown. */
    static Interval of(Object value) {
        if (value instanceof Interval interval) {
            return interval;
        }
        var end = End.of(value);
        return end == null ? null : new Interval(end, end);
    }

    /**
     * One end of an interval: an instant, or a day in Belgium, which is as long as it is. A day and an instant within it are
     * neither equal nor one before the other.
     */
    record End(Instant begin, Instant finish) {

        /** Before everything: the start of an interval without one. */
        static final End FIRST = new End(Instant.MIN, Instant.MIN);

        /** After everything: the end of an interval without one. */
        static final End LAST = new End(Instant.MAX, Instant.MAX);

        static End of(Object value) {
            if (value instanceof LocalDate day) {
                return new End(
                        TimeSpan.start(day), TimeSpan.start(day.plusDays(1)).minusNanos(1));
            }
            return value instanceof Instant instant ? new End(instant, instant) : (End) value;
        }

        /** A day or an instant as text; empty when it is neither. */
        static Optional<End> parsed(String text) {
            try {
                return Optional.of(of(text.indexOf('T') < 0 ? LocalDate.parse(text) : TimeSpan.instant(text)));
            } catch (DateTimeException malformed) {
                return Optional.empty();
            }
        }

        boolean isBefore(End other) {
            return finish.isBefore(other.begin);
        }
    }
}
