package be.digicatalogue.hours;

import be.digicatalogue.fact.Age;
import be.digicatalogue.fact.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Hours with their age and the instant for which an answer evaluates them, to an {@link Opening}.
 *
 * @param age the age of the hours; {@code null} when none are published, because then nothing ages
 * @param instant {@code null} for the moment of the answer
 * @param ahead true when {@code opensAt} is the next instant that is known to be open, even after a period with unknown
 * hours; false when an unknown period leaves it empty
 */
public record HoursAt(OpeningHours hours, Age age, Instant instant, boolean ahead) {

    /** Hours to be evaluated at the moment of the answer. */
    public static HoursAt now(OpeningHours hours, Age age) {
        return new HoursAt(hours, age, null, false);
    }

    /** The same hours, to be evaluated at an instant; {@code null} for the moment of the answer. */
    public HoursAt at(Instant other, boolean lookingAhead) {
        return new HoursAt(hours, age, other, lookingAhead);
    }

    /** Evaluates the hours, given the moment of the answer. For a past instant it evaluates that moment instead. */
    public Opening opening(Instant now) {
        var moment = instant == null || instant.isBefore(now) ? now : instant;
        var opening = hours.at(moment, age);
        return ahead ? opening.opensAt(hours.opensAfter(moment, age)) : opening;
    }

    /** The open periods between two instants, as {@link OpeningHours#openBetween}. */
    public List<OpenStretch> openBetween(Instant from, Instant to) {
        return hours.openBetween(from, to, age);
    }

    /** The open periods between two instants, including likely ones on days on which the hours are overdue or undated. */
    public List<OpenStretch> openOrLikelyBetween(Instant from, Instant to) {
        return hours.openOrLikelyBetween(from, to, age);
    }

    /** True when the usual hours are neither overdue nor undated on a day. */
    public boolean areBelievedOn(LocalDate day) {
        return age == null || age.isBelievedOn(day);
    }

    /** A sentence about the age of the hours, for days on which they are overdue or undated. */
    public Text doubt() {
        return Reasons.notBelieved(age);
    }

    /** The age of the hours in a few words, to put in brackets after a title. */
    public Text doubtInBrief() {
        return Reasons.notBelievedInBrief(age);
    }
}
