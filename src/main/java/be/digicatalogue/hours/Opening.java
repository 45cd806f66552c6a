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
 * @param accordingTo what the hours say where they are not believed; absent when they are, and when they say nothing
 * @param sameUntil the first instant at which one of the other parts is different, at the latest 14 days on: what
 *     was answered may be kept until then
 */
@Description("Whether a place is open at an instant, and until or from when.")
public record Opening(
        @NonNull @Description("Whether it is open.") OpeningState state,

        @Description("When it closes, if it is open and that is known, within 14 days.")
        OffsetDateTime closesAt,

        @Description("When it opens next, if that is known, within 14 days.")
        OffsetDateTime opensAt,

        @Ignore Text holiday,
        @Ignore Text why,

        @Description("With hours that are overdue or undated: what they say; absent when they say nothing.")
        AccordingTo accordingTo,

        @JsonIgnore @Ignore Instant sameUntil) {

    /** The same with what older hours say, which may change sooner. */
    Opening accordingTo(AccordingTo older, Instant until) {
        return new Opening(
                state, closesAt, opensAt, holiday, why, older, until.isBefore(sameUntil) ? until : sameUntil);
    }

    /** The same with another {@code opensAt}. */
    Opening opensAt(OffsetDateTime other) {
        return new Opening(state, closesAt, other, holiday, why, accordingTo, sameUntil);
    }
}
