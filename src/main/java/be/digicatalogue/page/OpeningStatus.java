package be.digicatalogue.page;

import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.Opening;

/**
 * Whether a place is open, in words.
 *
 * @param state the code of the state, which is also its class in the style sheet
 * @param why the remark about this day; {@code null} when there is none
 */
public record OpeningStatus(String state, String words, Text why) {

    static OpeningStatus of(Opening opening, Visit visit) {
        return new OpeningStatus(
                opening.state().code(),
                words(opening, visit),
                opening.holiday() == null ? opening.why() : opening.holiday());
    }

    private static String words(Opening opening, Visit visit) {
        var texts = visit.texts();
        var wording = visit.wording();
        return switch (opening.state()) {
            case OPEN -> opening.closesAt() == null ? texts.open() : texts.openUntil(wording.time(opening.closesAt()));
            case CLOSED -> opening.opensAt() == null ? texts.closed() : opens(opening, visit);
            case UNKNOWN -> opening.opensAt() == null ? texts.hoursUnknown() : opens(opening, visit);
        };
    }

    private static String opens(Opening opening, Visit visit) {
        var time = visit.wording().time(opening.opensAt());
        var day = visit.wording().dayAhead(opening.opensAt(), visit.today());
        return day.isEmpty() ? visit.texts().opensToday(time) : visit.texts().opensOn(day, time);
    }
}
