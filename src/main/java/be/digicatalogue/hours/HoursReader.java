package be.digicatalogue.hours;

import be.digicatalogue.fact.Text;
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
    private static final Map<String, Text> MISTAKES = Map.of(
            "Hours without minutes",
            Text.of(
                    "Er staan uren zonder minuten in; schrijf 09:00-17:00 en niet 9-17.",
                    "There are hours without minutes; write 09:00-17:00, not 9-17."),
            "Invalid minutes",
            Text.of(
                    "Er staan ongeldige minuten in; schrijf 09:30 en niet 9.30.",
                    "There are invalid minutes; write 09:30, not 9.30."),
            "Three character weekday",
            Text.of(
                    "Er staat een weekdag van drie letters in; schrijf Mo, Tu, We, Th, Fr, Sa of Su.",
                    "There is a three character weekday; write Mo, Tu, We, Th, Fr, Sa or Su."),
            "German weekday abbreviation",
            Text.of(
                    "Er staat een weekdag in een andere taal in; schrijf Mo, Tu, We, Th, Fr, Sa of Su.",
                    "There is a weekday in another language; write Mo, Tu, We, Th, Fr, Sa or Su."),
            "Holiday in weekday range",
            Text.of(
                    "Een feestdag kan geen begin of einde van een reeks weekdagen zijn.",
                    "A holiday cannot begin or end a range of weekdays."));

    private static final Text NOT_IN_THE_SYNTAX =
            Text.of("De tekst volgt de schrijfwijze van OpenStreetMap niet.", "The text does not follow the syntax.");

    private final String text;

    private HoursReader(String text) {
        this.text = text;
    }

    static List<Rule> rules(String osm) {
        if (osm == null || osm.isBlank()) {
            throw new UnreadableHours("De openingsuren zijn leeg.", "The opening hours are empty.");
        }
        return new HoursReader(osm).rules();
    }

    /** Parses the hours of an exception: a single rule without days. */
    static Timetable.Replacement replacement(OpeningException exception) {
        var from = exception.validFrom();
        var to = exception.validTo();
        if (from == null || to == null) {
            throw new UnreadableHours(
                    "Een uitzondering heeft een eerste en een laatste dag nodig.",
                    "An exception needs a first and a last day.");
        }
        if (to.isBefore(from)) {
            throw new UnreadableHours(
                    "De uitzondering van " + from + " eindigt voor ze begint, op " + to + ".",
                    "The exception of " + from + " ends before it begins, on " + to + ".");
        }
        var rules = rules(exception.hours());
        var rule = rules.get(0);
        if (rules.size() > 1 || !rule.days().everyDay() || rule.always()) {
            throw new UnreadableHours(
                    "De uren van een uitzondering zijn off, of alleen uren van de dag.",
                    "The hours of an exception are off, or times of the day and nothing more.");
        }
        if (rule.state() == OpeningState.CLOSED && !rule.wholeDay()) {
            throw new UnreadableHours(
                    "Er staat wanneer het gesloten is, maar niet wanneer het open is.",
                    "They tell when it is closed, but not when it is open.");
        }
        var spans = rule.state() == OpeningState.CLOSED ? List.<Span>of() : rule.spans();
        var why = exception.remark() == null ? rule.why() : exception.remark();
        return new Timetable.Replacement(spans, rule.state(), why, exception.remark());
    }

    private List<Rule> rules() {
        if (text.length() > LONGEST) {
            throw new UnreadableHours(
                    "De tekst is " + text.length() + " tekens lang; hoogstens " + LONGEST + " mogen.",
                    "The text has " + text.length() + " characters; at most " + LONGEST + " are allowed.");
        }
        if (NUMBER.matcher(text.strip()).matches()) {
            throw new UnreadableHours(
                    "Dit is een getal. Misschien heeft een rekenblad de uren omgezet.",
                    "This is a number. Perhaps a spreadsheet has converted the hours.");
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
            throw new UnreadableHours(
                    "Het is niet duidelijk wat de komma in " + quoted(comma.group())
                            + " betekent. Schrijf twee regels met een puntkomma ertussen, of laat de komma weg als u die"
                            + " weekdag in die periode bedoelt.",
                    "It is not clear what the comma in " + quoted(comma.group())
                            + " means. Write two rules with a semicolon between them, or leave the comma out if you mean"
                            + " that weekday in that period.");
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
                "Bij " + quoted(days) + " staan geen uren. Schrijf ze erbij, of " + quoted(days + " off")
                        + " als het dan gesloten is, of " + quoted(days + " open") + " als het dag en nacht open is.",
                "There are no times with " + quoted(days) + ". Add them, or write " + quoted(days + " off")
                        + " when it is closed then, or " + quoted(days + " open") + " when it is open day and night.");
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
        return new UnreadableHours(
                "Bij " + days + " staan geen uren: de komma erachter begint een nieuwe regel. Bedoelt u " + likely
                        + "?",
                "There are no times with " + days + ": the comma behind it begins another rule. Do you mean " + likely
                        + "?");
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
                throw new UnreadableHours(
                        "Een dag heeft " + stretches + " tijdvakken; hoogstens " + MOST_STRETCHES + " mogen.",
                        "A day has " + stretches + " stretches; at most " + MOST_STRETCHES + " are allowed.");
            }
        }
    }

    /** @param before how the previous rule is joined; {@code null} for the first one */
    private Rule rule(ch.poole.openinghoursparser.Rule rule, Join before) {
        if (rule.isEmpty()) {
            throw new UnreadableHours(
                    "Naast een scheidingsteken (; of , of ||) staat geen regel.", "A separator has no rule beside it.");
        }
        if (rule.getComment() != null) {
            throw new UnreadableHours(
                    "De opmerking " + quoted(rule.getComment()) + " staat voor de uren; daar betekent ze niets.",
                    "The remark " + quoted(rule.getComment())
                            + " stands in front of the hours, where it has no meaning.");
        }
        if (before == null && rule.isFallBack()) {
            throw new UnreadableHours("Voor || staat niets.", "Nothing stands before ||.");
        }
        var modifier = rule.getModifier();
        var comment = modifier == null ? null : modifier.getComment();
        if (comment != null && comment.isBlank()) {
            throw new UnreadableHours(
                    "Een opmerking tussen aanhalingstekens is leeg.", "A remark between quotes is empty.");
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
            throw new UnreadableHours(
                    "Na een komma met een spatie begint een regel, zodat niet duidelijk is over welke uren het gaat; schrijf"
                            + " de komma zonder spatie.",
                    "After a comma with a space a rule begins, so that it is not clear which times the state is about;"
                            + " write the comma without a space.");
        }
        var spans = times.stream().map(time -> span(time, state)).toList();
        for (var span : spans) {
            if (span.openEnd() && spans.stream().anyMatch(other -> other != span && other.to() > span.from())) {
                throw new UnreadableHours(
                        "Op een open einde volgen andere uren van dezelfde dag.",
                        "An open end is followed by other times of the same day.");
            }
        }
        return spans;
    }

    private Span span(TimeSpan time, OpeningState state) {
        if (time.getStartEvent() != null || time.getEndEvent() != null) {
            throw refused(time, "hangt af van de zon", "depends on the sun");
        }
        if (time.getInterval() > 0) {
            throw refused(
                    time,
                    "is een reeks tijdstippen, niet een tijd waarin het open is",
                    "is a series of points in time, not a time in which it is open");
        }
        int from = time.getStart();
        boolean fixedEnd = time.getEnd() != TimeSpan.UNDEFINED_TIME;
        if (!fixedEnd && !time.isOpenEnded()) {
            throw refused(
                    time,
                    "is een tijdstip, niet een tijd waarin het open is",
                    "is a point in time, not a time in which it is open");
        }
        if (time.isOpenEnded() && state == OpeningState.CLOSED) {
            throw refused(time, "zegt niet tot wanneer het gesloten is", "does not tell until when it is closed");
        }
        int to = fixedEnd ? time.getEnd() : Span.DAY;
        if (to == from) {
            throw refused(time, "eindigt wanneer het begint", "ends when it begins");
        }
        if (to < from) {
            to += Span.DAY;
        }
        if (from < 0 || from >= Span.DAY || to > 2 * Span.DAY) {
            throw refused(
                    time,
                    "begint niet op de dag zelf of eindigt na de volgende dag",
                    "does not begin on its day or ends after the next one");
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
            throw refused(range, "eindigt voor het begint", "ends before it begins");
        }
        if (range.getStartYear() > LAST_YEAR) {
            throw refused(range, "is geen jaar waarvoor uren bekend zijn", "is no year for which hours are known");
        }
        return new Days.Years(range.getStartYear(), to, Math.max(range.getInterval(), 1));
    }

    private Days.Weeks weeks(WeekRange range) {
        int from = range.getStartWeek();
        int to = range.getEndWeek() == WeekRange.UNDEFINED_WEEK ? from : range.getEndWeek();
        int every = Math.max(range.getInterval(), 1);
        if (from > to && every > 1) {
            throw refused(
                    "week " + range,
                    "maakt niet duidelijk welke weken meetellen na de jaarwisseling",
                    "does not tell which weeks count after the turn of the year");
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
                throw refused(
                        range,
                        "maakt niet duidelijk welke weekdagen van de maand het zijn",
                        "does not tell which weekdays of the month it means");
            }
            for (int i = nth.getStartNth(); i <= last; i++) {
                nths.add(i);
            }
        }
        if (range.getOffset() != 0 && nths.isEmpty()) {
            throw refused(
                    range,
                    "telt niet vanaf een bepaalde dag van de maand",
                    "is counted from no certain day of the month");
        }
        return new Days.Weekdays(from, to, List.copyOf(nths), range.getOffset());
    }

    private Days.Holidays holidays(Holiday holiday) {
        boolean school = holiday.getType() == Holiday.Type.SH;
        if (school && holiday.getOffset() != 0) {
            throw refused(
                    holiday,
                    "gaat over dagen voor of na schoolvakanties, en die zijn hier niet bekend",
                    "is about days before or after school holidays, which are not known here");
        }
        return new Days.Holidays(school, holiday.getOffset());
    }

    private Days.Dates dates(DateRange range) {
        if (range.getInterval() > 0) {
            throw refused(
                    range, "herhaalt data, en dat wordt hier niet gelezen", "repeats dates, which is not read here");
        }
        var from = point(range.getStartDate(), null, range);
        var to = range.getEndDate() == null ? null : point(range.getEndDate(), from, range);
        boolean onwards = range.getStartDate().isOpenEnded()
                || range.getEndDate() != null && range.getEndDate().isOpenEnded();
        if (onwards && (from.year() == null || to != null)) {
            throw refused(range, "zegt niet tot wanneer het duurt", "does not tell until when it lasts");
        }
        if (to != null) {
            if (from.wholeMonth() != to.wholeMonth()) {
                throw refused(
                        range,
                        "gaat van een maand naar een datum of omgekeerd",
                        "goes from a month to a date or the other way round");
            }
            if (from.year() == null && to.year() != null) {
                throw refused(range, "heeft alleen aan het einde een jaar", "has a year at its end only");
            }
            if (from.year() != null
                    && to.last(to.year() == null ? from.year() : to.year()).isBefore(from.first(from.year()))) {
                throw refused(range, "eindigt voor het begint", "ends before it begins");
            }
        }
        return new Days.Dates(from, to, onwards);
    }

    /** @param start the start of the range that the date ends, which supplies the month if the date has none */
    private Days.DayOfYear point(DateWithOffset date, Days.DayOfYear start, DateRange range) {
        if (date.getWeekDayOffset() != null) {
            throw refused(
                    range,
                    "heeft een weekdag na een datum, en dat wordt hier niet gelezen",
                    "has a weekday after a date, which is not read here");
        }
        Integer year = date.undefinedYear() ? null : Integer.valueOf(date.getYear());
        if (date.getVarDate() != null) {
            return new Days.DayOfYear(year, null, null, null, 0, date.getDayOffset());
        }
        var month = date.getMonth() != null
                ? Month.of(date.getMonth().ordinal() + 1)
                : start == null ? null : start.month();
        if (month == null) {
            throw refused(range, "heeft geen maand", "has no month");
        }
        if (date.getNthWeekDay() != null) {
            if (Math.abs(date.getNth()) > 4) {
                throw refused(range, "is een dag die niet elk jaar er is", "is a day that not every year has");
            }
            return new Days.DayOfYear(
                    year, month, null, weekday(date.getNthWeekDay()), date.getNth(), date.getDayOffset());
        }
        if (date.undefinedDay()) {
            return new Days.DayOfYear(year, month, null, null, 0, 0);
        }
        if (date.getDay() > month.maxLength()) {
            throw refused(range, "is geen datum", "is no date");
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

    /** @param part the part of the text; the other arguments are the end of a sentence about it */
    private static UnreadableHours refused(Object part, String nl, String en) {
        var quoted = quoted(part.toString());
        return new UnreadableHours(quoted + " " + nl + ".", quoted + " " + en + ".");
    }

    private UnreadableHours unreadable(Throwable fault) {
        var message = String.valueOf(fault.getMessage());
        var encountered = ENCOUNTERED.matcher(message);
        var notADay = NOT_A_DAY.matcher(message);
        if (notADay.matches()) {
            var day = notADay.group(1);
            return new UnreadableHours(
                    "Dagen van een maand hebben twee cijfers: 0" + day + " en niet " + day + ".",
                    "Days of a month have two digits: 0" + day + " instead of " + day + ".");
        }
        if (ENDS.matcher(message).matches()) {
            return new UnreadableHours("De tekst houdt te vroeg op.", "The text ends too early.");
        }
        if (encountered.matches()) {
            var column = fault instanceof OpeningHoursParseException located ? located.getColumn() : 0;
            var found = quoted(wordAt(encountered.group(1), column));
            return new UnreadableHours(
                    found + " mag niet staan waar het staat.",
                    "The syntax does not allow " + found + " where it stands.");
        }
        var mistake = MISTAKES.entrySet().stream()
                .filter(known -> message.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(NOT_IN_THE_SYNTAX);
        return new UnreadableHours(mistake.nl(), mistake.en());
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
