package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.Day.Canvas;
import be.digicatalogue.hours.Day.DaySpan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules and exceptions of one place, evaluated for calendar days. As in opening_hours.js, a rule that overrides replaces
 * everything that earlier rules say about a calendar day, including what the previous evening adds to it, and an overridden
 * evening adds nothing to the next day.
 */
final class Timetable {

    private static final DaySpan HOLIDAY_NOT_MENTIONED =
            new DaySpan(OpeningState.UNKNOWN, false, Reasons.HOLIDAY_NOT_MENTIONED);
    private static final DaySpan SCHOOL_HOLIDAYS_NOT_KNOWN =
            new DaySpan(OpeningState.UNKNOWN, false, Reasons.SCHOOL_HOLIDAYS_NOT_KNOWN);

    /** An ordinary Monday after an ordinary Sunday. */
    private static final LocalDate SOME_MONDAY = LocalDate.of(2026, 6, 1);

    /** The effect of an exception on each of its days. */
    record Replacement(List<Span> spans, OpeningState state, Text why, Text remark) {}

    private final List<Rule> rules;
    private final Map<Long, Replacement> exceptions;
    private final boolean mentionsPublicHolidays;
    private final boolean mentionsSchoolHolidays;
    private final boolean spills;

    /** From Monday, for hours of which every ordinary week is the same; else null. */
    private final Day[] ordinaryWeek;

    Timetable(List<Rule> rules, Map<Long, Replacement> exceptions) {
        this.rules = List.copyOf(rules);
        this.exceptions = Map.copyOf(exceptions);
        mentionsPublicHolidays = rules.stream().anyMatch(rule -> rule.days().mentionPublicHolidays());
        mentionsSchoolHolidays = rules.stream().anyMatch(rule -> rule.days().mentionSchoolHolidays());
        spills = rules.stream().flatMap(rule -> rule.spans().stream()).anyMatch(span -> span.mayLastTo() > Span.DAY);
        ordinaryWeek = rules.stream().allMatch(rule -> weekly(rule.days())) ? new Day[7] : null;
        for (int i = 0; ordinaryWeek != null && i < 7; i++) {
            var day = SOME_MONDAY.plusDays(i);
            ordinaryWeek[i] = usual(day, false, true).day(null);
        }
    }

    /** The days of the exceptions. */
    Set<Long> exceptions() {
        return exceptions.keySet();
    }

    private static boolean weekly(Days days) {
        return days.weekly()
                && days.holidays().stream().allMatch(kind -> kind.offset() == 0)
                && days.holidaysOnly().stream().allMatch(kind -> kind.offset() == 0);
    }

    Day day(Moment moment) {
        return moment.ordinary && asEveryWeek(moment.epochDay) ? ordinaryDay(moment.epochDay) : day(moment.epochDay);
    }

    private boolean asEveryWeek(long epochDay) {
        return ordinaryWeek != null
                && (exceptions.isEmpty() || !exceptions.containsKey(epochDay) && !exceptions.containsKey(epochDay - 1));
    }

    private Day ordinaryDay(long epochDay) {
        return ordinaryWeek[(int) Math.floorMod(epochDay + 3, 7L)];
    }

    Day day(long epochDay) {
        var date = LocalDate.ofEpochDay(epochDay);
        var holiday = PublicHolidays.on(date);
        if (holiday == null && (!spills || PublicHolidays.on(date.minusDays(1)) == null) && asEveryWeek(epochDay)) {
            return ordinaryDay(epochDay);
        }
        var replacement = exceptions.get(epochDay);
        var before = exceptions.get(epochDay - 1);
        Canvas canvas;
        if (replacement == null) {
            canvas = usual(date, holiday != null, before == null);
        } else {
            canvas = new Canvas(Span.DAY, new DaySpan(OpeningState.CLOSED, false, replacement.remark()));
            paint(canvas, replacement, 0);
        }
        if (before != null && replacement == null) {
            paint(canvas, before, -Span.DAY);
        }
        return canvas.day(holiday);
    }

