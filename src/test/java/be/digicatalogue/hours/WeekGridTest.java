package be.digicatalogue.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.dataset.BundledDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours as a week grid and back: what the grid writes means what was written, or there is no grid. */
class WeekGridTest {

    private static final Path IN_USE = Path.of("src/test/resources/opening-hours-in-use.csv");
    private static final int LEAST_IN_USE = 200;

    /** The evaluation looks at more years than the grid compares itself. */
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2033, 12, 31);

    @Test
    void theHoursOfTheDatasetComeBackAsTheyWere() {
        var hours = BundledDataset.dataset().of("service-points").values().stream()
                .filter(row -> row.has("opening_hours"))
                .map(row -> row.get("opening_hours").asText())
                .distinct()
                .toList();
        assertTrue(hours.size() >= 30, () -> hours.size() + " texts");
        assertNothingIsLost(hours);
    }

    @Test
    void hoursInUseComeBackWithoutLoss() throws IOException {
        var hours = inUse();
        assertTrue(hours.size() >= LEAST_IN_USE, () -> hours.size() + " texts");
        assertNothingIsLost(hours);
        var shown = hours.stream().filter(osm -> WeekGrid.of(osm).isPresent()).count();
        assertTrue(shown > hours.size() * 0.8, () -> shown + " of " + hours.size() + " have a grid");
    }

    /** Hours of OpenStreetMap, most of them of Paris and of Belgium, without those that the service refuses to store. */
    private static List<String> inUse() throws IOException {
        return Files.readAllLines(IN_USE).stream()
                .skip(1)
                .map(line -> line.substring(1, line.length() - 1).replace("\"\"", "\""))
                .filter(WeekGridTest::isStored)
                .toList();
    }

    private static boolean isStored(String osm) {
        try {
            HoursReader.rules(osm);
            return true;
        } catch (UnreadableHours refused) {
            return false;
        }
    }

    private static void assertNothingIsLost(List<String> hours) {
        var lost = new ArrayList<String>();
        for (var osm : hours) {
            WeekGrid.of(osm).ifPresent(grid -> {
                var written = grid.osm();
                if (!isSame(osm, written)) {
                    lost.add(osm + " became " + written);
                }
                if (!WeekGrid.of(written).equals(Optional.of(grid))) {
                    lost.add(osm + " does not stay " + written);
                }
            });
        }
        assertEquals(List.of(), lost);
    }

    private static boolean isSame(String one, String other) {
        var first = new Timetable(HoursReader.rules(one), Map.of());
        var second = new Timetable(HoursReader.rules(other), Map.of());
        return Stream.iterate(FIRST, day -> !day.isAfter(LAST), day -> day.plusDays(1))
                .allMatch(day -> {
                    var was = first.day(day.toEpochDay());
                    var is = second.day(day.toEpochDay());
                    return was.size() == is.size()
                            && java.util.stream.IntStream.range(0, was.size())
                                    .allMatch(i ->
                                            was.start(i) == is.start(i) && Objects.equals(was.piece(i), is.piece(i)));
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mo-Fr 09:00-12:00,13:00-17:00; PH off                     | Mo-Fr 09:00-12:00,13:00-17:00; PH off
            Mo,We-Fr 10:00-12:00; Tu 13:00-17:00                      | Mo,We-Fr 10:00-12:00; Tu 13:00-17:00
            Mo-Sa 09:00-17:00; We 09:00-12:00; Su,PH off              | Mo,Tu,Th-Sa 09:00-17:00; We 09:00-12:00; PH off
            Mo-Fr,PH 09:00-12:00                                      | Mo-Fr 09:00-12:00; PH 09:00-12:00
            Fr,Sa 20:00-02:00                                         | Fr,Sa 20:00-02:00
            24/7                                                      | 24/7
            Sa 10:00-12:00; Jul-Aug off                               | Sa 10:00-12:00; Jul-Aug off
            Mo 09:00-12:00; We 13:00-16:00 "op afspraak"; Fr 10:00-11:00 | Mo 09:00-12:00; Fr 10:00-11:00; We 13:00-16:00 "op afspraak"
            """)
    void aGridWritesDaysWithEqualHoursTogether(String osm, String written) {
        assertEquals(written, WeekGrid.of(osm).orElseThrow().osm());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Th[1,3] 13:30-16:00",
                "We 13:30-16:00 \"enkel op afspraak\"",
                "Apr-Oct Th[2,4] 13:30-16:30",
                "Mo-Fr 09:00-12:00 || \"op afspraak\"",
                "Fr 18:00+",
                "2027 Mo-Fr 10:00-12:00; Mo-Fr 09:00-12:00"
            })
    void whatItCannotExpressHasNoGrid(String osm) {
        assertEquals(Optional.empty(), WeekGrid.of(osm));
    }

    @Test
    void aDayWithoutStretchesIsClosedAndHolidaysAreApart() {
        var grid = WeekGrid.of("Mo 09:00-12:00,13:00-16:00; PH off; Dec 24 off").orElseThrow();
        assertEquals(
                List.of(new WeekGrid.HoursStretch("09:00", "12:00"), new WeekGrid.HoursStretch("13:00", "16:00")),
                grid.week().get(0));
        assertEquals(List.of(), grid.week().get(1));
        assertEquals(List.of(), grid.holidays());
        assertEquals("Dec 24 off", grid.others());
        assertNull(WeekGrid.of("Mo 09:00-12:00").orElseThrow().holidays());
        assertEquals("off", new WeekGrid(java.util.Collections.nCopies(7, List.of()), null, " ").osm());
    }

    @ParameterizedTest
    @CsvSource({"9:00,12:00", "09:00,25:00", "10:00,10:00", ",12:00", "'09:00-10:00,11:00',12:00"})
    void whatIsNoTimeIsRefused(String from, String to) {
        var week = new ArrayList<List<WeekGrid.HoursStretch>>(java.util.Collections.nCopies(7, List.of()));
        week.set(2, List.of(new WeekGrid.HoursStretch(from, to)));
        var grid = new WeekGrid(week, null, null);
        assertThrows(UnreadableHours.class, grid::osm);
    }
}
