package be.digicatalogue.fact;

import java.time.LocalDate;

/**
 * The age of a field, and the end of its review period.
 *
 * @param knownOn the year, month or day at which it was true, according to its source; {@code null} when unknown
 * @param verifiedOn the day on which it was last checked; {@code null} when it has not been checked since its last change
 * @param lastDay the last day of its review period; {@code null} when neither date is known, so that the field is undated
 */
public record Age(String knownOn, LocalDate verifiedOn, LocalDate lastDay) {

    /** The later of both dates; {@code null} when neither is known. */
    public String newest() {
        if (verifiedOn == null) {
            return knownOn;
        }
        var verified = verifiedOn.toString();
        // A year or month sorts after the days within it.
        return knownOn != null && (knownOn + "~").compareTo(verified) > 0 ? knownOn : verified;
    }

    public boolean isBelievedOn(LocalDate day) {
        return lastDay != null && !day.isAfter(lastDay);
    }
}
