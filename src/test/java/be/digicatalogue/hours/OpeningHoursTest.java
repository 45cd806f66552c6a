package be.digicatalogue.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Text;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    op afspraak                         → Unexpected 'op'.
                    Mo 10.00-12.00                      → The minutes are not valid
                    Mo 10-12                            → Hours need minutes
                    Mon 10:00-12:00                     → A weekday has two letters
                    Mo 10:00-12:00 14:00-16:00          → Unexpected '14:00-16:00'.
                    Mo 10:00-12:00; Dec 24-Jan 2 off    → write 02, not 2
                    Nov 31 off                          → is not a date
                    Feb 30 off                          → is not a date
                    week 60 Mo 10:00-12:00              → Unexpected
                    We[6] 10:00-12:00                   → Unexpected
                    Mo 10:00-12:00;                     → There is no rule beside a separator
                    ; Mo 10:00-12:00                    → There is no rule beside a separator
                    Mo 10:00-12:00;; Tu 10:00-12:00     → There is no rule beside a separator
                    || Mo 10:00-12:00                   → There is no rule beside a separator
                    sunrise-sunset                      → depends on the sun
                    Mo 10:00-sunset                     → depends on the sun
                    Mo (sunrise+01:00)-12:00            → depends on the sun
                    Mo 10:00                            → is a moment, not a period
                    10:00-18:00/01:30                   → is a series of moments
                    Mo 10:00-10:00                      → ends when it begins
                    Mo 10:00-49:00                      → Unexpected
                    Mo 10:00+,14:00-16:00               → Other times of the same day follow an open end
                    Mo 10:00+ off                       → until when it is closed
                    10:00-12:00, 13:00-14:00 off        → Write the comma without a space
                    "winter": Mo 10:00-12:00            → must stand behind the hours
                    ""                                  → A remark between quotes is empty
                    Jan 01 +Mo off                      → a weekday after a date
                    Jan 01+ Mo 10:00-12:00              → does not say until when it lasts
                    Jun-Sep 15 Mo 10:00-12:00           → from a month to a date
                    2026 Dec 24-Jan 02 off              → ends before it begins
                    Jan Su[5] off                       → does not exist in every year
                    SH +1 day off                       → days before or after school holidays
                    week 50-02/2 Mo 10:00-12:00         → which weeks count after the turn of the year
                    """)
    void refusesWhatItCannotEvaluate(String text, String why) {
        var refusal = assertThrows(UnreadableHours.class, () -> OpeningHours.parse(text, List.of()));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
        assertEquals(refusal.getMessage(), refusal.reason().in(Language.EN));
        for (var reason : refusal.reason().all().values()) {
            assertTrue(reason.matches("[^\"\\\\<>]*[.?]"), reason);
            assertFalse(reason.contains("Encountered"), reason);
        }
    }

    /** Each is accepted by the specification or the parser, and would have the place open when nobody means it to be. */
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    Mo-Fr 09:00-17:00; PH,Dec 24 off             → Do you mean 'PH off; Dec 24 off'?
                    Aug,PH off                                   → 'Aug off; PH off'
                    Dec 24-31,PH off                             → 'Dec 24-31 off; PH off'
                    week 10,PH off                               → 'week 10 off; PH off'
                    week 10,week 12 off                          → 'week 10 off; week 12 off'
                    2026,Dec 24 off                              → '2026 off; Dec 24 off'
                    easter,PH off                                → 'easter off; PH off'
                    Mo,PH,Dec 24 off                             → 'PH,Mo off; Dec 24 off'
                    PH Mo-Fr, Dec 24 off                         → 'PH Mo-Fr off; Dec 24 off'
                    Jan,Feb,PH off                               → 'Jan,Feb off; PH off'
                    SH,Dec 24 closed                             → 'SH closed; Dec 24 closed'
                    PH,Dec 24 10:00-12:00                        → 'PH 10:00-12:00; Dec 24 10:00-12:00'
                    Dec 24,PH "call"                             → 'Dec 24 ’call’; PH ’call’'
                    Mo-Fr 09:00-17:00, PH,Dec 24 off             → 'PH off; Dec 24 off'
                    Mo-Fr 09:00-17:00 || PH,Dec 24 off           → 'PH off; Dec 24 off'
                    Mo-Fr                                        → 'Mo-Fr open' if it is open day and night
                    Mo-Fr 09:00-17:00; PH                        → 'PH off' if it is closed then
                    Mo-Fr 09:00-17:00; Dec 24; PH off            → 'Dec 24 off' if it is closed then
                    Mo-Fr 09:00-17:00; PH,Dec 24                 → 'PH' has no times
                    PH || off                                    → 'PH' has no times
                    2026-2028                                    → '2026-2028' has no times
                    Mo-Fr 09:00-17:00; Aug,Su off                → The comma in 'Aug,Su' is ambiguous
                    Dec 24-31, Mo off                            → The comma in '31, Mo' is ambiguous
                    week 10,Mo off                               → The comma in '10,Mo' is ambiguous
                    9000                                         → This is a number
                    46027                                        → This is a number
                    0900                                         → This is a number
                    46027.375                                    → This is a number
                    0,375                                        → This is a number
                    ` 2026 `                                     → This is a number
                    9000 off                                     → is too far in the future to be a year
                    46027 Mo-Fr 09:00-12:00                      → is too far in the future to be a year
                    """)
    void refusesWhatWouldOpenAPlaceByCarelessness(String text, String why) {
        var refusal = assertThrows(UnreadableHours.class, () -> OpeningHours.parse(text, List.of()));
        assertTrue(
                refusal.reason().in(Language.EN).contains(why), refusal.reason().in(Language.EN));
        assertFalse(
                refusal.reason().in(Language.NL).contains("\""),
                refusal.reason().in(Language.NL));
        // Older data may have it; what it says is not known, least of all that a place is open.
        var stored = new SharedHours().of(text, List.of());
        for (var moment : List.of("2026-12-25T03:00:00Z", "2026-08-12T03:00:00Z", "2026-03-03T12:00:00Z")) {
            assertEquals(OpeningState.UNKNOWN, stored.stateAt(Instant.parse(moment)), text);
        }
        assertEquals(List.of(), stored.openBetween(Instant.EPOCH, Instant.parse("1971-01-01T00:00:00Z")));
    }

    @Test
    void saysInDutchAsWellWhatWasProbablyMeant() {
        var christmas = assertThrows(
                UnreadableHours.class, () -> OpeningHours.parse("Mo-Fr 09:00-17:00; PH,Dec 24 off", List.of()));
        assertEquals(
                "Bij 'PH' staan geen uren: de komma erachter begint een nieuwe regel. Bedoelt u 'PH off; Dec 24 off'?",
                christmas.reason().in(Language.NL));
        var number = assertThrows(UnreadableHours.class, () -> OpeningHours.parse("9000", List.of()));
        assertEquals(
                "Dit is een getal. Misschien heeft een rekenblad de uren omgezet.",
                number.reason().in(Language.NL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PH,Su off",
                "Mo,PH off",
                "SH,PH off",
                "Mo-Fr 09:00-12:00, Sa 10:00-11:00",
                "Mo-Fr, Sa 10:00-11:00",
                "Mo-Fr 09:00-12:00,PH off",
                "Mo-Fr 09:00-12:00; Dec 24,Dec 31 off",
                "Jan,Feb Mo 10:00-12:00",
                "24/7, PH off",
                "open; PH off",
                "2026 off",
                "PH off,Dec 24 off",
                "Mo \"Aug,Su\""
            })
    void acceptsWhatOnlyLooksLikeThat(String text) {
        assertEquals(text, OpeningHours.parse(text, List.of()).osm());
    }

    @Test
    void holds24StretchesADayAnd400CharactersAndNoMore() {
        assertEquals(24, stretchesOnMonday(OpeningHours.parse(stretches(24), List.of())));
        assertEquals("A day has 25 periods, but at most 24 are allowed.", refusal(stretches(25)));
        assertEquals(
                "A day has 25 periods, but at most 24 are allowed.",
                refusal("Mo " + stretches(24) + ", Mo-Fr 23:00-23:30"));
        assertEquals(
                "A day has 26 periods, but at most 24 are allowed.",
                refusal(stretches(24) + ",23:00-23:30; 10:00-10:10 off"));
        // As many in the text, but not on one day.
        OpeningHours.parse("Mo " + stretches(14) + "; Tu-Su,PH " + stretches(14), List.of());
        OpeningHours.parse(stretches(20) + "; Dec 24 " + stretches(10) + "; PH off", List.of());

        var padding = "Mo 10:00-12:00 \"" + "x".repeat(383) + "\"";
        assertEquals(400, padding.length());
        OpeningHours.parse(padding, List.of());
        assertEquals("The text has 401 characters, but at most 400 are allowed.", refusal(padding + " "));
        // Exceptions have the same bounds.
        assertThrows(
                UnreadableHours.class,
                () -> OpeningHours.unknown(List.of(new OpeningException(
                        LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), stretches(25), null, List.of()))));
        assertEquals("The text has 4799 characters, but at most 400 are allowed.", refusal(stretches(400)));
    }

    /** As many stretches of a minute each. */
    private static String stretches(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "%02d:%02d-%02d:%02d".formatted(i * 3 / 60, i * 3 % 60, (i * 3 + 1) / 60, (i * 3 + 1) % 60))
                .collect(Collectors.joining(","));
    }

    private static String refusal(String text) {
        return assertThrows(UnreadableHours.class, () -> OpeningHours.parse(text, List.of()))
                .reason()
                .in(Language.EN);
    }

    private static int stretchesOnMonday(OpeningHours hours) {
        return hours.openBetween(Instant.parse("2026-06-01T00:00:00+02:00"), Instant.parse("2026-06-02T00:00:00+02:00"))
                .size();
    }

    @Test
    void refusesAnEmptyText() {
        assertThrows(UnreadableHours.class, () -> OpeningHours.parse(" ", List.of()));
        assertThrows(UnreadableHours.class, () -> OpeningHours.parse(null, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    2026-06-02 → 2026-06-01 → off                → ends before it begins
                    2026-06-01 → 2026-06-01 → Mo 10:00-12:00     → must be off, or times without days
                    2026-06-01 → 2026-06-01 → 10:00-12:00; off   → must be off, or times without days
                    2026-06-01 → 2026-06-01 → 10:00-12:00 off    → but not when it is open
                    2026-06-01 → 2026-06-01 → closed on Monday   → Unexpected
                    2026-06-01 → 2026-06-01 →                    → empty
                    2026-05-01 → 2026-06-10 → off                → Two exceptions are about 2026-06-05
                    """)
    void refusesAnExceptionThatItCannotFollow(LocalDate from, LocalDate to, String hours, String why) {
        var june = new OpeningException(LocalDate.of(2026, 6, 5), LocalDate.of(2026, 6, 6), "off", null, List.of());
        var exceptions = List.of(june, new OpeningException(from, to, hours, null, List.of()));
        var refusal = assertThrows(UnreadableHours.class, () -> OpeningHours.parse("Mo-Fr 10:00-12:00", exceptions));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    /** What has no sentence: remarks other than that on appointments, parts of the year or month, odd weeks. */
    private static final Set<String> IN_NOTATION = Set.of(
            "Apr-Oct Th[2,4] 13:30-16:30",
            "Mo 14:00-16:00; week 1-53/2 We 18:30-20:30",
            "Th 09:00-12:00 \"niet in de vakanties\"; Sa[1] 14:00-17:00",
            "Th[1] 13:30-16:00; Th[3] 13:30-16:00,19:30-21:30");

    @Test
    void readsEveryTextOfTheDataset() throws IOException {
        var texts = new ArrayList<String>();
        try (var file = getClass().getResourceAsStream("/dataset/service-points.csv");
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerFor(Map.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(file)) {
            rows.forEachRemaining(row -> {
                if (!row.get("opening_hours").isEmpty()) {
                    texts.add(row.get("opening_hours"));
                }
            });
        }
        assertTrue(texts.size() >= 21, "texts: " + texts.size());
        var inNotation = new TreeSet<String>();
        for (var text : texts) {
            var hours = OpeningHours.parse(text, List.of());
            assertEquals(text, hours.osm());
            var words = hours.inWords().nl();
            if (words.equals("in de notatie van OpenStreetMap: " + text)) {
                inNotation.add(text);
            } else {
                assertTrue(words.contains(" uur") && !words.contains(text), words);
            }
        }
        assertEquals(IN_NOTATION, inNotation);
    }

    @Test
    void hoursThatAreNotPublishedHaveNoWords() {
        assertNull(OpeningHours.unknown(List.of()).inWords());
        assertNull(OpeningHours.unknown(List.of()).osm());
    }

    @Test
    void namesTheHolidayInFourLanguages() {
        var christmas = OpeningHours.unknown(List.of()).at(Instant.parse("2026-12-25T09:00:00Z"));
        assertEquals(new Text("Kerstmis", "Noël", "Weihnachten", "Christmas"), christmas.holiday());
    }
}
