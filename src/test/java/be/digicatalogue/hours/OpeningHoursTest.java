package be.digicatalogue.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Objects;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    op afspraak                         → the syntax does not allow o where it stands
                    Mo 10.00-12.00                      → invalid minutes
                    Mo 10-12                            → hours without minutes
                    Mon 10:00-12:00                     → three character weekday
                    Mo 10:00-12:00 14:00-16:00          → the syntax does not allow 14 where it stands
                    Mo 10:00-12:00; Dec 24-Jan 2 off    → 02 instead of 2
                    Nov 31 off                          → is no date
                    Feb 30 off                          → is no date
                    week 60 Mo 10:00-12:00              → the syntax does not allow
                    We[6] 10:00-12:00                   → the syntax does not allow
                    Mo 10:00-12:00;                     → a separator has no rule beside it
                    ; Mo 10:00-12:00                    → a separator has no rule beside it
                    Mo 10:00-12:00;; Tu 10:00-12:00     → a separator has no rule beside it
                    || Mo 10:00-12:00                   → a separator has no rule beside it
                    sunrise-sunset                      → depends on the sun
                    Mo 10:00-sunset                     → depends on the sun
                    Mo (sunrise+01:00)-12:00            → depends on the sun
                    Mo 10:00                            → a point in time
                    10:00-18:00/01:30                   → a series of points in time
                    Mo 10:00-10:00                      → ends when it begins
                    Mo 10:00-49:00                      → the syntax does not allow
                    Mo 10:00+,14:00-16:00               → an open end is followed by other times
                    Mo 10:00+ off                       → until when it is closed
                    10:00-12:00, 13:00-14:00 off        → write the comma without a space
                    "winter": Mo 10:00-12:00            → in front of the hours
                    ""                                  → a remark between quotes is empty
                    Jan 01 +Mo off                      → a weekday after a date
                    Jan 01+ Mo 10:00-12:00              → does not tell until when it lasts
                    Jun-Sep 15 Mo 10:00-12:00           → from a month to a date
                    2026 Dec 24-Jan 02 off              → ends before it begins
                    Jan Su[5] off                       → not every year
                    SH +1 day off                       → school holidays
                    week 50-02/2 Mo 10:00-12:00         → turn of the year
                    """)
    void refusesWhatItCannotEvaluate(String text, String why) {
        var refusal = assertThrows(UnreadableHours.class, () -> OpeningHours.parse(text, List.of()));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("\"" + text + "\""), refusal.getMessage());
        assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
        assertTrue(refusal.getMessage().lines().count() == 1, refusal.getMessage());
    }

    @Test
    void refusesAnEmptyText() {
        assertThrows(UnreadableHours.class, () -> OpeningHours.parse(" ", List.of()));
        assertThrows(UnreadableHours.class, () -> OpeningHours.parse(null, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
                    2026-06-02 → 2026-06-01 → off                → ends before it begins
                    2026-06-01 → 2026-06-01 → Mo 10:00-12:00     → more than times of the day
                    2026-06-01 → 2026-06-01 → 10:00-12:00; off   → more than times of the day
                    2026-06-01 → 2026-06-01 → 10:00-12:00 off    → but not when it is open
                    2026-06-01 → 2026-06-01 → closed on Monday   → cannot be read
                    2026-06-01 → 2026-06-01 →                    → empty
                    2026-05-01 → 2026-06-10 → off                → Two exceptions are about 2026-06-05
                    """)
    void refusesAnExceptionThatItCannotFollow(LocalDate from, LocalDate to, String hours, String why) {
        var june = new OpeningException(LocalDate.of(2026, 6, 5), LocalDate.of(2026, 6, 6), "off", null, List.of());
        var exceptions = List.of(june, new OpeningException(from, to, hours, null, List.of()));
        var refusal = assertThrows(UnreadableHours.class, () -> OpeningHours.parse("Mo-Fr 10:00-12:00", exceptions));
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

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
        for (var text : texts) {
            var hours = OpeningHours.parse(text, List.of());
            assertEquals(text, hours.osm());
            assertTrue(hours.inWords().nl().contains(" uur"), hours.inWords().nl());
            assertTrue(!hours.inWords().nl().contains(text), hours.inWords().nl());
        }
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

    /** The bounds are generous, so that a busy machine does not break them; what is measured is a hundredth. */
    @Test
    void isFast() {
        var hours = OpeningHours.parse("Mo,We-Fr 10:00-12:00,13:00-17:00; Tu 13:00-17:00", List.of());
        var start = Instant.parse("2026-06-01T09:00:00Z");
        var moment = Moment.of(start);
        assertTrue(nanoseconds(300_000, i -> hours.stateAt(moment)) < 10_000);
        assertTrue(nanoseconds(100_000, i -> hours.stateAt(start.plusSeconds(i * 611L))) < 50_000);
        assertTrue(nanoseconds(50_000, i -> hours.at(start.plusSeconds(i * 611L))) < 200_000);
    }

    private static long nanoseconds(int times, IntFunction<Object> question) {
        long before = System.nanoTime();
        for (int i = 0; i < times; i++) {
            Objects.requireNonNull(question.apply(i));
        }
        return (System.nanoTime() - before) / times;
    }
}
