package be.digicatalogue.hours;

import java.time.LocalDate;

/** What a day is, for the days that a rule selects. */
record Today(LocalDate date, boolean publicHoliday, boolean schoolHoliday) {

    boolean publicHoliday(int offset) {
        return offset == 0 ? publicHoliday : PublicHolidays.on(date.minusDays(offset)) != null;
    }
}
