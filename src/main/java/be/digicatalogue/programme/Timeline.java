package be.digicatalogue.programme;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.question.Parameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The dated facts, oldest first. */
public final class Timeline extends Facts<TimelineEvent> {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
    /** Sorts after any month or day, so that a year compares as its last day. */
    private static final String LAST = "-99";

    private static final int DAY_LENGTH = "2021-05-05".length();

    private final Programmes programmes;

    public Timeline(List<TimelineEvent> events, Programmes programmes) {
        super(events, event -> SortKey.of(event.date(), event.id()));
        this.programmes = programmes;
    }

    /** The filters of the timeline: dated facts that overlap the period, whose ends are years, months or days. */
    public record Question(Programme programme, String from, String to) {}

    public Question question(Parameters parameters) {
        var from = date(parameters, "from");
        var to = date(parameters, "to");
        if (from != null && to != null && from.compareTo(to + LAST) > 0) {
            parameters.expect("to", Message.of("expected.notBefore", "from", from));
        }
        return new Question(parameters.named("programme", programmes), from, to);
    }

    public List<TimelineEvent> answer(Question question) {
        return all().stream()
                .filter(event -> question.programme() == null
                        || event.programme().equals(question.programme().reference()))
                .filter(event -> question.from() == null || (last(event) + LAST).compareTo(question.from()) >= 0)
                .filter(event -> question.to() == null || event.date().compareTo(question.to() + LAST) <= 0)
                .toList();
    }

    public List<TimelineEvent> of(Programme programme) {
        return all().stream()
                .filter(event -> event.programme().equals(programme.reference()))
                .toList();
    }

    private static String last(TimelineEvent event) {
        return event.endDate() == null ? event.date() : event.endDate();
    }

    private static String date(Parameters parameters, String name) {
        var expected = Message.of("expected.date");
        var date = parameters.matching(name, DATE, expected);
        try {
            if (date != null && date.length() == DAY_LENGTH) {
                LocalDate.parse(date);
            }
            return date;
        } catch (DateTimeException noSuchDay) {
            parameters.expect(name, expected);
            return null;
        }
    }
}