    private static void paint(Canvas canvas, Replacement replacement, int shift) {
        for (var span : replacement.spans()) {
            canvas.paint(span, shift, replacement.state(), replacement.why(), false);
        }
    }

    /**
     * The hours without exceptions. {@code withEvening} includes hours of the previous evening that continue after midnight.
     */
    private Canvas usual(LocalDate date, boolean holiday, boolean withEvening) {
        boolean evening = withEvening && spills;
        var canvas = usual(date, holiday, false, evening, false);
        if (mentionsSchoolHolidays) {
            canvas.doubtWhereOtherThan(usual(date, holiday, true, evening, false), SCHOOL_HOLIDAYS_NOT_KNOWN);
            if (evening) {
                canvas.doubtWhereOtherThan(usual(date, holiday, false, true, true), SCHOOL_HOLIDAYS_NOT_KNOWN);
                canvas.doubtWhereOtherThan(usual(date, holiday, true, true, true), SCHOOL_HOLIDAYS_NOT_KNOWN);
            }
        }
        return canvas;
    }

    private Canvas usual(
            LocalDate date,
            boolean holiday,
            boolean schoolHoliday,
            boolean withEvening,
            boolean eveningOfSchoolHoliday) {
        var today = new Today(date, holiday, schoolHoliday);
        var yesterday = withEvening ? yesterday(date, eveningOfSchoolHoliday) : null;
        boolean eveningInDoubt = withEvening && inDoubt(yesterday);
        int eveningFrom = withEvening ? inForceFrom(yesterday) : 0;
        var canvas = new Canvas(Span.DAY, DaySpan.CLOSED);
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (rule.days().have(today)) {
                if (rule.overrides()) {
                    canvas.clear();
                }
                rule.spans().forEach(span -> canvas.paint(span, 0, rule));
            }
            if (withEvening && i >= eveningFrom && rule.days().have(yesterday)) {
                for (var span : rule.spans()) {
                    if (eveningInDoubt && rule.state() == OpeningState.OPEN) {
                        canvas.paint(
                                span.from() - Span.DAY,
                                span.mayLastTo() - Span.DAY,
                                HOLIDAY_NOT_MENTIONED,
                                rule.join() == Rule.Join.FALL_BACK);
                    } else {
                        canvas.paint(span, -Span.DAY, rule);
                    }
                }
            }
        }
        if (inDoubt(today)) {
            canvas.doubt(HOLIDAY_NOT_MENTIONED);
        }
        return canvas;
    }

    /** The last rule that replaces all earlier ones on the day, or closes the day; rules before it have no effect. */
    private int inForceFrom(Today today) {
        for (int i = rules.size() - 1; i > 0; i--) {
            var rule = rules.get(i);
            // A fallback rule removes nothing.
            boolean closes =
                    rule.state() == OpeningState.CLOSED && rule.wholeDay() && rule.join() != Rule.Join.FALL_BACK;
            if ((rule.overrides() || closes) && rule.days().have(today)) {
                return i;
            }
        }
        return 0;
    }

    private static Today yesterday(LocalDate date, boolean schoolHoliday) {
        var yesterday = date.minusDays(1);
        return new Today(yesterday, PublicHolidays.on(yesterday) != null, schoolHoliday);
    }

    /** True for a public holiday that the hours do not mention, neither as a holiday nor as that very day. */
    private boolean inDoubt(Today today) {
        if (!today.publicHoliday() || mentionsPublicHolidays) {
            return false;
        }
        boolean inDoubt = true;
        for (var rule : rules) {
            if (rule.days().have(today)) {
                if (rule.holdsOnHolidays()) {
                    inDoubt = false;
                } else if (rule.overrides()) {
                    inDoubt = true;
                }
            }
        }
        return inDoubt;
    }
}
