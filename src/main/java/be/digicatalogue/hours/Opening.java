package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What the hours of a place say about one instant. Times carry the offset of Brussels.
 *
 * @param closesAt when the open stretch of the instant ends in being closed; absent when the place is not open, when
 *     what follows or the end itself is unknown, and beyond 14 days
 * @param opensAt when the next stretch of being open begins, after the instant; absent when an unknown stretch lies
 *     between, and beyond 14 days
 * @param holiday the public holiday of the day, if it is one
 * @param why why the state is unknown, or the remark of the exception that holds
 * @param sameUntil the first instant at which one of the other parts is different, at the latest 14 days on: what
 *     was answered may be kept until then
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
        @JsonIgnore @Ignore Instant sameUntil) {

    /** The same with another {@code opensAt}. */
    Opening opensAt(OffsetDateTime other) {
        return new Opening(state, closesAt, other, holiday, why, sameUntil);
    }
}
