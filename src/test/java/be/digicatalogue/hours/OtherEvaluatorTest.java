package be.digicatalogue.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.NodeTools;
import be.digicatalogue.PackagedService;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hours as most programs evaluate them: opening_hours of npm, for Belgium, asked the same at the same moments as our evaluator
 * and, about the bundled hours, as the packaged service. It needs node and npm, so it runs in a Maven profile of its own:
 * {@code mvn verify -Pstandards}.
 */
@Tag("standards")
class OtherEvaluatorTest {

    private static final int GENERATED = 2_000;
    private static final int MOMENTS_OF_A_POINT = 6;
    private static final Pattern SPAN = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    /** Where the two may differ, and why. */
    private enum Difference {
        HOLIDAY_NOT_MENTIONED(
                "On a public holiday that the hours do not mention, and after its midnight where its evening goes on, nothing"
                        + " is known; opening_hours takes it for any other day.",
                one -> one.ours("unknown") && !one.mentionsHolidays() && one.isAtHoliday()),
        OPEN_END(
                "What begins and has no end is open for us and unknown how long; what may follow a given end is unknown."
                        + " opening_hours has the first as unknown and the second as closed.",
                one -> one.text.matches(".*\\d\\+.*")
                        && (one.ours("open") && one.theirs("unknown") || one.ours("unknown") && one.theirs("closed"))),
        SCHOOL_HOLIDAYS(
                "opening_hours refuses them, for it knows none of Belgium; for us is unknown what depends on them.",
                one -> one.ours("read") && one.text.contains("SH") && one.why.contains("no holidays (SH)")),
        SUN(
                "Hours that depend on the sun are of no use to who wants to know when to come.",
                one -> one.ours("refused") && one.why.endsWith("depends on the sun.")),
        DAYS_ALONE(
                "Days without times are open day and night for opening_hours, which warns of them.",
                one -> one.ours("refused") && one.why.contains("has no times. Add them")),
        NUMBER(
                "A number is a year for opening_hours, which warns of it.",
                one -> one.ours("refused") && one.why.startsWith("This is a number.")),
        CARELESS(
                "opening_hours makes the best of times without minutes, minutes behind a dot, an empty rule and a list of"
                        + " days of a month; we ask what was meant.",
                one -> one.ours("refused")
                        && Stream.of(
                                        "Hours need minutes:",
                                        "The minutes are not valid:",
                                        "There is no rule beside a separator",
                                        "The text does not follow the syntax")
                                .anyMatch(one.why::startsWith)),
        EVENING(
                "An evening that a later rule closes or takes the place of adds nothing after midnight; opening_hours looks at"
                        + " the calendar day alone in some of these cases.",
                one -> one.moment != null
                        && one.moment.getHour() < 10
                        && one.hasEvenings()
                        && one.text.matches(".*[;,|] .*")),
        YEAR_ROUND(
                "A range that ends in the month in which it begins, a year later, is the whole year; opening_hours has only its"
                        + " first part.",
                one -> one.moment != null && one.text.matches(".*\\b([A-Z][a-z]{2}) \\d\\d-\\1 \\d\\d\\b.*"));

        /** Of the generated ones; more than that are a class of their own. */
        private static final int MOST_OF_EVENINGS = 12;

        private final String reason;
        private final Predicate<ComparedMoment> covers;

        Difference(String reason, Predicate<ComparedMoment> covers) {
            this.reason = reason;
            this.covers = covers;
        }
    }

    private record Question(String text, List<Long> moments) {}

    /**
     * What both say.
     *
     * @param ours {@code refused} for a text that cannot be read
     * @param why of a refusal, ours or theirs
     */
    private record ComparedMoment(String text, LocalDateTime moment, String ours, String theirs, String why) {

        boolean ours(String said) {
            return ours.equals(said);
        }

        boolean theirs(String said) {
            return theirs.equals(said);
        }

        /** Whether some hours run into the next day. */
        boolean hasEvenings() {
            return SPAN.matcher(text).results().anyMatch(span -> span.group(1).compareTo(span.group(2)) > 0);
        }

        /** The day before a holiday is none. */
        boolean mentionsHolidays() {
            return text.replace("PH -1 day", "").contains("PH");
        }

        boolean isAtHoliday() {
            var day = moment.toLocalDate();
            return PublicHolidays.on(day) != null || PublicHolidays.on(day.minusDays(1)) != null;
        }

        @Override
        public String toString() {
            return text + " @ " + moment + ": " + ours + ", opening_hours: " + theirs + (why == null ? "" : " " + why);
        }
    }

    @Test
    void agreesOnWhatPeopleWrite() throws Exception {
        var texts = Files.readAllLines(Path.of("src/test/resources/opening-hours.txt"));
        assertTrue(texts.size() >= 300, () -> texts.size() + " texts");
        var random = new Random(17);
        check(texts.stream()
                .map(text -> new Question(text, moments(random, 40)))
                .toList());
    }

