package be.digicatalogue.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.catalogue.LivenessTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The counts of quality against what the public lists say, counted by hand. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class QualityTest extends ApiTest {

    @Test
    void everyNumberIsThatOfThePublicLists() {
        var quality = get("/v1/quality");
        assertEquals(LocalDate.now(ZoneId.of("Europe/Brussels")).toString(), quality.getString("day"));
        List<Map<String, Object>> types = quality.getList("types");
        assertEquals(
                List.of("partners", "chambers", "voka-offices", "digibanks", "service-points"),
                types.stream().map(type -> type.get("type")).toList());
        var periods = get("/v1").getMap("reviewPeriods");
        int overdue = 0;
        for (var type : types) {
            var present = items("/v1/" + type.get("type") + "?pageSize=100").stream()
                    .filter(record -> !Boolean.TRUE.equals(record.get("ended")))
                    .toList();
            assertEquals(present.size(), type.get("records"), type::toString);
            assertFalse(present.isEmpty());
            var fields = fields(type);
            var counted = fields.stream().map(field -> counted(field, present)).toList();
            assertEquals(counted, fields, type::toString);
            var property = type.get("type").equals("voka-offices")
                    ? "vokaOffices"
                    : type.get("type").equals("service-points") ? "servicePoints" : type.get("type");
            assertEquals(
                    periods.get(property),
                    fields.stream()
                            .collect(java.util.stream.Collectors.toMap(
                                    field -> field.get("field"), field -> field.get("reviewPeriod"))));
            overdue += fields.stream()
                    .mapToInt(field -> (Integer) field.get("overdue"))
                    .sum();
        }
        assertTrue(overdue > 0, "some fact of the bundled dataset is overdue");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> fields(Map<String, Object> type) {
        return (List<Map<String, Object>>) type.get("fields");
    }

    private static Map<String, Object> counted(Map<String, Object> field, List<Map<String, Object>> records) {
        var name = field.get("field");
        var known = records.stream().filter(record -> isKnown(record.get(name))).toList();
        return Map.of(
                "field", name,
                "reviewPeriod", field.get("reviewPeriod"),
                "known", known.size(),
                "dated", known.size() - having(known, "undated", name),
                "overdue", having(known, "overdue", name),
                "undated", having(known, "undated", name));
    }

    private static boolean isKnown(Object value) {
        return value != null && !(value instanceof Collection<?> several && several.isEmpty());
    }

    private static int having(List<Map<String, Object>> records, String list, Object field) {
        return (int) records.stream()
                .filter(record -> record.get(list) instanceof List<?> names && names.contains(field))
                .count();
    }

    @Test
    void theGapsAreTheMunicipalitiesOfNoPoint() {
        var served = new HashSet<Object>();
        for (var point : items("/v1/service-points?pageSize=100")) {
            var address = (Map<?, ?>) point.get("address");
            if (address != null && address.get("municipality") instanceof Map<?, ?> municipality) {
                served.add(municipality.get("id"));
            }
        }
        var all = items("/v1/municipalities?pageSize=100").stream()
                .map(municipality -> municipality.get("id"))
                .toList();
        var missing = new ArrayList<>(all);
        missing.removeAll(served);
        assertTrue(missing.size() > 100 && served.size() > 20, () -> missing.size() + " " + served.size());
        var gap = get("/v1/quality").setRootPath("gaps[0]");
        assertEquals("municipalities", gap.getString("type"));
        assertEquals("service-points", gap.getString("servedBy"));
        assertEquals(missing, gap.getList("missing.id"));
        assertEquals(all.size(), gap.getInt("total"));
        assertEquals(all.size() - missing.size(), gap.getInt("served"));
    }

    /** The counts are of a day, so no cache may hold them past midnight; a publication changes them at once. */
    @Test
    void aPublicationChangesTheCounts() throws Exception {
        int undated = get("/v1/quality").getInt("types.find { it.type == 'chambers' }.fields[0].undated");
        publish("UPDATE organisation SET verified_on = current_date WHERE id = 'voka-limburg'");
        try {
            assertEquals(
                    undated - 1, get("/v1/quality").getInt("types.find { it.type == 'chambers' }.fields[0].undated"));
        } finally {
            publish("UPDATE organisation SET verified_on = NULL WHERE id = 'voka-limburg'");
        }
    }

    @Test
    void thePageShowsTheSameNumbersInFourLanguages() {
        var quality = get("/v1/quality");
        for (var language : List.of("", "/fr", "/de", "/en")) {
            var page = Jsoup.parse(given().accept("text/html")
                    .get(language + "/kwaliteit")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            for (Map<String, Object> type : quality.<Map<String, Object>>getList("types")) {
                var rows = page.select("#" + type.get("type") + " tbody tr");
                var fields = fields(type);
                assertEquals(fields.size(), rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    var field = fields.get(i);
                    assertEquals(
                            List.of("known", "dated", "overdue", "undated").stream()
                                    .map(count -> field.get(count).toString())
                                    .toList(),
                            rows.get(i).select("td").eachText().subList(0, 4));
                }
            }
            assertEquals(
                    quality.getList("gaps[0].missing").size(),
                    page.select("details .tag").size());
        }
        assertEquals(
                "/kwaliteit",
                Jsoup.parse(given().accept("text/html").get("/").asString())
                        .selectFirst("footer a[href=/kwaliteit]")
                        .attr("href"));
    }

    @Test
    void whatItDoesNotTakeIsRefused() {
        answer("/v1/quality?type=partners").statusCode(400).body("issues[0].name", containsString("type"));
    }
}
