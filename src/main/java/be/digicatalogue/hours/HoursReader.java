package be.digicatalogue.hours;

import be.digicatalogue.hours.Rule.Join;
import ch.poole.openinghoursparser.DateRange;
import ch.poole.openinghoursparser.DateWithOffset;
import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Nth;
import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.RuleModifier.Modifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads hours in the syntax of OpenStreetMap, strictly, and refuses whatever cannot be evaluated with certainty. */
final class HoursReader {

    private static final Pattern ENCOUNTERED = Pattern.compile("(?s)Encountered:\\s+.*?\"(.*?)\\s?\" at line.*");
    private static final Pattern PLACE = Pattern.compile("(?s) at line \\d+, column \\d+.*");
    private static final Pattern NOT_A_DAY = Pattern.compile("(?s)(\\d) is not a valid month day number.*");

    /** A comma with a space begins a rule, but the parser reads on in the times of the rule before. */
    private static final Pattern SPACED_TIMES = Pattern.compile("\\d\\s*\\+?\\s*,\\s+\\d{1,2}:");

    private final String text;

    private HoursReader(String text) {
        this.text = text;
    }

    static List<Rule> rules(String osm) {
        if (osm == null || osm.isBlank()) {
            throw new UnreadableHours("The opening hours are empty.");
        }
        return new HoursReader(osm).rules();
    }

    /** What an exception says: a single rule without days. */
    static Timetable.Replacement replacement(OpeningException exception) {
        if (exception.validFrom() == null || exception.validTo() == null) {
            throw new UnreadableHours("An exception needs a first and a last day.");
        }
        if (exception.validTo().isBefore(exception.validFrom())) {
            throw new UnreadableHours("The exception of " + exception.validFrom() + " ends before it begins, on "
                    + exception.validTo() + ".");
        }
        var rules = rules(exception.hours());
        var rule = rules.get(0);
        if (rules.size() > 1 || !rule.days().everyDay() || rule.always()) {
            throw new UnreadableHours("The hours \"" + exception.hours() + "\" of the exception of "
                    + exception.validFrom() + " are more than times of the day or off.");
        }
        if (rule.state() == OpeningState.CLOSED && !rule.wholeDay()) {
            throw new UnreadableHours("The hours \"" + exception.hours() + "\" of the exception of "
                    + exception.validFrom() + " tell when it is closed, but not when it is open.");
        }
        var spans = rule.state() == OpeningState.CLOSED ? List.<Span>of() : rule.spans();
        var why = exception.remark() == null ? rule.why() : exception.remark();
        return new Timetable.Replacement(spans, rule.state(), why, exception.remark());
    }

    private List<Rule> rules() {
        List<ch.poole.openinghoursparser.Rule> read;
        try {
            read = new OpeningHoursParser(new StringReader(text)).rules(true, false);
        } catch (OpeningHoursParseException e) {
            throw unreadable(e.getExceptions().isEmpty() ? e : e.getExceptions().get(0));
        } catch (TokenMgrError e) {
            throw unreadable(e);
        }
        var rules = new ArrayList<Rule>();
        for (var rule : read) {
            rules.add(rule(rule, rules.isEmpty()));
        }
        return rules;
    }

    private Rule rule(ch.poole.openinghoursparser.Rule rule, boolean first) {
        if (rule.isEmpty()) {
            throw refused("a separator has no rule beside it");
        }
        if (rule.getComment() != null) {
            throw refused(
                    "the remark \"" + rule.getComment() + "\" stands in front of the hours, where it has no meaning");
        }
        if (first && rule.isFallBack()) {
            throw refused("nothing stands before ||");
        }
        var modifier = rule.getModifier();
        var comment = modifier == null ? null : modifier.getComment();
        if (comment != null && comment.isBlank()) {
            throw refused("a remark between quotes is empty");
        }
        var state = state(modifier == null ? null : modifier.getModifier(), comment);
        var join = rule.isFallBack() ? Join.FALL_BACK : rule.isAdditive() ? Join.ADD : Join.OVERRIDE;
        return new Rule(join, rule.isTwentyfourseven(), days(rule), spans(rule.getTimes(), state), state, comment);
    }

