package be.digicatalogue.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The days to which a rule applies: those that match all of its selectors.
 *
 * @param holidays holidays beside the weekdays ({@code Mo-Fr,PH}): a day must match either
 * @param holidaysOnly holidays in front of the weekdays ({@code PH Mo-Fr}): a day must match both
 */
record Days(
        List<Years> years,
        List<Weeks> weeks,
        List<Dates> dates,
        List<Weekdays> weekdays,
        List<Holidays> holidays,
        List<Holidays> holidaysOnly) {

    static final Days ALL = new Days(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    boolean have(Today today) {
        var date = today.date();
        return (years.isEmpty() || years.stream().anyMatch(range -> range.has(date)))
                && (weeks.isEmpty() || weeks.stream().anyMatch(range -> range.has(date)))
                && (dates.isEmpty() || dates.stream().anyMatch(range -> range.has(date)))
                && (holidaysOnly.isEmpty() || holidaysOnly.stream().anyMatch(kind -> kind.have(today)))
                && (weekdays.isEmpty() && holidays.isEmpty()
                        || weekdays.stream().anyMatch(range -> range.have(date))
                        || holidays.stream().anyMatch(kind -> kind.have(today)));
    }

    /** True when one of the days can be this weekday, in any part of the year. */
    boolean mayFallOn(DayOfWeek weekday) {
        return weekdays.isEmpty()
                || !holidays.isEmpty()
                || weekdays.stream().anyMatch(range -> range.mayFallOn(weekday));
    }

    /** True when every week is the same, apart from holidays. */
    boolean weekly() {
        return wholeYear() && weekdays.stream().allMatch(range -> range.nths().isEmpty());
    }

    boolean wholeYear() {
        return years.isEmpty() && weeks.isEmpty() && dates.isEmpty();
    }

    /** True when they are in certain years only. */
    boolean nameYears() {
        return !years.isEmpty() || dates.stream().anyMatch(range -> range.from().year() != null);
    }

    boolean everyDay() {
        return equals(ALL);
    }

    /** True when all of them are in the past. */
    boolean endBefore(LocalDate today) {
        return !years.isEmpty() && years.stream().allMatch(range -> range.to() < today.getYear())
                || !dates.isEmpty() && dates.stream().allMatch(range -> range.endsBefore(today));
    }

    /** True when they name a day of the year, so that the author meant that very day. */
    boolean nameSingleDays() {
        return !dates.isEmpty() && dates.stream().allMatch(Dates::singleDay);
    }

    boolean mentionPublicHolidays() {
        return mention(false) || holidays.stream().anyMatch(Days::isPublic);
    }

    boolean mentionSchoolHolidays() {
        return mention(true);
    }

    private boolean mention(boolean school) {
        return holidays.stream().anyMatch(kind -> school ? kind.school() : isPublic(kind))
                || holidaysOnly.stream().anyMatch(kind -> school ? kind.school() : isPublic(kind));
    }

    /** A day before or after a holiday says nothing about the holiday itself. */
    private static boolean isPublic(Holidays kind) {
        return !kind.school() && kind.offset() == 0;
    }

    /** {@code 2026}, {@code 2026-2028}, {@code 2026+}, {@code 2026-2032/2}. */
    record Years(int from, int to, int every) {

        boolean has(LocalDate date) {
            int year = date.getYear();
            return year >= from && year <= to && (year - from) % every == 0;
        }
    }

    /** Weeks of ISO 8601; across the turn of the year when {@code from} is the later one. */
    record Weeks(int from, int to, int every) {

        boolean has(LocalDate date) {
            int week = date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            return from <= to ? week >= from && week <= to && (week - from) % every == 0 : week >= from || week <= to;
        }
    }

    /**
     * {@code Mo}, {@code Fr-Mo}, {@code We[1,-1]}, {@code We[2] +1 day}.
     *
     * @param nths the numbers within the month, from its end when negative; empty for all
     */
    record Weekdays(DayOfWeek from, DayOfWeek to, List<Integer> nths, int offset) {

        boolean mayFallOn(DayOfWeek weekday) {
            int distance = Math.floorMod(weekday.getValue() - offset - from.getValue(), 7);
            return distance <= Math.floorMod(to.getValue() - from.getValue(), 7);
        }

        boolean have(LocalDate date) {
            var day = offset == 0 ? date : date.minusDays(offset);
            if (!mayFallOn(date.getDayOfWeek())) {
                return false;
            }
            int fromStart = (day.getDayOfMonth() - 1) / 7 + 1;
            int fromEnd = -((day.lengthOfMonth() - day.getDayOfMonth()) / 7 + 1);
            return nths.isEmpty() || nths.contains(fromStart) || nths.contains(fromEnd);
        }
    }

    /** {@code PH}, {@code PH -1 day}, {@code SH}. */
    record Holidays(boolean school, int offset) {

        boolean have(Today today) {
            return school ? today.schoolHoliday() : today.publicHoliday(offset);
        }
    }

    /**
     * Months or dates; across the turn of the year when the end comes first.
     *
     * @param to null for a single month or date, and for a range without an end
     */
    record Dates(DayOfYear from, DayOfYear to, boolean onwards) {

        boolean has(LocalDate date) {
            if (from.year() != null) {
                return !date.isBefore(from.first(from.year())) && (onwards || !endsBefore(date));
            }
            if (to == null) {
                // A date with an offset may be in the previous or next year.
                return within(date, date.getYear())
                        || from.offset() != 0 && (within(date, date.getYear() - 1) || within(date, date.getYear() + 1));
            }
            var first = from.first(date.getYear());
            var last = to.last(date.getYear());
            return first.isAfter(last)
                    ? !date.isBefore(first) || !date.isAfter(last)
                    : !date.isBefore(first) && !date.isAfter(last);
        }

        /** True for dates of one year, or until one, when the last one is before a date. */
        boolean endsBefore(LocalDate date) {
            if (from.year() == null || onwards) {
                return false;
            }
            var end = to == null ? from : to;
            return date.isAfter(end.last(end.year() == null ? from.year() : end.year()));
        }

        private boolean within(LocalDate date, int year) {
            return !date.isBefore(from.first(year)) && !date.isAfter(from.last(year));
        }

        boolean singleDay() {
            return to == null && !onwards && !from.wholeMonth();
        }
    }

    /**
     * A month, a date, the n-th weekday of a month, or Easter Sunday (no month), with an offset in days.
     *
     * @param year null for every year
     * @param day null for the whole month
     * @param weekday with {@code nth}, instead of a day
     */
    record DayOfYear(Integer year, Month month, Integer day, DayOfWeek weekday, int nth, int offset) {

        boolean easter() {
            return month == null;
        }

        boolean wholeMonth() {
            return month != null && day == null && weekday == null;
        }

        LocalDate first(int year) {
            return wholeMonth() ? LocalDate.of(year, month, 1) : date(year, 1);
        }

        /** For 29 February, in other years than leap years, the day before: a range from and to that date is empty. */
        LocalDate last(int year) {
            return wholeMonth() ? LocalDate.of(year, month, 1).with(TemporalAdjusters.lastDayOfMonth()) : date(year, 0);
        }

        private LocalDate date(int year, int pastTheEnd) {
            LocalDate date;
            if (easter()) {
                date = PublicHolidays.easter(year);
            } else if (weekday != null) {
                date = LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
            } else {
                var start = LocalDate.of(year, month, 1);
                date = day > start.lengthOfMonth()
                        ? start.plus(1, ChronoUnit.MONTHS).minusDays(1 - pastTheEnd)
                        : start.withDayOfMonth(day);
            }
            return date.plusDays(offset);
        }
    }
}