    @Test
    void agreesOnGeneratedHours() throws Exception {
        var random = new Random(2026);
        check(IntStream.range(0, GENERATED)
                .mapToObj(i -> new Question(generated(random), moments(random, 10)))
                .toList());
    }

    /** A point is open at a moment for the service when it is found then, or told as open by older hours. */
    @Test
    void agreesOnTheBundledHoursAsTheServiceTellsThem() throws Exception {
        var service = PackagedService.shared();
        var points =
                service.given().get("/v1/service-points.json").jsonPath().<Map<String, Object>>getList("items").stream()
                        .filter(point -> point.containsKey("openingHours"))
                        .filter(point -> !point.containsKey("openingExceptions"))
                        .toList();
        assertTrue(points.size() >= 30, () -> points.size() + " points");
        var random = new Random(31);
        var questions = points.stream()
                .map(point -> new Question((String) point.get("openingHours"), comingMoments(random)))
                .toList();
        var theirs = answers(questions);
        var different = new ArrayList<ComparedMoment>();
        int open = 0;
        for (int i = 0; i < points.size(); i++) {
            var states = (List<?>) theirs.get(i).get("states");
            for (int j = 0; j < states.size(); j++) {
                var moment = LocalDateTime.ofInstant(
                        Instant.ofEpochSecond(questions.get(i).moments().get(j)), Moment.BRUSSELS);
                var told = service.given()
                        .queryParam("openAt", moment.toString())
                        .queryParam("q", points.get(i).get("name"))
                        .get("/v1/service-points")
                        .jsonPath()
                        .param("id", points.get(i).get("id"));
                boolean isOpen = !told.getList("items.findAll { it.id == id }").isEmpty()
                        || !told.getList(
                                        "alternatives.findAll { it.dropped == 'certainty' }.items.flatten().findAll { it.id == id }")
                                .isEmpty();
                open += isOpen ? 1 : 0;
                // Hours by appointment are unknown for both, and not told as open.
                if (isOpen != states.get(j).equals("open")) {
                    different.add(new ComparedMoment(
                            questions.get(i).text(),
                            moment,
                            isOpen ? "open" : "not told as open",
                            (String) states.get(j),
                            (String) points.get(i).get("id")));
                }
            }
        }
        assertEquals("", lines(different));
        assertTrue(open > 5, open + " times open");
    }

    /** By day, within eight weeks, and neither on a holiday nor the day after one. */
    private static List<Long> comingMoments(Random random) {
        return Stream.generate(() -> LocalDate.now(Moment.BRUSSELS).plusDays(1 + random.nextInt(56)))
                .filter(day -> PublicHolidays.on(day) == null && PublicHolidays.on(day.minusDays(1)) == null)
                .map(day -> day.atTime(9, 0).plusMinutes(15L * random.nextInt(40)))
                .map(moment -> moment.atZone(Moment.BRUSSELS).toEpochSecond())
                .limit(MOMENTS_OF_A_POINT)
                .toList();
    }

    @Test
    void bothHaveTheTenLegalHolidays() throws Exception {
        var days = LocalDate.of(2024, 1, 1).datesUntil(LocalDate.of(2034, 1, 1)).toList();
        var noons = days.stream()
                .map(day -> day.atTime(12, 0).atZone(Moment.BRUSSELS).toEpochSecond())
                .toList();
        var theirs = answers(List.of(new Question("PH open", noons))).get(0);
        var holidays = new TreeSet<LocalDate>();
        for (int i = 0; i < days.size(); i++) {
            assertEquals(
                    PublicHolidays.on(days.get(i)) != null,
                    ((List<?>) theirs.get("states")).get(i).equals("open"),
                    days.get(i).toString());
            if (PublicHolidays.on(days.get(i)) != null) {
                holidays.add(days.get(i));
            }
        }
        assertEquals(
                List.of(
                        "2026-01-01",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-05-25",
                        "2026-07-21",
                        "2026-08-15",
                        "2026-11-01",
                        "2026-11-11",
                        "2026-12-25"),
                holidays.stream()
                        .filter(day -> day.getYear() == 2026)
                        .map(LocalDate::toString)
                        .toList());
    }

    private static void check(List<Question> questions) throws Exception {
        var theirs = answers(questions);
        var listed = new EnumMap<Difference, Set<ComparedMoment>>(Difference.class);
        var unlisted = new ArrayList<ComparedMoment>();
        for (int i = 0; i < questions.size(); i++) {
            for (var different : differences(questions.get(i), theirs.get(i))) {
                Stream.of(Difference.values())
                        .filter(difference -> difference.covers.test(different))
                        .findFirst()
                        .ifPresentOrElse(
                                difference -> listed.computeIfAbsent(difference, first -> new LinkedHashSet<>())
                                        .add(different),
                                () -> unlisted.add(different));
            }
        }
        assertEquals("", lines(unlisted), "Not listed");
        var evenings = listed.getOrDefault(Difference.EVENING, Set.of());
        assertTrue(evenings.size() <= Difference.MOST_OF_EVENINGS, () -> lines(evenings));
        listed.forEach((difference, cases) -> System.out.println(cases.size() + " times: " + difference.reason + " "
                + cases.iterator().next()));
    }

