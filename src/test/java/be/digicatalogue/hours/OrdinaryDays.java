package be.digicatalogue.hours;

import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Days that are yet to come, so that tests may ask how open a point is then: a moment that is past counts as now. */
public final class OrdinaryDays {

    private OrdinaryDays() {}

    /** A day of the first whole week without public holidays. */
    public static LocalDate next(DayOfWeek day) {
        return coming(monday -> monday.getDayOfWeek() == DayOfWeek.MONDAY
                        && monday.datesUntil(monday.plusDays(8)).allMatch(each -> holiday(each) == null))
                .with(TemporalAdjusters.nextOrSame(day));
    }

    /** The first public holiday on a weekday of a week in which Saturday is an ordinary one. */
    public static LocalDate nextHoliday() {
        return coming(day -> holiday(day) != null
                && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && holiday(day.with(TemporalAdjusters.next(DayOfWeek.SATURDAY))) == null);
    }

    /** The public holiday of a day; {@code null} when it is none. */
    public static Text holiday(LocalDate day) {
        return PublicHolidays.on(day);
    }

    private static LocalDate coming(Predicate<LocalDate> wanted) {
        return Stream.iterate(LocalDate.now(Belgium.ZONE).plusDays(1), day -> day.plusDays(1))
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }
}
