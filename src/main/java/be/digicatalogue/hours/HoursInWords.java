package be.digicatalogue.hours;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.Day.Canvas;
import be.digicatalogue.hours.Day.DaySpan;
import be.digicatalogue.hours.Rule.Join;
import be.digicatalogue.hours.Vocabulary.Time;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Describes hours in words, as a person would. The text describes the resulting week, not each rule, so it omits overridden
 * hours. Hours that cannot be described exactly keep their text.
 */
final class HoursInWords {

    /** A part of the sentence, in any language. */
    private interface Clause extends Function<Vocabulary, String> {}

    private static final LocalDate SOME_MONDAY = LocalDate.of(2026, 6, 1);

    private HoursInWords() {}

    static Text of(String osm, List<Rule> rules) {
        var clauses = clauses(rules);
        return new Text(
                in(Language.NL, osm, clauses),
                in(Language.FR, osm, clauses),
                in(Language.DE, osm, clauses),
                in(Language.EN, osm, clauses));
    }

    private static String in(Language language, String osm, Optional<List<Clause>> clauses) {
        var vocabulary = Vocabulary.of(language);
        return clauses.map(all ->
                        all.stream().map(clause -> clause.apply(vocabulary)).collect(Collectors.joining("; ")))
                .orElseGet(() -> vocabulary.notation(osm));
    }

    /** The subjects of rules. A sentence has the same meaning as the rules only when they are in this order. */
    private enum RuleSubject {
        WEEK,
        PERIOD,
        NTH,
        HOLIDAY,
        CLOSED_PERIOD,
        OTHERWISE
    }

    /** Empty when the words would not be exact. */
    private static Optional<List<Clause>> clauses(List<Rule> rules) {
        var kinds = new LinkedHashMap<RuleSubject, List<Rule>>();
        boolean holidaysApart = rules.stream().anyMatch(rule -> !rule.days().weekly());
        var last = RuleSubject.WEEK;
        for (var rule : rules) {
            var kind = kind(rule, holidaysApart);
            boolean remark = rule.comment() != null && !Reasons.BY_APPOINTMENT.equals(rule.why());
            // The order of rules that close does not matter.
            boolean inOrder = kind != null
                    && (kind.compareTo(last) >= 0
                            || kind == RuleSubject.HOLIDAY
                                    && last == RuleSubject.CLOSED_PERIOD
                                    && rule.state() == OpeningState.CLOSED);
            if (!inOrder || remark) {
                return Optional.empty();
            }
            kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(rule);
            last = kind.compareTo(last) > 0 ? kind : last;
        }
        var clauses = new ArrayList<Clause>();
        var described = EnumSet.noneOf(DayOfWeek.class);
        var week = kinds.getOrDefault(RuleSubject.WEEK, List.of());
        if (!week.isEmpty() && !week(week, clauses, described)) {
            return Optional.empty();
        }
        if (!periods(kinds.getOrDefault(RuleSubject.PERIOD, List.of()), clauses, described)
                || !nths(kinds.getOrDefault(RuleSubject.NTH, List.of()), clauses, described)) {
            return Optional.empty();
        }
        for (var rule : kinds.getOrDefault(RuleSubject.HOLIDAY, List.of())) {
            clauses.add(words ->
                    words.onHolidays(times(hours(List.of(rule), 0, true)).orElseThrow()));
        }
        for (var rule : kinds.getOrDefault(RuleSubject.CLOSED_PERIOD, List.of())) {
            if (rule.days().mentionSchoolHolidays()) {
                clauses.add(Vocabulary::closedInSchoolHolidays);
            } else {
                clauses.add(words -> words.closed(words.period(rule.days()).orElseThrow()));
            }
        }
        if (kinds.containsKey(RuleSubject.OTHERWISE)) {
            clauses.add(Vocabulary::otherwiseByAppointment);
        }
        return Optional.of(clauses);
    }

