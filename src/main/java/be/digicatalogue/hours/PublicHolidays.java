package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ten legal holidays of Belgium (royal decree of 18 April 1974). Easter Sunday and Whit Sunday are ordinary Sundays. Days
 * that are only observed (2 November, 15 November) are not holidays either.
 */
final class PublicHolidays {

    private static final String EASTER = "christian.EASTER";

    /** Public holidays of the library's calendar that are not in the decree. */
    private static final Set<String> ORDINARY_SUNDAYS = Set.of(EASTER, "christian.PENTECOST");

    /** By year, then by day of the year. */
    private static final Map<Integer, Text[]> OF_YEARS = new ConcurrentHashMap<>();

    private static final Map<Integer, LocalDate> EASTERS = new ConcurrentHashMap<>();

    private PublicHolidays() {}

    /** The name of the holiday, or null when the day is not a public holiday. */
    static Text on(LocalDate day) {
        return of(day.getYear())[day.getDayOfYear()];
    }

    /** Easter Sunday. */
    static LocalDate easter(int year) {
        of(year);
        return EASTERS.get(year);
    }

    private static Text[] of(int year) {
        var known = OF_YEARS.get(year);
        return known != null ? known : OF_YEARS.computeIfAbsent(year, PublicHolidays::read);
    }

    private static Text[] read(int year) {
        var holidays = holidays(year);
        holidays.stream()
                .filter(holiday -> holiday.getPropertiesKey().equals(EASTER))
                .forEach(holiday -> EASTERS.put(year, holiday.getDate()));
        var names = new Text[367];
        holidays.stream()
                .filter(holiday -> holiday.getType() == HolidayType.PUBLIC_HOLIDAY)
                .filter(holiday -> !ORDINARY_SUNDAYS.contains(holiday.getPropertiesKey()))
                .sorted(Comparator.comparing(Holiday::getPropertiesKey))
                .forEach(holiday -> names[holiday.getDate().getDayOfYear()] =
                        both(names[holiday.getDate().getDayOfYear()], name(holiday)));
        return names;
    }

    private static Set<Holiday> holidays(int year) {
        // The library loads its classes with the context class loader of the thread, which is not always that of the
        // service.
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(PublicHolidays.class.getClassLoader());
        try {
            return HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.BELGIUM))
                    .getHolidays(Year.of(year));
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    private static Text name(Holiday holiday) {
        return new Text(
                holiday.getDescription(Locale.forLanguageTag("nl")),
                holiday.getDescription(Locale.FRENCH),
                holiday.getDescription(Locale.GERMAN),
                holiday.getDescription(Locale.ENGLISH));
    }

    /** In 2008 Ascension Day fell on Labour Day. */
    private static Text both(Text one, Text other) {
        if (one == null) {
            return other;
        }
        return new Text(
                one.nl() + " / " + other.nl(),
                one.fr() + " / " + other.fr(),
                one.de() + " / " + other.de(),
                one.en() + " / " + other.en());
    }
}