    /** A remark without a state means that it depends on what the remark says. */
    private static OpeningState state(Modifier modifier, String comment) {
        if (modifier == null) {
            return comment == null ? OpeningState.OPEN : OpeningState.UNKNOWN;
        }
        return switch (modifier) {
            case OPEN -> OpeningState.OPEN;
            case CLOSED, OFF -> OpeningState.CLOSED;
            case UNKNOWN -> OpeningState.UNKNOWN;
        };
    }

    private List<Span> spans(List<TimeSpan> times, OpeningState state) {
        if (times == null || times.isEmpty()) {
            return List.of(Span.WHOLE_DAY);
        }
        if (state != OpeningState.OPEN
                && times.size() > 1
                && SPACED_TIMES.matcher(text).find()) {
            throw refused("after a comma with a space a rule begins, so that it is not clear which times the state is"
                    + " about; write the comma without a space");
        }
        var spans = times.stream().map(time -> span(time, state)).toList();
        for (var span : spans) {
            if (span.openEnd() && spans.stream().anyMatch(other -> other != span && other.to() > span.from())) {
                throw refused("an open end is followed by other times of the same day");
            }
        }
        return spans;
    }

    private Span span(TimeSpan time, OpeningState state) {
        if (time.getStartEvent() != null || time.getEndEvent() != null) {
            throw refused("\"" + time + "\" depends on the sun");
        }
        if (time.getInterval() > 0) {
            throw refused("\"" + time + "\" is a series of points in time, not a time in which it is open");
        }
        int from = time.getStart();
        boolean fixedEnd = time.getEnd() != TimeSpan.UNDEFINED_TIME;
        if (!fixedEnd && !time.isOpenEnded()) {
            throw refused("\"" + time + "\" is a point in time, not a time in which it is open");
        }
        if (time.isOpenEnded() && state == OpeningState.CLOSED) {
            throw refused("\"" + time + "\" does not tell until when it is closed");
        }
        int to = fixedEnd ? time.getEnd() : Span.DAY;
        if (to == from) {
            throw refused("\"" + time + "\" ends when it begins");
        }
        if (to < from) {
            to += Span.DAY;
        }
        if (from < 0 || from >= Span.DAY || to > 2 * Span.DAY) {
            throw refused("\"" + time + "\" does not begin on its day or ends after the next one");
        }
        return new Span(from, to, time.isOpenEnded(), fixedEnd);
    }

    private Days days(ch.poole.openinghoursparser.Rule rule) {
        var holidays = list(rule.getHolidays());
        return new Days(
                each(rule.getYears(), this::years),
                each(rule.getWeeks(), this::weeks),
                each(rule.getDates(), this::dates),
                each(rule.getDays(), this::weekdays),
                each(holidays.stream().filter(Holiday::getUseAsWeekDay).toList(), this::holidays),
                each(holidays.stream().filter(kind -> !kind.getUseAsWeekDay()).toList(), this::holidays));
    }

    private Days.Years years(YearRange range) {
        int to = range.isOpenEnded()
                ? Integer.MAX_VALUE
                : range.getEndYear() == YearRange.UNDEFINED_YEAR ? range.getStartYear() : range.getEndYear();
        if (to < range.getStartYear()) {
            throw refused("the years \"" + range + "\" end before they begin");
        }
        return new Days.Years(range.getStartYear(), to, Math.max(range.getInterval(), 1));
    }

    private Days.Weeks weeks(WeekRange range) {
        int from = range.getStartWeek();
        int to = range.getEndWeek() == WeekRange.UNDEFINED_WEEK ? from : range.getEndWeek();
        int every = Math.max(range.getInterval(), 1);
        if (from > to && every > 1) {
            throw refused("it is not clear which of the weeks \"" + range + "\" count after the turn of the year");
        }
        return new Days.Weeks(from, to, every);
    }

    private Days.Weekdays weekdays(WeekDayRange range) {
        var from = weekday(range.getStartDay());
        var to = range.getEndDay() == null ? from : weekday(range.getEndDay());
        var nths = new ArrayList<Integer>();
        for (var nth : list(range.getNths())) {
            int last = nth.getEndNth() == Nth.INVALID_NTH ? nth.getStartNth() : nth.getEndNth();
            if (last < nth.getStartNth() || nth.getStartNth() < 0 && last > 0) {
                throw refused("it is not clear which weekdays of the month \"" + range + "\" means");
            }
            for (int i = nth.getStartNth(); i <= last; i++) {
                nths.add(i);
            }
        }
        if (range.getOffset() != 0 && nths.isEmpty()) {
            throw refused("the days \"" + range + "\" are counted from no certain day of the month");
        }
        return new Days.Weekdays(from, to, List.copyOf(nths), range.getOffset());
    }

