package be.digicatalogue.page;

import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.AccordingTo;
import be.digicatalogue.hours.Opening;
import be.digicatalogue.hours.OpeningState;

/**
 * Whether a place is open, in words.
 *
 * @param state the class in the style sheet: the code of the state, or {@code likely-open} or {@code likely-closed} according
 * to hours that are overdue or undated
 * @param why the remark about this day; {@code null} when there is none, or when it adds nothing to the words
 */
public record OpeningStatus(String state, String words, Text why) {

    static OpeningStatus of(ServicePoint point, Reach contact, Visit visit) {
        var opening = visit.asked().view().opening(point.opening());
        var why = opening.holiday() == null ? opening.why() : opening.holiday();
        var older = opening.accordingTo();
        if (older == null || opening.opensAt() != null) {
            return new OpeningStatus(opening.state().code(), words(opening, contact, visit), why);
        }
        return new OpeningStatus(
                "likely-" + older.state().code(), likely(older, point, contact, visit), opening.holiday());
    }

    private static String words(Opening opening, Reach contact, Visit visit) {
        var texts = visit.texts();
        var wording = visit.wording();
        return switch (opening.state()) {
            case OPEN -> opening.closesAt() == null ? texts.open() : texts.openUntil(wording.time(opening.closesAt()));
            case CLOSED -> opening.opensAt() == null ? texts.closed() : opens(opening, visit);
            case UNKNOWN ->
                opening.opensAt() == null ? contact.afterContact(texts.hoursUnknown(), texts) : opens(opening, visit);
        };
    }

    private static String likely(AccordingTo older, ServicePoint point, Reach contact, Visit visit) {
        var texts = visit.texts();
        var age = point.opening().age();
        var hours = age.newest() == null
                ? texts.hoursUndated()
                : texts.hoursOf(visit.wording().date(age.newest()));
        return contact.afterContact(
                older.state() == OpeningState.OPEN ? texts.likelyOpen(hours) : texts.likelyClosed(hours), texts);
    }

    private static String opens(Opening opening, Visit visit) {
        var time = visit.wording().time(opening.opensAt());
        var day = visit.wording().dayAhead(opening.opensAt(), visit.today());
        return day.isEmpty() ? visit.texts().opensToday(time) : visit.texts().opensOn(day, time);
    }
}
