package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import java.util.List;

/**
 * One rule of the hours: days, periods and a state. {@code opening_hours} calls it a rule sequence.
 *
 * @param always true when written as {@code 24/7}
 * @param spans the whole day when the text gives none
 * @param comment the text between quotes, or null
 * @param why the reason why the state is unknown; null when it is known
 */
record Rule(Join join, boolean always, Days days, List<Span> spans, OpeningState state, String comment, Text why) {

    /** How a rule combines with the rules before it. */
    enum Join {
        /** It replaces what they say about its days. A rule that closes removes only its own periods. */
        OVERRIDE,
        /** It adds its periods to theirs. */
        ADD,
        /** It applies where they are closed. */
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
     * True when the rule also applies on a public holiday that the hours do not mention: it names that very day, closes for a
     * period or permanently, or is open day and night all week.
     */
    boolean holdsOnHolidays() {
        return always
                || days.nameSingleDays()
                || state == OpeningState.CLOSED && wholeDay() && (!days.wholeYear() || days.everyDay());
    }
}
