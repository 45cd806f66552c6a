package be.digicatalogue.hours;

import be.digicatalogue.fact.Message;
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
import ch.poole.openinghoursparser.Util;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import ch.poole.openinghoursparser.WeekRange;
import ch.poole.openinghoursparser.YearRange;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses hours in the syntax of OpenStreetMap strictly, and rejects everything that cannot be evaluated with certainty: a
 * mistake in the text must never open a place.
 */
final class HoursReader {

    /** In characters. Longer texts are rejected, so that everything derived from hours stays short. */
    private static final int LONGEST = 400;

    /** The largest number of periods in a day, whatever their state. */
    private static final int MOST_STRETCHES = 24;

    /** A later year is more likely a postal code, or a day number of a spreadsheet. */
    private static final int LAST_YEAR = 2199;

    private static final int LONGEST_QUOTE = 60;

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+([.,][0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern ENCOUNTERED = Pattern.compile("(?s)Encountered:\\s+\\S+ \"(.*?)\\s?\" at line.*");
    private static final Pattern ENDS = Pattern.compile("(?s)Encountered:\\s+<EOF>.*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|([\"'\\\\]))");
    private static final Pattern WORD_END = Pattern.compile("[\\s;,|]");
    private static final Pattern NOT_A_DAY = Pattern.compile("(?s)(\\d) is not a valid month day number.*");

    /** A comma with a space starts a rule, but the parser continues with the times of the previous rule. */
    private static final Pattern SPACED_TIMES = Pattern.compile("\\d\\s*\\+?\\s*,\\s+\\d{1,2}:");

    private static final Pattern REMARK = Pattern.compile("\"[^\"]*\"");

    /** The parser ignores the comma between a part of the year and a weekday. */
    private static final Pattern COMMA_BEFORE_WEEKDAY =
            Pattern.compile("(?i)(?:\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|easter)|(?<![:/\\d])\\d{1,4})"
                    + "\\s*,\\s*(?:mo|tu|we|th|fr|sa|su)\\b");

    /** Messages of the parser by their beginning. */
    private static final Map<String, Message> MISTAKES = Map.of(
            "Hours without minutes",
            Message.of("hours.noMinutes"),
            "Invalid minutes",
            Message.of("hours.invalidMinutes"),
            "Three character weekday",
            Message.of("hours.threeLetters"),
            "German weekday abbreviation",
            Message.of("hours.foreignWeekday"),
            "Holiday in weekday range",
            Message.of("hours.holidayInRange"));

    private static final Message NOT_IN_THE_SYNTAX = Message.of("hours.notInSyntax");

    private final String text;

    private HoursReader(String text) {
        this.text = text;
    }

    static List<Rule> rules(String osm) {
        if (osm == null || osm.isBlank()) {
            throw new UnreadableHours(Message.of("hours.empty"));
        }
        return new HoursReader(osm).rules();
    }

    /** Parses the hours of an exception: a single rule without days. */
    static Timetable.Replacement replacement(OpeningException exception) {
        var from = exception.validFrom();
        var to = exception.validTo();
        if (from == null || to == null) {
            throw new UnreadableHours(Message.of("hours.exceptionWithoutDays"));
        }
        if (to.isBefore(from)) {
            throw new UnreadableHours(Message.of("hours.exceptionEndsEarly", from, to));
        }
        var rules = rules(exception.hours());
        var rule = rules.get(0);
        if (rules.size() > 1 || !rule.days().everyDay() || rule.always()) {
            throw new UnreadableHours(Message.of("hours.exceptionHours"));
        }
        if (rule.state() == OpeningState.CLOSED && !rule.wholeDay()) {
            throw new UnreadableHours(Message.of("hours.closedOnly"));
        }
        var spans = rule.state() == OpeningState.CLOSED ? List.<Span>of() : rule.spans();
        var why = exception.remark() == null ? rule.why() : exception.remark();
        return new Timetable.Replacement(spans, rule.state(), why, exception.remark());
    }

    private List<Rule> rules() {
        if (text.length() > LONGEST) {
            throw new UnreadableHours(Message.of("hours.tooLong", text.length(), LONGEST));
        }
        if (NUMBER.matcher(text.strip()).matches()) {
            throw new UnreadableHours(Message.of("hours.number"));
        }
        List<ch.poole.openinghoursparser.Rule> read;
        try {
            read = new OpeningHoursParser(new StringReader(text)).rules(true, false);
        } catch (OpeningHoursParseException e) {
            throw unreadable(e.getExceptions().isEmpty() ? e : e.getExceptions().get(0));
        } catch (TokenMgrError e) {
            throw unreadable(e);
        }
        refuseDaysAlone(read);
        var rules = new ArrayList<Rule>();
        for (var rule : read) {
            rules.add(rule(
                    rule, rules.isEmpty() ? null : rules.get(rules.size() - 1).join()));
        }
        refuseManyStretches(rules);
        return rules;
    }

    /**
     * Rejects days without times and without a state. The specification says that they are open day and night, but authors
     * mean something else. {@code PH,Dec 24 off} is such a rule ({@code PH}) followed by an additional one.
     */
    private void refuseDaysAlone(List<ch.poole.openinghoursparser.Rule> rules) {
        var comma = COMMA_BEFORE_WEEKDAY.matcher(REMARK.matcher(text).replaceAll(""));
        if (comma.find()) {
            throw new UnreadableHours(Message.of("hours.ambiguousComma", quoted(comma.group())));
        }
        for (int i = 0; i < rules.size(); i++) {
            if (isDaysAlone(rules.get(i))) {
                int last = i + 1;
                while (last < rules.size() - 1 && rules.get(last).isAdditive() && isDaysAlone(rules.get(last))) {
                    last++;
                }
                throw last < rules.size() && rules.get(last).isAdditive() && !isDaysAlone(rules.get(last))
                        ? daysOfAnother(rules.subList(i, last + 1))
                        : daysAlone(rules.get(i).toString());
            }
        }
    }

    private static boolean isDaysAlone(ch.poole.openinghoursparser.Rule rule) {
        return !rule.isEmpty() && !rule.isTwentyfourseven() && rule.getTimes() == null && rule.getModifier() == null;
    }

    private static UnreadableHours daysAlone(String days) {
        return new UnreadableHours(
                Message.of("hours.daysAlone", quoted(days), quoted(days + " off"), quoted(days + " open")));
    }

    /** @param rules days without times, except for the last rule, whose times or state are meant for all of them */
    private static UnreadableHours daysOfAnother(List<ch.poole.openinghoursparser.Rule> rules) {
        var last = rules.get(rules.size() - 1);
        var meant = new ArrayList<ch.poole.openinghoursparser.Rule>();
        for (var rule : rules) {
            var whole = rule.copy();
            whole.setAdditive(false);
            whole.setFallBack(false);
            whole.setTimes(last.getTimes());
            whole.setModifier(last.getModifier());
            meant.add(whole);
        }
        var days = quoted(rules.get(0).toString());
        var likely = quoted(Util.rulesToOpeningHoursString(meant));
        return new UnreadableHours(Message.of("hours.daysOfAnother", days, likely));
    }

    /** Counts by weekday, which is at least the number of any single day. */
    private static void refuseManyStretches(List<Rule> rules) {
        for (var weekday : DayOfWeek.values()) {
            int stretches = 0;
            for (var rule : rules) {
                if (rule.days().mayFallOn(weekday) && !(rule.wholeDay() && rule.state() == OpeningState.CLOSED)) {
                    int own = rule.spans().size();
                    stretches = rule.overrides() ? Math.max(stretches, own) : stretches + own;
                }
            }
            if (stretches > MOST_STRETCHES) {
                throw new UnreadableHours(Message.of("hours.tooManyStretches", stretches, MOST_STRETCHES));
            }
        }
    }

    /** @param before how the previous rule is joined; {@code null} for the first one */
    private Rule rule(ch.poole.openinghoursparser.Rule rule, Join before) {
        if (rule.isEmpty()) {
            throw new UnreadableHours(Message.of("hours.emptyRule"));
        }
        if (rule.getComment() != null) {
            throw new UnreadableHours(Message.of("hours.remarkFirst", quoted(rule.getComment())));
        }
        if (before == null && rule.isFallBack()) {
            throw new UnreadableHours(Message.of("hours.fallbackAlone"));
        }
        var modifier = rule.getModifier();
        var comment = modifier == null ? null : modifier.getComment();
        if (comment != null && comment.isBlank()) {
            throw new UnreadableHours(Message.of("hours.emptyRemark"));
        }
        var state = state(modifier == null ? null : modifier.getModifier(), comment);
        // A rule added to a fallback is part of the fallback.
        boolean fallsBack = rule.isFallBack() || rule.isAdditive() && before == Join.FALL_BACK;
        var join = fallsBack ? Join.FALL_BACK : rule.isAdditive() ? Join.ADD : Join.OVERRIDE;
        return new Rule(join, rule.isTwentyfourseven(), days(rule), spans(rule.getTimes(), state), state, comment);
    }

    /** A comment without a state means that the state depends on what the comment says. */
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
            throw new UnreadableHours(Message.of("hours.spacedComma"));
        }
        var spans = times.stream().map(time -> span(time, state)).toList();
        for (var span : spans) {
            if (span.openEnd() && spans.stream().anyMatch(other -> other != span && other.to() > span.from())) {
                throw new UnreadableHours(Message.of("hours.openEndFollowed"));
            }
        }
        return spans;
    }

