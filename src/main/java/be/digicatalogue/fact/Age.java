package be.digicatalogue.fact;

import java.time.LocalDate;

/**
 * Of when something is, and how long it is believed.
 *
 * @param knownOn the year, month or day of which its source says it; {@code null} when nobody knows
 * @param verifiedOn the day on which it was last checked; {@code null} when it was not since it is as it is
 * @param lastDay on which it is believed; {@code null} when neither date is known, so that it is not believed at all
 */
public record Age(String knownOn, LocalDate verifiedOn, LocalDate lastDay) {

    public boolean isBelievedOn(LocalDate day) {
        return lastDay != null && !day.isAfter(lastDay);
    }
}
