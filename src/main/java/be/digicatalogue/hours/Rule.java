package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import java.util.List;

/**
 * One rule of the hours: on these days, in these stretches, this state. {@code opening_hours} calls it a rule sequence.
 *
 * @param always written as {@code 24/7}
 * @param spans the whole day when the text gives none
 * @param comment what stands between quotes, or null
 * @param why why it is unknown; null when it is not
 */
record Rule(Join join, boolean always, Days days, List<Span> spans, OpeningState state, String comment, Text why) {

    /** How a rule stands to those before it. */
    enum Join {
        /** It takes the place of what they say about its days, unless it closes: then it takes away its hours only. */
        OVERRIDE,
        /** It adds to them. */
        ADD,
        /** It holds where they say closed. */
        FALL_BACK
    }

    Rule(Join join, boolean always, Days days, List<Span> spans, OpeningState state, String comment) {
        this(
                join,
                always,
                days,
                List.copyOf(spans),
                state,
                comment,
                state == OpeningState.UNKNOWN ? Reasons.of(comment) : null);
    }

    boolean wholeDay() {
        return spans.equals(List.of(Span.WHOLE_DAY));
    }

    boolean overrides() {
        return join == Join.OVERRIDE && state != OpeningState.CLOSED;
    }

    /**
     * Whether it tells what holds on its days even when one is a public holiday that the hours do not mention: it names
     * that day itself, or is closed for a period or for good, or is open day and night all week.
     */
    boolean holdsOnHolidays() {
        return always
                || days.nameSingleDays()
                || state == OpeningState.CLOSED && wholeDay() && (!days.wholeYear() || days.everyDay());
    }
}