    private static String lines(Collection<ComparedMoment> cases) {
        return cases.stream().map(ComparedMoment::toString).collect(Collectors.joining("\n"));
    }

    private static List<ComparedMoment> differences(Question question, Map<String, Object> theirs) {
        OpeningHours ours;
        try {
            ours = OpeningHours.parse(question.text(), List.of());
        } catch (UnreadableHours unreadable) {
            return theirs.containsKey("refused")
                    ? List.of()
                    : List.of(new ComparedMoment(question.text(), null, "refused", "read", unreadable.getMessage()));
        }
        if (theirs.containsKey("refused")) {
            return List.of(new ComparedMoment(
                    question.text(),
                    null,
                    "read",
                    "refused",
                    theirs.get("refused").toString()));
        }
        var states = (List<?>) theirs.get("states");
        var differences = new ArrayList<ComparedMoment>();
        for (int i = 0; i < states.size(); i++) {
            var moment = Instant.ofEpochSecond(question.moments().get(i));
            var state = ours.stateAt(moment).code();
            if (!state.equals(states.get(i))) {
                differences.add(new ComparedMoment(
                        question.text(),
                        LocalDateTime.ofInstant(moment, Moment.BRUSSELS),
                        state,
                        (String) states.get(i),
                        null));
            }
        }
        return differences;
    }

    /** Around midnight, clock changes, holidays and the turn of the year, and anywhere. */
    private static List<Long> moments(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> moment(random, i % 5)).toList();
    }

    private static long moment(Random random, int kind) {
        int year = 2025 + random.nextInt(4);
        var anyDay = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
        var midnight =
                switch (kind) {
                    case 0 -> anyDay;
                    case 1 ->
                        LocalDate.of(year, random.nextBoolean() ? 3 : 10, 31)
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                    case 2 -> holiday(random, year);
                    case 3 -> LocalDate.of(year, 12, 31).plusDays(random.nextInt(5) - 1L);
                    default -> anyDay;
                };
        int minute = kind == 1 ? random.nextInt(6 * 60) : random.nextInt(kind == 4 ? 24 * 60 : 30 * 60) - 3 * 60;
        return midnight.atStartOfDay(Moment.BRUSSELS).toEpochSecond() + minute * 60L;
    }

    private static LocalDate holiday(Random random, int year) {
        var days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> PublicHolidays.on(day) != null)
                .toList();
        return days.get(random.nextInt(days.size()));
    }

    private static String generated(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> (i == 0 ? "" : pick(random, "; ", "; ", "; ", ", ", " || ")) + rule(random))
                .collect(Collectors.joining());
    }

    private static String rule(Random random) {
        var wide = pick(random, "", "", "", "", month(random), month(random), date(random), "week 01-53/2", "2026");
        var days = pick(
                random,
                weekday(random),
                weekday(random),
                weekday(random) + "," + weekday(random),
                "PH",
                "PH," + day(random),
                day(random) + "[1]",
                day(random) + "[-1]",
                range(random),
                range(random));
        var times = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> time(random))
                .collect(Collectors.joining(","));
        var hours = pick(
                random, times, times, times, times, "off", times + " off", times + " unknown", times + " \"call\"");
        return (wide + " " + days + " " + hours).strip();
    }

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static String day(Random random) {
        return DAYS.get(random.nextInt(7));
    }

    private static String weekday(Random random) {
        return pick(random, day(random), range(random));
    }

    private static String range(Random random) {
        return day(random) + "-" + day(random);
    }

    private static String month(Random random) {
        return MONTHS.get(random.nextInt(12)) + "-" + MONTHS.get(random.nextInt(12));
    }

    private static String date(Random random) {
        return "%s %02d-%s %02d"
                .formatted(
                        MONTHS.get(random.nextInt(12)),
                        1 + random.nextInt(28),
                        MONTHS.get(random.nextInt(12)),
                        1 + random.nextInt(28));
    }

    private static String time(Random random) {
        int from = random.nextInt(96) * 15;
        int to = (from + 15 + random.nextInt(40) * 15) % 1440;
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static List<Map<String, Object>> answers(List<Question> questions) throws Exception {
        var asked = folder.resolve("questions");
        try (var lines = Files.newBufferedWriter(asked)) {
            for (var question : questions) {
                lines.write(JSON.writeValueAsString(Map.of("text", question.text(), "moments", question.moments())));
                lines.newLine();
            }
        }
        var answers = new ArrayList<Map<String, Object>>();
        for (var line : NodeTools.run("hours.mjs", asked).lines().toList()) {
            answers.add(JSON.readValue(line, new TypeReference<>() {}));
        }
        assertEquals(questions.size(), answers.size());
        return answers;
    }
}
