package be.digicatalogue.fact;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The age of a field, and the end of its review period.
 *
 * @param knownOn the year, month or day at which it was true, according to its source; {@code null} when unknown
 * @param certainty how certain that date is; {@code null} when there is no date
 * @param verifiedOn the day on which it was last checked; {@code null} when it has not been checked since its last change
 * @param lastDay the last day of its review period; {@code null} when neither date is known, so that the field is undated
 */
public record Age(String knownOn, Certainty certainty, LocalDate verifiedOn, LocalDate lastDay) {

    /** The age of a field without a date. */
    public static final Age UNDATED = new Age(null, null, null, null);

    /** The later of both dates; {@code null} when neither is known. */
    public String newest() {
        if (verifiedOn == null) {
            return knownOn;
        }
        var verified = verifiedOn.toString();
        // A year or month sorts after the days within it.
        return knownOn != null && (knownOn + "~").compareTo(verified) > 0 ? knownOn : verified;
    }

    /** How certain the later of both dates is; a day of verification is exact. */
    public Certainty newestCertainty() {
        return Objects.equals(newest(), knownOn) ? certainty : Certainty.EXACT;
    }

    public boolean isBelievedOn(LocalDate day) {
        return lastDay != null && !day.isAfter(lastDay);
    }
}
