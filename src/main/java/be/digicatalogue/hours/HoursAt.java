package be.digicatalogue.hours;

import java.time.Instant;

/**
 * Hours with the instant for which an answer evaluates them, to an {@link Opening}.
 *
 * @param instant {@code null} for the moment of the answer
 * @param ahead true when {@code opensAt} is the next instant that is known to be open, even after a period with unknown
 * hours; false when an unknown period leaves it empty
 */
public record HoursAt(OpeningHours hours, Instant instant, boolean ahead) {

    /** Hours to be evaluated at the moment of the answer. */
    public static HoursAt now(OpeningHours hours) {
        return new HoursAt(hours, null, false);
    }

    /** Evaluates the hours, given the moment of the answer. */
    public Opening opening(Instant now) {
        var moment = instant == null ? now : instant;
        var opening = hours.at(moment);
        return ahead ? opening.opensAt(hours.opensAfter(moment)) : opening;
    }

    /** True when the result changes as time passes. */
    public boolean dependsOnClock() {
        return instant == null;
    }
}