    private Span span(TimeSpan time, OpeningState state) {
        if (time.getStartEvent() != null || time.getEndEvent() != null) {
            throw new UnreadableHours(Message.of("hours.sun", quoted(time.toString())));
        }
        if (time.getInterval() > 0) {
            throw new UnreadableHours(Message.of("hours.seriesOfTimes", quoted(time.toString())));
        }
        int from = time.getStart();
        boolean fixedEnd = time.getEnd() != TimeSpan.UNDEFINED_TIME;
        if (!fixedEnd && !time.isOpenEnded()) {
            throw new UnreadableHours(Message.of("hours.pointInTime", quoted(time.toString())));
        }
        if (time.isOpenEnded() && state == OpeningState.CLOSED) {
            throw new UnreadableHours(Message.of("hours.closedOpenEnd", quoted(time.toString())));
        }
        int to = fixedEnd ? time.getEnd() : Span.DAY;
        if (to == from) {
            throw new UnreadableHours(Message.of("hours.emptySpan", quoted(time.toString())));
        }
        if (to < from) {
            to += Span.DAY;
        }
        if (from < 0 || from >= Span.DAY || to > 2 * Span.DAY) {
            throw new UnreadableHours(Message.of("hours.spanBeyondDay", quoted(time.toString())));
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
            throw new UnreadableHours(Message.of("hours.endsBeforeBeginning", quoted(range.toString())));
        }
        if (range.getStartYear() > LAST_YEAR) {
            throw new UnreadableHours(Message.of("hours.unknownYear", quoted(range.toString())));
        }
        return new Days.Years(range.getStartYear(), to, Math.max(range.getInterval(), 1));
    }

