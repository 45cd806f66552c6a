package be.digicatalogue.hours;

import be.digicatalogue.fact.Age;
import java.time.Instant;
import java.util.List;

/**
 * Hours with their age and the instant that they were asked about. In an answer they become an {@link Opening}.
 *
 * @param age of when the hours are; {@code null} where none are published, which does not age
 * @param instant {@code null} for the moment of the answer
 * @param ahead whether {@code opensAt} is the next instant that is known to be open, whatever lies between; without it
 *     there is none behind an unknown stretch
 */
public record HoursAt(OpeningHours hours, Age age, Instant instant, boolean ahead) {

    /** Hours to be asked about the moment of the answer. */
    public static HoursAt now(OpeningHours hours, Age age) {
        return new HoursAt(hours, age, null, false);
    }

    /** The same asked about an instant; {@code null} for the moment of the answer. */
    public HoursAt at(Instant other, boolean lookingAhead) {
        return new HoursAt(hours, age, other, lookingAhead);
    }

    /** What the hours say, given the moment of the answer: about that, if the instant is past. */
    public Opening opening(Instant now) {
        var moment = instant == null || instant.isBefore(now) ? now : instant;
        var opening = hours.at(moment, age);
        return ahead ? opening.opensAt(hours.opensAfter(moment, age)) : opening;
    }

    /** The stretches of being open between two instants, as {@link OpeningHours#openBetween}. */
    public List<OpenStretch> openBetween(Instant from, Instant to) {
        return hours.openBetween(from, to, age);
    }
}