    private Days.Holidays holidays(Holiday holiday) {
        boolean school = holiday.getType() == Holiday.Type.SH;
        if (school && holiday.getOffset() != 0) {
            throw refused("days before or after school holidays (\"" + holiday + "\") are not evaluated");
        }
        return new Days.Holidays(school, holiday.getOffset());
    }

    private Days.Dates dates(DateRange range) {
        if (range.getInterval() > 0) {
            throw refused("the repeated dates \"" + range + "\" are not evaluated");
        }
        var from = point(range.getStartDate(), null, range);
        var to = range.getEndDate() == null ? null : point(range.getEndDate(), from, range);
        boolean onwards = range.getStartDate().isOpenEnded()
                || range.getEndDate() != null && range.getEndDate().isOpenEnded();
        if (onwards && (from.year() == null || to != null)) {
            throw refused("\"" + range + "\" does not tell until when it lasts");
        }
        if (to != null) {
            if (from.wholeMonth() != to.wholeMonth()) {
                throw refused("\"" + range + "\" goes from a month to a date or the other way round");
            }
            if (from.year() == null && to.year() != null) {
                throw refused("\"" + range + "\" has a year at its end only");
            }
            if (from.year() != null
                    && to.last(to.year() == null ? from.year() : to.year()).isBefore(from.first(from.year()))) {
                throw refused("\"" + range + "\" ends before it begins");
            }
        }
        return new Days.Dates(from, to, onwards);
    }

    /** @param start of the range that the date ends, from which it has its month if it gives none */
    private Days.Point point(DateWithOffset date, Days.Point start, DateRange range) {
        if (date.getWeekDayOffset() != null) {
            throw refused("a weekday after a date, as in \"" + range + "\", is not evaluated");
        }
        Integer year = date.undefinedYear() ? null : Integer.valueOf(date.getYear());
        if (date.getVarDate() != null) {
            return new Days.Point(year, null, null, null, 0, date.getDayOffset());
        }
        var month = date.getMonth() != null
                ? Month.of(date.getMonth().ordinal() + 1)
                : start == null ? null : start.month();
        if (month == null) {
            throw refused("the date \"" + range + "\" has no month");
        }
        if (date.getNthWeekDay() != null) {
            if (Math.abs(date.getNth()) > 4) {
                throw refused("not every year has the day \"" + range + "\"");
            }
            return new Days.Point(year, month, null, weekday(date.getNthWeekDay()), date.getNth(), date.getDayOffset());
        }
        if (date.undefinedDay()) {
            return new Days.Point(year, month, null, null, 0, 0);
        }
        if (date.getDay() > month.maxLength()) {
            throw refused("\"" + range + "\" is no date");
        }
        return new Days.Point(year, month, date.getDay(), null, 0, date.getDayOffset());
    }

    private static DayOfWeek weekday(WeekDay day) {
        return DayOfWeek.of(day.ordinal() + 1);
    }

    private static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <S, T> List<T> each(List<S> list, Function<S, T> read) {
        return list(list).stream().map(read).toList();
    }

    private UnreadableHours refused(String why) {
        return new UnreadableHours("The opening hours \"" + text + "\" cannot be evaluated: " + why + ".");
    }

    private UnreadableHours unreadable(Throwable fault) {
        var message = String.valueOf(fault.getMessage());
        var encountered = ENCOUNTERED.matcher(message);
        var notADay = NOT_A_DAY.matcher(message);
        String why;
        if (notADay.matches()) {
            why = "days of a month have two digits, 0" + notADay.group(1) + " instead of " + notADay.group(1);
        } else if (encountered.matches()) {
            var found = encountered.group(1).replace("\\\"", "\"");
            why = found.isBlank() ? "it ends too early" : "the syntax does not allow " + found + " where it stands";
        } else {
            message = PLACE.matcher(message).replaceFirst("");
            why = message.isEmpty()
                    ? "it is not in the syntax"
                    : message.substring(0, 1).toLowerCase() + message.substring(1);
        }
        return new UnreadableHours("The opening hours \"" + text + "\" cannot be read: " + why + ".");
    }
}
