package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The hours of a place, evaluated at one instant. Times have the offset of Brussels.
 *
 * @param closesAt the end of the open period; absent when the place is not open, when what follows or the end itself is
 * unknown, and when it is more than 14 days ahead
 * @param opensAt the start of the next open period after the instant; absent when a period with unknown hours comes before
 * it, and when it is more than 14 days ahead
 * @param holiday the public holiday of the day, if it is one
 * @param why the reason why the state is unknown, or the remark of the exception that applies
 * @param accordingTo the state according to hours that are overdue or undated; absent when they are current, and when they do
 * not say
 * @param sameUntil the first instant at which another component changes, at most 14 days ahead; the result may be cached
 * until then
 */
@Description("Whether a place is open at an instant, and when that changes.")
public record Opening(
        @NonNull @Description("Whether it is open.") OpeningState state,

        @Description("The time at which it closes, if it is open and that is known and within 14 days.")
        OffsetDateTime closesAt,

        @Description("The time at which it opens next, if that is known and within 14 days.")
        OffsetDateTime opensAt,

        @Ignore Text holiday,
        @Ignore Text why,

        @Description("The state according to hours that are overdue or undated; absent when they do not say.")
        AccordingTo accordingTo,

        @JsonIgnore @Ignore Instant sameUntil) {

    /** The same opening with the state according to older hours, which may change sooner. */
    Opening accordingTo(AccordingTo older, Instant until) {
        return new Opening(
                state, closesAt, opensAt, holiday, why, older, until.isBefore(sameUntil) ? until : sameUntil);
    }

    /** The same opening with another {@code opensAt}. */
    Opening opensAt(OffsetDateTime other) {
        return new Opening(state, closesAt, other, holiday, why, accordingTo, sameUntil);
    }
}