    /** Null when there are no words for a rule. */
    private static RuleSubject kind(Rule rule, boolean holidaysApart) {
        var days = rule.days();
        if (rule.join() == Join.FALL_BACK) {
            return days.everyDay() && rule.wholeDay() && Reasons.BY_APPOINTMENT.equals(rule.why())
                    ? RuleSubject.OTHERWISE
                    : null;
        }
        boolean nth = days.weekdays().stream().anyMatch(range -> !range.nths().isEmpty());
        boolean closed = rule.state() == OpeningState.CLOSED && rule.wholeDay();
        boolean anyWeekday = days.weekdays().isEmpty();
        if (days.mentionSchoolHolidays()) {
            boolean only = days.holidays().size() + days.holidaysOnly().size() == 1;
            return only && days.wholeYear() && anyWeekday && closed ? RuleSubject.CLOSED_PERIOD : null;
        }
        boolean withHolidays =
                !days.holidays().isEmpty() || !days.holidaysOnly().isEmpty();
        if (withHolidays && (!days.mentionPublicHolidays() || !days.wholeYear() || nth)) {
            return null;
        }
        if (!days.holidaysOnly().isEmpty() && !anyWeekday) {
            return null;
        }
        if (withHolidays && anyWeekday && holidaysApart) {
            return times(hours(List.of(rule), 0, true)).isPresent() ? RuleSubject.HOLIDAY : null;
        }
        if (nth) {
            return days.wholeYear() && days.weekdays().stream().allMatch(HoursInWords::plainNth)
                    ? RuleSubject.NTH
                    : null;
        }
        if (days.wholeYear()) {
            return withHolidays && holidaysApart ? null : RuleSubject.WEEK;
        }
        if (Vocabulary.of(Language.NL).period(days).isEmpty()) {
            return null;
        }
        return closed && anyWeekday ? RuleSubject.CLOSED_PERIOD : RuleSubject.PERIOD;
    }

    private static boolean plainNth(Days.Weekdays weekdays) {
        return !weekdays.nths().isEmpty()
                && weekdays.offset() == 0
                && weekdays.nths().stream().allMatch(nth -> nth >= -2);
    }

    /** Hours that are the same every week; adds the days with hours to {@code described}. */
    private static boolean week(List<Rule> rules, List<Clause> clauses, Set<DayOfWeek> described) {
        var groups = groups(rules);
        if (groups.isEmpty() || !evensOut(rules)) {
            return false;
        }
        groups.get().values().forEach(described::addAll);
        var holidays = holidayTimes(rules);
        if (rules.stream().anyMatch(rule -> rule.days().mentionPublicHolidays()) && holidays.isEmpty()) {
            return false;
        }
        boolean onlyHolidays = groups.get().isEmpty()
                && holidays.isPresent()
                && !holidays.get().isEmpty();
        if (!onlyHolidays) {
            clauses.add(words -> words.week(groups.get()));
        }
        if (holidays.isPresent()) {
            boolean same = groups.get().size() == 1
                    && groups.get().entrySet().stream()
                            .allMatch(group -> group.getKey().equals(holidays.get())
                                    && group.getValue().size() == 7);
            if (same) {
                clauses.add(Vocabulary::alsoOnHolidays);
            } else if (!groups.get().isEmpty() || onlyHolidays) {
                clauses.add(words -> words.onHolidays(holidays.get()));
            }
        }
        return true;
    }

    /** The hours of a public holiday, when they are the same on every weekday. */
    private static Optional<List<Time>> holidayTimes(List<Rule> rules) {
        if (rules.stream().noneMatch(rule -> rule.days().mentionPublicHolidays())) {
            return Optional.empty();
        }
        List<Time> common = null;
        for (int i = 0; i < 7; i++) {
            var times = times(hours(rules, i, true));
            if (times.isEmpty() || common != null && !common.equals(times.get())) {
                return Optional.empty();
            }
            common = times.get();
        }
        return Optional.of(common);
    }

    /** Days with the same hours, those of the earliest day first. Empty when there are no words for a day. */
    private static Optional<Map<List<Time>, List<DayOfWeek>>> groups(List<Rule> rules) {
        var groups = new LinkedHashMap<List<Time>, List<DayOfWeek>>();
        for (var weekday : DayOfWeek.values()) {
            var times = times(hours(rules, weekday.ordinal(), false));
            if (times.isEmpty()) {
                return Optional.empty();
            }
            if (!times.get().isEmpty()) {
                groups.computeIfAbsent(times.get(), any -> new ArrayList<>()).add(weekday);
            }
        }
        return Optional.of(groups);
    }

    /** The hours that begin on a day, including those after midnight. */
    private static Canvas hours(List<Rule> rules, int weekday, boolean holiday) {
        var today = new Today(SOME_MONDAY.plusDays(weekday), holiday, false);
        var canvas = new Canvas(2 * Span.DAY, DaySpan.CLOSED);
        for (var rule : rules) {
            if (rule.days().have(today)) {
                if (rule.overrides()) {
                    canvas.clear();
                }
                rule.spans().forEach(span -> canvas.paint(span, 0, rule));
            }
        }
        return canvas;
    }

