package be.digicatalogue.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** An instant as the wall clock of Brussels shows it, worked out once to be asked of the hours of many places. */
public final class Moment {

    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    static final ZoneRules CLOCK = BRUSSELS.getRules();

    private static final long DAY_SECONDS = 24 * 60 * 60;

    final Instant instant;
    final long epochDay;
    final int minute;

    /** Whether neither the day nor the one before it is a public holiday. */
    final boolean ordinary;

    private Moment(Instant instant) {
        this.instant = instant;
        long local = instant.getEpochSecond() + CLOCK.getOffset(instant).getTotalSeconds();
        epochDay = Math.floorDiv(local, DAY_SECONDS);
        minute = (int) Math.floorMod(local, DAY_SECONDS) / 60;
        var date = LocalDate.ofEpochDay(epochDay);
        ordinary = PublicHolidays.on(date) == null && PublicHolidays.on(date.minusDays(1)) == null;
    }

    public static Moment of(Instant instant) {
        return new Moment(instant);
    }

    /** The day of an instant. */
    public LocalDate day() {
        return LocalDate.ofEpochDay(epochDay);
    }
}
