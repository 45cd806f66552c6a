package be.digicatalogue.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.fact.Text;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Random hours, asked at random instants, against a twin that looks at every minute of 28 days. */
class MinuteByMinuteTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final int FORTNIGHT = 14 * 24 * 60;
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    @Property(tries = 400, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void answersWhatEveryMinuteTells(
            @ForAll("hours") Hours hours, @ForAll @IntRange(max = 3 * 365 * 24 * 60 - 1) int minute) {
        check(hours, FIRST.plus(minute, ChronoUnit.MINUTES));
    }

    /** Where it is most easily wrong: around both clock changes and the turn of the year. */
    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
    void alsoWhereTheCalendarIsOdd(
            @ForAll("hours") Hours hours,
            @ForAll("oddMoments") String around,
            @ForAll @IntRange(max = 3 * 24 * 60) int minute) {
        check(hours, Instant.parse(around).plus(minute, ChronoUnit.MINUTES));
    }

    private static void check(Hours hours, Instant moment) {
        var parsed = OpeningHours.parse(hours.text(), hours.exceptions());
        var expected = new Twin(hours).at(moment);
        var opening = parsed.at(moment);
        var actual = new Answer(
                opening.state(),
                opening.closesAt(),
                opening.opensAt(),
                opening.holiday() != null,
                opening.why() == null ? null : opening.why().en(),
                opening.sameUntil());
        assertEquals(expected, actual, () -> hours.text() + " " + hours.exceptions() + " @ " + moment);
        assertEquals(expected.state(), parsed.stateAt(moment));
    }

    @Provide
    Arbitrary<String> oddMoments() {
        return Arbitraries.of(
                "2026-03-14T20:00:00Z",
                "2026-03-28T00:00:00Z",
                "2026-10-10T20:00:00Z",
                "2026-10-24T00:00:00Z",
                "2025-12-30T00:00:00Z",
                "2026-12-23T00:00:00Z");
    }

    @Provide
    Arbitrary<Hours> hours() {
        var rules = Combinators.combine(
                        Arbitraries.of("; ", "; ", ", ", " || "), wide(), small(), times(), Arbitraries.of(MODIFIERS))
                .as(Part::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
        var exceptions = Combinators.combine(
                        Arbitraries.integers().between(0, 3 * 365),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("off", "10:00-12:00,13:00-15:00", "22:00-02:00"))
                .as((day, length, times) -> {
                    var from = LocalDate.of(2025, 1, 1).plusDays(day);
                    return new OpeningException(from, from.plusDays(length), times, Text.name("remark"), List.of());
                })
                .list()
                .ofMaxSize(20);
        return Combinators.combine(rules, exceptions).as(Hours::of);
    }

    private static final List<String> MODIFIERS =
            List.of("", "", "", "", "", " off", " off", " open", " unknown", " \"by appointment\"", " closed \"away\"");

    private static Arbitrary<Selector> wide() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(new Selector("", day -> true, false))),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 12),
                                        Arbitraries.integers().between(1, 12))
                                .as((from, to) -> new Selector(
                                        MONTHS.get(from - 1) + "-" + MONTHS.get(to - 1),
                                        day -> between(day.getMonthValue(), from, to),
                                        true))),
                Tuple.of(
                        1,
                        Combinators.combine(
                                        Arbitraries.integers().between(1, 12),
                                        Arbitraries.integers().between(1, 28),
                                        Arbitraries.integers().between(1, 12),
                                        Arbitraries.integers().between(1, 28))
                                .as((fromMonth, from, toMonth, to) -> new Selector(
                                        "%s %02d-%s %02d"
                                                .formatted(
                                                        MONTHS.get(fromMonth - 1), from, MONTHS.get(toMonth - 1), to),
                                        day -> between(
                                                day.getMonthValue() * 100 + day.getDayOfMonth(),
                                                fromMonth * 100 + from,
                                                toMonth * 100 + to),
                                        true))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                new Selector("week 01-53/2", day -> week(day) % 2 == 1, true),
                                new Selector("week 02-52/2", day -> week(day) % 2 == 0, true),
                                new Selector("week 50-02", day -> week(day) >= 50 || week(day) <= 2, true),
                                new Selector("2026", day -> day.getYear() == 2026, true),
                                new Selector(
                                        "Dec 25", day -> day.getMonthValue() == 12 && day.getDayOfMonth() == 25, true),
                                new Selector(
                                        "easter -2 days-easter +1 day",
                                        day -> !day.isBefore(
                                                        easter(day.getYear()).minusDays(2))
                                                && !day.isAfter(
                                                        easter(day.getYear()).plusDays(1)),
                                        true))));
    }

    private static Arbitrary<Selector> small() {
        var range = Combinators.combine(
                        Arbitraries.integers().between(1, 7),
                        Arbitraries.integers().between(1, 7))
                .as((from, to) -> new Selector(
                        DAYS.get(from - 1) + "-" + DAYS.get(to - 1),
                        day -> between(day.getDayOfWeek().getValue(), from, to),
                        true));
        var one = Arbitraries.integers()
                .between(1, 7)
                .map(day -> new Selector(
                        DAYS.get(day - 1), date -> date.getDayOfWeek().getValue() == day, true));
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(new Selector("", day -> true, false))),
                Tuple.of(6, range),
                Tuple.of(3, one),
                Tuple.of(
                        3,
                        Combinators.combine(one, range)
                                .as((some, more) -> new Selector(
                                        some.text() + "," + more.text(),
                                        some.days().or(more.days()),
                                        true))),
                Tuple.of(3, Arbitraries.just(new Selector("PH", MinuteByMinuteTest::holiday, true))),
                Tuple.of(
                        1,
                        one.map(day ->
                                new Selector("PH," + day.text(), day.days().or(MinuteByMinuteTest::holiday), true))),
                Tuple.of(
                        1,
                        range.map(days ->
                                new Selector("PH " + days.text(), days.days().and(MinuteByMinuteTest::holiday), true))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                new Selector(
                                        "We[1]",
                                        day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY && day.getDayOfMonth() <= 7,
                                        true),
                                new Selector(
                                        "Su[-1]",
                                        day -> day.getDayOfWeek() == DayOfWeek.SUNDAY
                                                && day.plusDays(7).getMonth() != day.getMonth(),
                                        true))));
    }

    private static Arbitrary<List<Stretch>> times() {
        var stretch = Combinators.combine(
                        Arbitraries.integers().between(0, 95),
                        Arbitraries.integers().between(1, 60))
                .as((from, length) -> new Stretch(from * 15, Math.min(from * 15 + length * 15, 2880), 0));
        var openEnd = Arbitraries.integers()
                .between(0, 95)
                .map(from -> new Stretch(from * 15, 1440, from < 68 ? 1440 : from * 15 + (from < 88 ? 600 : 480)));
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(List.<Stretch>of())),
                Tuple.of(9, stretch.list().ofMinSize(1).ofMaxSize(3)),
                Tuple.of(1, openEnd.map(List::of)));
    }

    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");

    private static boolean between(int value, int from, int to) {
        return from <= to ? value >= from && value <= to : value >= from || value <= to;
    }

    private static int week(LocalDate day) {
        return day.get(WeekFields.ISO.weekOfWeekBasedYear());
    }

    private static final Set<String> FIXED = Set.of("01-01", "05-01", "07-21", "08-15", "11-01", "11-11", "12-25");

    private static boolean holiday(LocalDate day) {
        long sinceEaster = ChronoUnit.DAYS.between(easter(day.getYear()), day);
        return FIXED.contains(day.toString().substring(5))
                || sinceEaster == 1
                || sinceEaster == 39
                || sinceEaster == 50;
    }

    private static LocalDate easter(int year) {
        return switch (year) {
            case 2024 -> LocalDate.of(2024, 3, 31);
            case 2025 -> LocalDate.of(2025, 4, 20);
            case 2026 -> LocalDate.of(2026, 4, 5);
            case 2027 -> LocalDate.of(2027, 3, 28);
            case 2028 -> LocalDate.of(2028, 4, 16);
            default -> throw new IllegalArgumentException("no Easter for " + year);
        };
    }

    record Selector(String text, Predicate<LocalDate> days, boolean selects) {}

    /** In minutes; {@code mayLastTo} 0 unless the end is open. */
    record Stretch(int from, int to, int mayLastTo) {

        String text() {
            return mayLastTo > 0 ? clock(from) + "+" : clock(from) + "-" + clock(to);
        }

        private static String clock(int minutes) {
            return "%02d:%02d".formatted(minutes / 60, minutes % 60);
        }
    }

    record Part(String join, Selector wide, Selector small, List<Stretch> times, String modifier) {

        /** Without times and state, which is refused. */
        boolean daysAlone() {
            return times.isEmpty() && modifier.isEmpty();
        }

        boolean closes() {
            return modifier.startsWith(" off") || modifier.startsWith(" closed");
        }

        boolean unknown() {
            return modifier.startsWith(" unknown") || modifier.startsWith(" \"");
        }

        boolean has(LocalDate day) {
            return wide.days().test(day) && small.days().test(day);
        }

        boolean fallBack() {
            return join.equals(" || ");
        }

        boolean overrides() {
            return join.equals("; ") && !closes();
        }

        String text() {
            var hours = String.join(",", times.stream().map(Stretch::text).toList());
            return (wide.text() + " " + small.text() + " " + hours + modifier)
                    .replaceAll(" +", " ")
                    .strip();
        }
    }

    record Hours(String text, List<Part> rules, List<OpeningException> exceptions) {

        static Hours of(List<Part> parts, List<OpeningException> wanted) {
            var rules = new ArrayList<Part>();
            var text = new StringBuilder();
            for (var part : parts) {
                if (part.daysAlone() || part.closes() && part.times().stream().anyMatch(time -> time.mayLastTo() > 0)) {
                    continue;
                }
                var join = rules.isEmpty() ? "; " : part.join();
                // Without days a comma continues the list of times.
                if (join.equals(", ") && !part.small().selects()) {
                    join = "; ";
                }
                text.append(rules.isEmpty() ? "" : join).append(part.text());
                // What is added to a fallback is a part of it.
                if (join.equals(", ") && rules.get(rules.size() - 1).fallBack()) {
                    join = " || ";
                }
                rules.add(new Part(join, part.wide(), part.small(), part.times(), part.modifier()));
            }
            if (rules.isEmpty()) {
                return of(
                        List.of(new Part(
                                "; ",
                                new Selector("", day -> true, false),
                                new Selector("Mo", day -> day.getDayOfWeek() == DayOfWeek.MONDAY, true),
                                List.of(),
                                " open")),
                        wanted);
            }
            var exceptions = new ArrayList<OpeningException>();
            for (var exception : wanted) {
                if (exceptions.stream()
                        .noneMatch(other -> !exception.validFrom().isAfter(other.validTo())
                                && !other.validFrom().isAfter(exception.validTo()))) {
                    exceptions.add(exception);
                }
            }
            return new Hours(text.toString(), rules, exceptions);
        }
    }

    record Answer(
            OpeningState state,
            OffsetDateTime closesAt,
            OffsetDateTime opensAt,
            boolean holiday,
            String why,
            Instant sameUntil) {}

    /** What one minute of the wall clock tells. */
    record Minute(OpeningState state, boolean endUnknown, String why) {}

    private static final Minute CLOSED = new Minute(OpeningState.CLOSED, false, null);
    private static final Minute DOUBT = new Minute(OpeningState.UNKNOWN, false, Reasons.HOLIDAY_NOT_MENTIONED.en());

    private static final String APPOINTMENT = Reasons.BY_APPOINTMENT.en();
    private static final String NOT_KNOWN = Reasons.of(null).en();

    private static final class Twin {

        private final Hours hours;
        private final boolean mentionsHolidays;
        private final Map<LocalDate, boolean[]> has = new HashMap<>();
        private final Map<LocalDate, Boolean> doubts = new HashMap<>();
        private LocalDate today;
        private OpeningException exception;
        private OpeningException before;
        private boolean[] hasToday;
        private boolean[] hadYesterday;
        private boolean doubtToday;
        private boolean doubtYesterday;

        Twin(Hours hours) {
            this.hours = hours;
            this.mentionsHolidays = hours.text().contains("PH");
        }

        Answer at(Instant moment) {
            int count = 2 * FORTNIGHT + 1;
            var minutes = new Minute[count];
            var holidays = new LocalDate[count];
            for (int i = 0; i < count; i++) {
                var now = moment.plusSeconds(i * 60L);
                long local = now.getEpochSecond()
                        + BRUSSELS.getRules().getOffset(now).getTotalSeconds();
                enter(Math.floorDiv(local, 86_400L));
                minutes[i] = minute((int) Math.floorMod(local, 86_400L) / 60);
                holidays[i] = holiday(today) ? today : null;
            }
            // Backwards: for every minute, which one is the answer (or none).
            var closes = new int[count];
            var opens = new int[count];
            closes[count - 1] = Integer.MAX_VALUE;
            opens[count - 1] = Integer.MAX_VALUE;
            for (int i = count - 2; i >= 0; i--) {
                var now = minutes[i];
                var next = minutes[i + 1];
                boolean open = now.state() == OpeningState.OPEN;
                boolean opensNext = next.state() == OpeningState.OPEN;
                closes[i] = !open
                        ? Integer.MAX_VALUE
                        : opensNext
                                ? closes[i + 1]
                                : next.state() == OpeningState.CLOSED && !now.endUnknown() ? i + 1 : Integer.MAX_VALUE;
                opens[i] = now.state() == OpeningState.UNKNOWN || next.state() == OpeningState.UNKNOWN
                        ? Integer.MAX_VALUE
                        : !open && opensNext ? i + 1 : opens[i + 1];
            }
            int same = 1;
            while (same < FORTNIGHT
                    && minutes[same].state() == minutes[0].state()
                    && Objects.equals(minutes[same].why(), minutes[0].why())
                    && Objects.equals(holidays[same], holidays[0])
                    && shown(closes, same) == shown(closes, 0)
                    && shown(opens, same) == shown(opens, 0)) {
                same++;
            }
            return new Answer(
                    minutes[0].state(),
                    time(moment, shown(closes, 0)),
                    time(moment, shown(opens, 0)),
                    holidays[0] != null,
                    minutes[0].why(),
                    moment.plusSeconds(same * 60L));
        }

        private static int shown(int[] answers, int at) {
            return answers[at] == Integer.MAX_VALUE || answers[at] - at > FORTNIGHT ? -1 : answers[at];
        }

        private static OffsetDateTime time(Instant moment, int minute) {
            return minute < 0
                    ? null
                    : moment.plusSeconds(minute * 60L).atZone(BRUSSELS).toOffsetDateTime();
        }

        private void enter(long epochDay) {
            if (today != null && today.toEpochDay() == epochDay) {
                return;
            }
            today = LocalDate.ofEpochDay(epochDay);
            exception = exception(today);
            before = exception(today.minusDays(1));
            hasToday = has(today);
            hadYesterday = has(today.minusDays(1));
            doubtToday = doubt(today);
            doubtYesterday = doubt(today.minusDays(1));
        }

        private Minute minute(int minute) {
            if (exception != null) {
                return exceptionally(exception, minute);
            }
            if (before != null && exceptionally(before, minute + 1440).state() == OpeningState.OPEN) {
                return exceptionally(before, minute + 1440);
            }
            var verdict = CLOSED;
            for (int i = 0; i < hours.rules().size(); i++) {
                var rule = hours.rules().get(i);
                if (hasToday[i]) {
                    verdict = rule.overrides() ? CLOSED : verdict;
                    verdict = apply(rule, minute, verdict);
                }
                if (before == null && hadYesterday[i] && !overridden(i, hadYesterday)) {
                    var spilt = apply(rule, minute + 1440, verdict);
                    boolean doubtful = spilt != verdict && !rule.closes() && !rule.unknown() && doubtYesterday;
                    verdict = doubtful ? DOUBT : spilt;
                }
            }
            return doubtToday && verdict.state() != OpeningState.UNKNOWN ? DOUBT : verdict;
        }

        private boolean overridden(int index, boolean[] has) {
            for (int i = index + 1; i < has.length; i++) {
                var rule = hours.rules().get(i);
                if (has[i] && (rule.overrides() || rule.closes() && wholeDay(rule) && !rule.fallBack())) {
                    return true;
                }
            }
            return false;
        }

        private static boolean wholeDay(Part rule) {
            return rule.times().isEmpty()
                    || rule.times().stream().allMatch(time -> time.from() == 0 && time.to() == 1440)
                            && rule.times().size() == 1;
        }

        private static Minute apply(Part rule, int minute, Minute before) {
            if (rule.fallBack() && before.state() != OpeningState.CLOSED) {
                return before;
            }
            var why = !rule.unknown() ? null : rule.modifier().contains("\"") ? APPOINTMENT : NOT_KNOWN;
            var state = rule.closes() ? OpeningState.CLOSED : rule.unknown() ? OpeningState.UNKNOWN : OpeningState.OPEN;
            var verdict = before;
            if (rule.times().isEmpty() && minute < 1440) {
                verdict = new Minute(state, false, why);
            }
            for (var time : rule.times()) {
                if (rule.fallBack() && verdict.state() != OpeningState.CLOSED) {
                    continue;
                }
                if (minute >= time.from() && minute < time.to()) {
                    verdict = new Minute(state, state == OpeningState.OPEN && time.mayLastTo() > 0, why);
                } else if (minute >= time.to() && minute < time.mayLastTo()) {
                    verdict =
                            new Minute(OpeningState.UNKNOWN, false, why == null ? Reasons.END_NOT_PUBLISHED.en() : why);
                }
            }
            return verdict;
        }

        private OpeningException exception(LocalDate day) {
            for (var exception : hours.exceptions()) {
                if (!day.isBefore(exception.validFrom()) && !day.isAfter(exception.validTo())) {
                    return exception;
                }
            }
            return null;
        }

        private static Minute exceptionally(OpeningException exception, int minute) {
            boolean open =
                    switch (exception.hours()) {
                        case "off" -> false;
                        case "22:00-02:00" -> minute >= 1320 && minute < 1560;
                        default -> minute >= 600 && minute < 720 || minute >= 780 && minute < 900;
                    };
            return new Minute(open ? OpeningState.OPEN : OpeningState.CLOSED, false, "remark");
        }

        private boolean[] has(LocalDate day) {
            return has.computeIfAbsent(day, date -> {
                var result = new boolean[hours.rules().size()];
                for (int i = 0; i < result.length; i++) {
                    result[i] = hours.rules().get(i).has(date);
                }
                return result;
            });
        }

        private boolean doubt(LocalDate day) {
            return doubts.computeIfAbsent(day, date -> {
                boolean doubt = holiday(date) && !mentionsHolidays;
                for (var rule : hours.rules()) {
                    if (doubt && rule.has(date) && sure(rule)) {
                        return sureToTheEnd(rule, date);
                    }
                }
                return doubt;
            });
        }

        /** Doubt comes back with a later rule that overrides without naming the day. */
        private boolean sureToTheEnd(Part sure, LocalDate date) {
            boolean doubt = true;
            for (var rule : hours.rules()
                    .subList(hours.rules().indexOf(sure), hours.rules().size())) {
                if (rule.has(date)) {
                    doubt = !sure(rule) && (doubt || rule.overrides());
                }
            }
            return doubt;
        }

        private static boolean sure(Part rule) {
            boolean everyDay = !rule.wide().selects() && !rule.small().selects();
            return rule.wide().text().equals("Dec 25")
                    || rule.closes() && wholeDay(rule) && (rule.wide().selects() || everyDay);
        }
    }
}
