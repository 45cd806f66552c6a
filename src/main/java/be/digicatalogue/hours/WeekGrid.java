package be.digicatalogue.hours;

import be.digicatalogue.fact.Message;
import be.digicatalogue.hours.Rule.Join;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Opening hours as a form shows them: the stretches of each weekday and of public holidays, and beside them as text whatever
 * such a form cannot express, such as hours of some months or by appointment.
 *
 * @param week the stretches of the seven days, from Monday; a day without any is closed
 * @param holidays the stretches of public holidays: empty when closed; {@code null} when the hours do not say
 * @param others the other rules as they are written; {@code null} without any
 */
public record WeekGrid(List<List<HoursStretch>> week, List<HoursStretch> holidays, String others) {

    /** A day of the evaluator has at most 24 stretches; a form needs fewer. */
    private static final int MOST_STRETCHES = 24;

    private static final int WEEKDAYS = 7;
    private static final int HOUR = 60;
    private static final String ALWAYS = "24/7";
    private static final String CLOSED = "off";
    private static final String PUBLIC_HOLIDAYS = "PH";
    private static final String RULE_SEPARATOR = "; ";

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]|24:00");

    /** Semicolons separate rules, except within a remark. */
    private static final Pattern RULE = Pattern.compile("(?:\"[^\"]*\"|[^;\"])+");

    /** The days on which two texts are compared: four years, with a leap day and a week 53. */
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static final int COMPARED_DAYS = 4 * 365 + 1;

    /**
     * A stretch of a day, in local time.
     *
     * @param from such as {@code 09:00}
     * @param to such as {@code 12:30}, or {@code 24:00}; a time that is not after the beginning is on the next day
     */
    public record HoursStretch(String from, String to) {

        private static HoursStretch of(Span span) {
            return new HoursStretch(time(span.from()), time(span.to() > Span.DAY ? span.to() - Span.DAY : span.to()));
        }

        private String written() {
            return from + "-" + to;
        }

        private static String time(int minutes) {
            return "%02d:%02d".formatted(minutes / HOUR, minutes % HOUR);
        }
    }

    public WeekGrid {
        week = week.stream().map(List::copyOf).toList();
        holidays = holidays == null ? null : List.copyOf(holidays);
        others = others == null || others.isBlank() ? null : others.strip();
    }

    /** What a rule is for a grid. */
    private enum RulePlacement {
        WEEK,
        HOLIDAYS,
        OTHERS
    }

    /**
     * The grid that shows hours.
     *
     * @return empty when no grid means exactly the same; the hours can then be edited as text only
     * @throws UnreadableHours when the text cannot be evaluated
     */
    public static Optional<WeekGrid> of(String osm) {
        var rules = HoursReader.rules(osm);
        if (osm.strip().equals(ALWAYS)) {
            var day = List.of(HoursStretch.of(Span.WHOLE_DAY));
            return Optional.of(
                    new WeekGrid(IntStream.range(0, WEEKDAYS).mapToObj(i -> day).toList(), null, null));
        }
        var parts = RULE.matcher(osm)
                .results()
                .map(part -> part.group().strip())
                .filter(part -> !part.isEmpty())
                .toList();
        var weekly = new ArrayList<Rule>();
        var holidays = new ArrayList<Rule>();
        var others = new ArrayList<String>();
        for (var part : parts) {
            var own = HoursReader.rules(part);
            var place = place(own);
            if (place != RulePlacement.OTHERS
                    && !others.isEmpty()
                    && rules.stream().anyMatch(rule -> rule.days().nameYears())) {
                // Its place among rules of one year matters in that year only, which may not be among those compared.
                return Optional.empty();
            }
            switch (place) {
                case WEEK -> weekly.addAll(own);
                case HOLIDAYS -> holidays.addAll(own);
                case OTHERS -> others.add(part);
            }
        }
        if (weekly.isEmpty() && holidays.isEmpty()) {
            return Optional.empty();
        }
        var onHolidays = Stream.concat(weekly.stream(), holidays.stream())
                .filter(rule -> !rule.days().holidays().isEmpty())
                .toList();
        var grid = new WeekGrid(
                Stream.of(DayOfWeek.values()).map(day -> stretches(weekly, day)).toList(),
                onHolidays.isEmpty() ? null : stretches(onHolidays, null),
                String.join(RULE_SEPARATOR, others));
        return grid.meansTheSame(rules) ? Optional.of(grid) : Optional.empty();
    }

    /** Rules that a semicolon ends: a grid has them all, or none. */
    private static RulePlacement place(List<Rule> rules) {
        boolean simple = rules.stream()
                .allMatch(rule -> rule.join() != Join.FALL_BACK
                        && rule.comment() == null
                        && rule.days().holidaysOnly().isEmpty()
                        && rule.days().weekly()
                        && !rule.days().mentionSchoolHolidays()
                        && rule.days().holidays().stream().allMatch(kind -> kind.offset() == 0)
                        && (rule.state() == OpeningState.OPEN || rule.state() == OpeningState.CLOSED && rule.wholeDay())
                        && rule.spans().stream()
                                .allMatch(span -> !span.openEnd() && span.to() - span.from() <= Span.DAY));
        if (!simple) {
            return RulePlacement.OTHERS;
        }
        boolean holidaysAlone = rules.stream()
                .allMatch(rule -> rule.days().weekdays().isEmpty()
                        && !rule.days().holidays().isEmpty());
        return holidaysAlone ? RulePlacement.HOLIDAYS : RulePlacement.WEEK;
    }

    /** @param day {@code null} for a holiday, when all rules are about holidays */
    private static List<HoursStretch> stretches(List<Rule> rules, DayOfWeek day) {
        var spans = new ArrayList<Span>();
        for (var rule : rules) {
            boolean applies = day == null
                    || rule.days().weekdays().isEmpty()
                            && rule.days().holidays().isEmpty()
                    || rule.days().weekdays().stream().anyMatch(range -> range.mayFallOn(day));
            if (applies) {
                if (rule.overrides() || rule.state() == OpeningState.CLOSED) {
                    spans.clear();
                }
                if (rule.state() == OpeningState.OPEN) {
                    spans.addAll(rule.spans());
                }
            }
        }
        spans.sort(Comparator.comparing(Span::from).thenComparing(Span::to));
        return spans.stream().distinct().map(HoursStretch::of).toList();
    }

    /**
     * The hours in the syntax of OpenStreetMap: days with the same stretches together, then public holidays, then the others.
     *
     * @throws UnreadableHours when they cannot be evaluated
     */
    public String osm() {
        var rules = new ArrayList<String>();
        var stretches =
                Stream.concat(week.stream(), Stream.ofNullable(holidays)).flatMap(List::stream);
        if (week.size() != WEEKDAYS || stretches.anyMatch(each -> !isTime(each.from()) || !isTime(each.to()))) {
            throw new UnreadableHours(Message.of("hours.notInSyntax"));
        }
        if (isAlways()) {
            rules.add(ALWAYS);
        } else {
            var together = new LinkedHashMap<List<HoursStretch>, TreeSet<Integer>>();
            for (int day = 0; day < WEEKDAYS; day++) {
                if (!week.get(day).isEmpty()) {
                    together.computeIfAbsent(week.get(day), first -> new TreeSet<>())
                            .add(day);
                }
            }
            together.forEach((times, days) -> rules.add(days(days) + " " + times(times)));
        }
        if (holidays != null) {
            rules.add(PUBLIC_HOLIDAYS + " " + (holidays.isEmpty() ? CLOSED : times(holidays)));
        }
        if (others != null) {
            rules.add(others);
        }
        var osm = rules.isEmpty() ? CLOSED : String.join(RULE_SEPARATOR, rules);
        HoursReader.rules(osm);
        return osm;
    }

    private boolean isAlways() {
        var day = List.of(HoursStretch.of(Span.WHOLE_DAY));
        return holidays == null && others == null && week.stream().allMatch(day::equals);
    }

    private static boolean isTime(String text) {
        return text != null && TIME.matcher(text).matches();
    }

    /** Such as {@code Mo,We-Fr}. Two days that follow one another have a comma, three or more a hyphen. */
    private static String days(TreeSet<Integer> days) {
        var ranges = new ArrayList<String>();
        for (int from = 0; from < WEEKDAYS; from++) {
            if (days.contains(from)) {
                int to = from;
                while (days.contains(to + 1)) {
                    to++;
                }
                ranges.add(to == from ? DAYS.get(from) : DAYS.get(from) + (to == from + 1 ? "," : "-") + DAYS.get(to));
                from = to;
            }
        }
        return String.join(",", ranges);
    }

    private static String times(List<HoursStretch> stretches) {
        return stretches.stream().map(HoursStretch::written).collect(Collectors.joining(","));
    }

    /** True when what the grid writes has the same effect on each day as the rules. */
    private boolean meansTheSame(List<Rule> rules) {
        if (Stream.concat(week.stream(), Stream.ofNullable(holidays)).anyMatch(day -> day.size() > MOST_STRETCHES)) {
            return false;
        }
        List<Rule> written;
        try {
            written = HoursReader.rules(osm());
        } catch (UnreadableHours impossible) {
            return false;
        }
        var one = new Timetable(rules, Map.of());
        var other = new Timetable(written, Map.of());
        long first = FIRST.toEpochDay();
        return IntStream.range(0, COMPARED_DAYS).allMatch(day -> isSame(one.day(first + day), other.day(first + day)));
    }

    private static boolean isSame(Day one, Day other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.start(i) != other.start(i) || !one.piece(i).equals(other.piece(i))) {
                return false;
            }
        }
        return true;
    }
}
