package be.digicatalogue.hours;

import be.digicatalogue.fact.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What is valid in opening hours, but probably not what their author meant. */
public final class HoursDoubts {

    private HoursDoubts() {}

    /**
     * The doubts about hours, in the order of reading.
     *
     * @throws UnreadableHours when the text cannot be evaluated
     */
    public static List<Message> about(String osm, LocalDate today) {
        var rules = HoursReader.rules(osm);
        var doubts = new ArrayList<Message>();
        for (int i = 1; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (rule.overrides() && rules.subList(0, i).stream().anyMatch(earlier -> isLost(earlier, rule))) {
                doubts.add(Message.of("hours.overridden"));
                break;
            }
        }
        var open = rules.stream()
                .filter(rule -> rule.state() != OpeningState.CLOSED)
                .toList();
        if (!open.isEmpty() && open.stream().allMatch(rule -> rule.days().endBefore(today))) {
            doubts.add(Message.of("hours.past"));
        }
        return doubts;
    }

    /** True when a later rule replaces all that an earlier one says: it is about every day, or about exactly the same days. */
    private static boolean isLost(Rule earlier, Rule later) {
        return later.days().everyDay() || later.days().equals(earlier.days());
    }
}
