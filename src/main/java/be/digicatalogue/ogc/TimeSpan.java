package be.digicatalogue.ogc;

import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Lasting;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameter {@code datetime}: an instant or an interval, both ends included. An end that is {@code null} is open.
 *
 * <p>The standard has instants (RFC 3339). A day is accepted as well and means that day in Belgium.
 */
record TimeSpan(Instant from, Instant to) {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INSTANT = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");

    /** Parses the parameter; empty when it is invalid. */
    static Optional<TimeSpan> of(String text) {
        var ends = text.split("/", -1);
        try {
            if (ends.length == 1) {
                return Optional.of(new TimeSpan(begin(text), end(text)));
            }
            boolean fromOpen = isOpen(ends[0]);
            boolean toOpen = ends.length == 2 && isOpen(ends[1]);
            if (ends.length != 2 || fromOpen && toOpen) {
                return Optional.empty();
            }
            var span = new TimeSpan(fromOpen ? null : begin(ends[0]), toOpen ? null : end(ends[1]));
            return fromOpen || toOpen || !span.from.isAfter(span.to) ? Optional.of(span) : Optional.empty();
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Instant begin(String text) {
        return DAY.matcher(text).matches() ? start(LocalDate.parse(text)) : instant(text);
    }

    private static Instant end(String text) {
        return DAY.matcher(text).matches()
                ? start(LocalDate.parse(text).plusDays(1)).minusNanos(1)
                : instant(text);
    }

    /** An instant of RFC 3339. An unescaped plus sign arrives as a space. */
    static Instant instant(String text) {
        var sent = text.replace(' ', '+');
        if (!INSTANT.matcher(sent).matches()) {
            throw new DateTimeException(text);
        }
        return OffsetDateTime.parse(sent.toUpperCase(Locale.ROOT)).toInstant();
    }

    /** The start of a day in Belgium. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(Belgium.ZONE).toInstant();
    }

    /** True when a period overlaps this one; a missing period does, as the standard requires. */
    boolean meets(Lasting period) {
        return period == null
                || (to == null
                                || period.validFrom() == null
                                || !start(period.validFrom()).isAfter(to))
                        && (from == null
                                || period.validTo() == null
                                || start(period.validTo().plusDays(1)).isAfter(from));
    }
}
