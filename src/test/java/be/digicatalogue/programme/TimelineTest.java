package be.digicatalogue.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimelineTest extends ApiTest {

    @Test
    void datedFactsComeOldestFirst() {
        var timeline = get("/v1/timeline?pageSize=100");
        assertEquals(30, timeline.getInt("total"));
        List<String> dates = timeline.getList("items.date");
        assertEquals(dates.stream().sorted().toList(), dates);
        assertEquals(dates, ask("{ timeline { date } }").getList("timeline.date"));
    }

    @Test
    void aPeriodIncludesWhatTouchesItBeItAYearAMonthOrADay() {
        assertTrue(get("/v1/timeline?from=2021-05-05&to=2021-05-05")
                .getList("items.date")
                .contains("2021-05-05"));
        List<String> first = get("/v1/timeline?to=2020&pageSize=100").getList("items.date");
        assertTrue(first.contains("2019") && first.contains("2020-12-31") && !first.contains("2021"), first::toString);
        List<String> last = get("/v1/timeline?from=2026-07").getList("items.date");
        assertEquals(List.of("2026-07-31"), last);
        assertEquals(last, ask("{ timeline(from: \"2026-07\") { date } }").getList("timeline.date"));
    }

    @Test
    void aProgrammeHasItsOwn() {
        assertEquals(12, get("/v1/timeline?programme=digibank").getInt("total"));
        assertEquals(
                12,
                ask("{ programme(id: \"digibank\") { calendar { date } } }")
                        .getList("programme.calendar")
                        .size());
    }
}
