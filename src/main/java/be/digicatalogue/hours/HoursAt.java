package be.digicatalogue.hours;

import java.time.Instant;

/**
 * Hours with the instant that they were asked about. In an answer they become an {@link Opening}.
 *
 * @param instant {@code null} for the moment of the answer
 * @param ahead whether {@code opensAt} is the next instant that is known to be open, whatever lies between; without it
 *     there is none behind an unknown stretch
 */
public record HoursAt(OpeningHours hours, Instant instant, boolean ahead) {

    /** Hours to be asked about the moment of the answer. */
    public static HoursAt now(OpeningHours hours) {
        return new HoursAt(hours, null, false);
    }

    /** What the hours say, given the moment of the answer. */
    public Opening opening(Instant now) {
        var moment = instant == null ? now : instant;
        var opening = hours.at(moment);
        return ahead ? opening.opensAt(hours.opensAfter(moment)) : opening;
    }

    /** Whether the answer is another one as time goes by. */
    public boolean dependsOnClock() {
        return instant == null;
    }
}