    /** True when the days, each including its hours after midnight, add up to what the rules mean. */
    private static boolean evensOut(List<Rule> rules) {
        var timetable = new Timetable(rules, Map.of());
        for (int i = 0; i < 7; i++) {
            var described = hours(rules, i, false);
            var evening = hours(rules, (i + 6) % 7, false).pieces();
            for (int j = 0; j < evening.size(); j++) {
                int end = j + 1 < evening.size() ? evening.get(j + 1).getKey() : 2 * Span.DAY;
                var piece = evening.get(j).getValue();
                if (piece.state() != OpeningState.CLOSED) {
                    described.paint(evening.get(j).getKey() - Span.DAY, end - Span.DAY, piece, true);
                }
            }
            var day = timetable.day(SOME_MONDAY.plusDays(i).toEpochDay());
            var describedDay = described.day(null);
            for (int minute = 0; minute < Span.DAY; minute++) {
                if (day.at(minute).state() != describedDay.at(minute).state()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Empty when there are no words for an unknown period. */
    private static Optional<List<Time>> times(Canvas canvas) {
        var times = new ArrayList<Time>();
        var pieces = canvas.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i).getValue();
            int from = pieces.get(i).getKey();
            int to = i + 1 < pieces.size() ? pieces.get(i + 1).getKey() : 2 * Span.DAY;
            if (piece.state() == OpeningState.OPEN) {
                times.add(new Time(from, to, piece.endUnknown(), false));
            } else if (piece.state() == OpeningState.UNKNOWN) {
                boolean tail = piece.why().equals(Reasons.END_NOT_PUBLISHED);
                if (!tail && !piece.why().equals(Reasons.BY_APPOINTMENT)) {
                    return Optional.empty();
                }
                if (!tail) {
                    times.add(new Time(from, to, false, true));
                }
            }
        }
        return Optional.of(times);
    }

    /** Hours of parts of the year, each of which replaces all hours described before. */
    private static boolean periods(List<Rule> rules, List<Clause> clauses, Set<DayOfWeek> described) {
        var periods = new LinkedHashMap<Days, List<Rule>>();
        for (var rule : rules) {
            var days = rule.days();
            var period = new Days(days.years(), days.weeks(), days.dates(), List.of(), List.of(), List.of());
            var inner = new Days(List.of(), List.of(), List.of(), days.weekdays(), List.of(), List.of());
            boolean first = !periods.containsKey(period);
            boolean runsOn = rule.spans().stream().anyMatch(span -> span.mayLastTo() > Span.DAY);
            if (runsOn || first && rule.join() == Join.ADD) {
                return false;
            }
            periods.computeIfAbsent(period, any -> new ArrayList<>())
                    .add(new Rule(rule.join(), false, inner, rule.spans(), rule.state(), rule.comment()));
        }
        for (var period : periods.entrySet()) {
            var groups = groups(period.getValue());
            if (groups.isEmpty() || groups.get().isEmpty()) {
                return false;
            }
            var days = Arrays.stream(DayOfWeek.values())
                    .filter(day -> period.getValue().stream().anyMatch(rule -> rule.days()
                            .have(new Today(SOME_MONDAY.plusDays(day.ordinal()), false, false))))
                    .collect(Collectors.toSet());
            if (!days.containsAll(described)) {
                return false;
            }
            described.addAll(days);
            clauses.add(words -> words.during(words.period(period.getKey()).orElseThrow(), groups.get()));
        }
        return true;
    }

    /** Hours of certain weekdays of the month, on weekdays for which nothing else is described. */
    private static boolean nths(List<Rule> rules, List<Clause> clauses, Set<DayOfWeek> described) {
        var before = Set.copyOf(described);
        for (var rule : rules) {
            var times = times(hours(List.of(bare(rule)), 0, false));
            boolean closed = rule.state() == OpeningState.CLOSED;
            if (times.isEmpty() || closed && !rule.wholeDay()) {
                return false;
            }
            for (var weekdays : rule.days().weekdays()) {
                if (!closed && (before.contains(weekdays.from()) || !described.add(weekdays.from()))) {
                    return false;
                }
            }
            clauses.add(words -> words.nths(rule.days().weekdays(), times.get()));
        }
        return true;
    }

    private static Rule bare(Rule rule) {
        return new Rule(Join.OVERRIDE, false, Days.ALL, rule.spans(), rule.state(), rule.comment());
    }
}