    private Days.Weeks weeks(WeekRange range) {
        int from = range.getStartWeek();
        int to = range.getEndWeek() == WeekRange.UNDEFINED_WEEK ? from : range.getEndWeek();
        int every = Math.max(range.getInterval(), 1);
        if (from > to && every > 1) {
            throw new UnreadableHours(Message.of("hours.weeksOverNewYear", quoted("week " + range)));
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
                throw new UnreadableHours(Message.of("hours.unclearNthWeekday", quoted(range.toString())));
            }
            for (int i = nth.getStartNth(); i <= last; i++) {
                nths.add(i);
            }
        }
        if (range.getOffset() != 0 && nths.isEmpty()) {
            throw new UnreadableHours(Message.of("hours.offsetWithoutDay", quoted(range.toString())));
        }
        return new Days.Weekdays(from, to, List.copyOf(nths), range.getOffset());
    }

    private Days.Holidays holidays(Holiday holiday) {
        boolean school = holiday.getType() == Holiday.Type.SH;
        if (school && holiday.getOffset() != 0) {
            throw new UnreadableHours(Message.of("hours.schoolHolidayOffset", quoted(holiday.toString())));
        }
        return new Days.Holidays(school, holiday.getOffset());
    }

    private Days.Dates dates(DateRange range) {
        if (range.getInterval() > 0) {
            throw new UnreadableHours(Message.of("hours.repeatedDates", quoted(range.toString())));
        }
        var from = point(range.getStartDate(), null, range);
        var to = range.getEndDate() == null ? null : point(range.getEndDate(), from, range);
        boolean onwards = range.getStartDate().isOpenEnded()
                || range.getEndDate() != null && range.getEndDate().isOpenEnded();
        if (onwards && (from.year() == null || to != null)) {
            throw new UnreadableHours(Message.of("hours.openEndedDates", quoted(range.toString())));
        }
        if (to != null) {
            if (from.wholeMonth() != to.wholeMonth()) {
                throw new UnreadableHours(Message.of("hours.monthToDate", quoted(range.toString())));
            }
            if (from.year() == null && to.year() != null) {
                throw new UnreadableHours(Message.of("hours.yearAtEndOnly", quoted(range.toString())));
            }
            if (from.year() != null
                    && to.last(to.year() == null ? from.year() : to.year()).isBefore(from.first(from.year()))) {
                throw new UnreadableHours(Message.of("hours.endsBeforeBeginning", quoted(range.toString())));
            }
        }
        return new Days.Dates(from, to, onwards);
    }

    /** @param start the start of the range that the date ends, which supplies the month if the date has none */
    private Days.DayOfYear point(DateWithOffset date, Days.DayOfYear start, DateRange range) {
        if (date.getWeekDayOffset() != null) {
            throw new UnreadableHours(Message.of("hours.weekdayAfterDate", quoted(range.toString())));
        }
        Integer year = date.undefinedYear() ? null : Integer.valueOf(date.getYear());
        if (date.getVarDate() != null) {
            return new Days.DayOfYear(year, null, null, null, 0, date.getDayOffset());
        }
        var month = date.getMonth() != null
                ? Month.of(date.getMonth().ordinal() + 1)
                : start == null ? null : start.month();
        if (month == null) {
            throw new UnreadableHours(Message.of("hours.noMonth", quoted(range.toString())));
        }
        if (date.getNthWeekDay() != null) {
            if (Math.abs(date.getNth()) > 4) {
                throw new UnreadableHours(Message.of("hours.notEveryYear", quoted(range.toString())));
            }
            return new Days.DayOfYear(
                    year, month, null, weekday(date.getNthWeekDay()), date.getNth(), date.getDayOffset());
        }
        if (date.undefinedDay()) {
            return new Days.DayOfYear(year, month, null, null, 0, 0);
        }
        if (date.getDay() > month.maxLength()) {
            throw new UnreadableHours(Message.of("hours.noDate", quoted(range.toString())));
        }
        return new Days.DayOfYear(year, month, date.getDay(), null, 0, date.getDayOffset());
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

    private UnreadableHours unreadable(Throwable fault) {
        var message = String.valueOf(fault.getMessage());
        var encountered = ENCOUNTERED.matcher(message);
        var notADay = NOT_A_DAY.matcher(message);
        if (notADay.matches()) {
            var day = notADay.group(1);
            return new UnreadableHours(Message.of("hours.oneDigitDay", "0" + day, day));
        }
        if (ENDS.matcher(message).matches()) {
            return new UnreadableHours(Message.of("hours.endsEarly"));
        }
        if (encountered.matches()) {
            var column = fault instanceof OpeningHoursParseException located ? located.getColumn() : 0;
            var found = quoted(wordAt(encountered.group(1), column));
            return new UnreadableHours(Message.of("hours.unexpected", found));
        }
        var mistake = MISTAKES.entrySet().stream()
                .filter(known -> message.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NOT_IN_THE_SYNTAX);
        return new UnreadableHours(mistake);
    }

    /**
     * The word at which parsing failed; the parser reports only its beginning.
     *
     * @param escaped the beginning as the parser reports it, without non-ASCII characters
     * @param column where the previous word begins, counted from 1; 0 at the beginning of the text
     */
    private String wordAt(String escaped, int column) {
        var begin = ESCAPE.matcher(escaped)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        escape.group(1) == null
                                ? escape.group(2)
                                : Character.toString(Integer.parseInt(escape.group(1), 16))));
        int from = Math.max(column - 1, 0);
        while (column > 0 && from < text.length() && Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        int at = text.indexOf(begin, from);
        return at < 0 ? begin : begin + WORD_END.split(text.substring(at + begin.length()), 2)[0];
    }

    /** A quotation of the text, without characters that a message would have to escape. */
    private static String quoted(String part) {
        var plain = part.strip().replace('"', '’').replaceAll("\\p{Cntrl}", " ");
        return "'"
                + (plain.codePointCount(0, plain.length()) <= LONGEST_QUOTE
                        ? plain
                        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_QUOTE)) + "…")
                + "'";
    }
}
