package be.digicatalogue.hours;

import java.time.LocalDate;

/** A day with the properties that selectors of rules test. */
record Today(LocalDate date, boolean publicHoliday, boolean schoolHoliday) {

    boolean publicHoliday(int offset) {
        return offset == 0 ? publicHoliday : PublicHolidays.on(date.minusDays(offset)) != null;
    }
}
