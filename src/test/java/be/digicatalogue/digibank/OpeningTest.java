package be.digicatalogue.digibank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which points are open at a moment, and what helps on when none is. */
@QuarkusTest
class OpeningTest extends ApiTest {

    @Test
    void onATuesdayAfternoonThoseThatAreOpenComeNearestFirst() {
        var open = get("/v1/service-points?postalCode=9000&openAt=2026-11-24T14:00");
        assertEquals(
                List.of(
                        "gent-de-serre",
                        "gent-amal-kongostraat",
                        "gent-kringwinkel-vlaamsekaai",
                        "gent-kringwinkel-getouwstraat",
                        "gent-kringwinkel-brugsesteenweg",
                        "beernem-covias"),
                open.getList("items.id"));
        assertEquals(
                Map.of(
                        "state", "open",
                        "closesAt", "2026-11-24T17:00:00+01:00",
                        "opensAt", "2026-11-27T09:00:00+01:00"),
                open.getMap("items[0].opening"));
        assertNull(open.get("alternatives"));
    }

    @Test
    void offsetsAndTheBelgianClockMeanTheSameMoment() {
        var belgian = get("/v1/service-points?openAt=2026-11-24T14:00").getList("items.id");
        for (var same : List.of("14:00:00%2B01:00", "14:00+01:00", "13:00Z", "08:00:00.5-05:00")) {
            assertEquals(
                    belgian, get("/v1/service-points?openAt=2026-11-24T" + same).getList("items.id"), same);
        }
    }

    @Test
    void whatNobodyPublishedIsNeitherOpenNorClosed() {
        var opening = get("/v1/service-points/gent-bib-de-krook?lang=en").getMap("opening");
        assertEquals(Map.of("state", "unknown", "why", "No opening hours are published."), opening);
        assertNull(get("/v1/service-points/gent-bib-de-krook").get("openingHoursText"));
    }

    @Test
    void theWeekIsToldInTheAskedLanguage() {
        var words = Map.of(
                "nl", "zaterdag 10.00-12.00 uur",
                "fr", "samedi de 10h00 à 12h00",
                "de", "Samstag 10:00-12:00 Uhr",
                "en", "Saturday 10:00-12:00");
        words.forEach((language, expected) -> assertEquals(
                expected.toLowerCase(Locale.ROOT),
                get("/v1/service-points/beernem-bibliotheek?lang=" + language)
                        .getString("openingHoursText")
                        .toLowerCase(Locale.ROOT)));
        assertEquals(
                get("/v1/service-points/beernem-bibliotheek").getString("openingHoursText"),
                ask("{ servicePoint(id: \"beernem-bibliotheek\") { openingHoursText } }")
                        .getString("servicePoint.openingHoursText"));
    }

    @Test
    void onChristmasMorningItTellsWhoLendsDevicesAndWhoOpensFirst() {
        var christmas = get("/v1/service-points?postalCode=9000&service=device-loan&openAt=2026-12-25T10:00&lang=en");
        assertEquals(0, christmas.getInt("total"));
        assertEquals(List.of("openAt", "openAt"), christmas.getList("alternatives.dropped"));

        assertEquals(List.of("beernem-bibliotheek"), christmas.getList("alternatives[0].items.id"));
        assertEquals(
                Map.of(
                        "state", "unknown",
                        "opensAt", "2026-12-26T10:00:00+01:00",
                        "holiday", "Christmas",
                        "why",
                                "It is a public holiday and the opening hours do not say what applies on public holidays."),
                christmas.getMap("alternatives[0].items[0].opening"));

        assertEquals(
                get("/v1/service-points?postalCode=9000&service=device-loan&pageSize=3")
                        .getList("items.id"),
                christmas.getList("alternatives[1].items.id"));
        assertEquals(
                Map.of("state", "unknown", "holiday", "Christmas", "why", "No opening hours are published."),
                christmas.getMap("alternatives[1].items[0].opening"));
    }

    @Test
    void whatIsOpenFartherAwayOrOffersLessIsAnAlternative() {
        var empty = get("/v1/service-points?postalCode=9000&service=device-loan&openAt=2026-11-28T11:00&radius=5000");
        assertEquals(List.of("radius", "service"), empty.getList("alternatives.dropped"));
        assertEquals(List.of("beernem-bibliotheek"), empty.getList("alternatives[0].items.id"));
        assertEquals("open", empty.getString("alternatives[1].items[0].opening.state"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T14:00, ''",
        "2026-12-25T10:00, 'service=device-loan'",
        "2026-04-06T10:00, 'service=open-helpdesk'",
        "2026-10-25T02:30, ''",
        "2026-11-28T10:30, 'province=west-vlaanderen'"
    })
    void restAndGraphqlSayTheSame(String moment, String filter) {
        var rest = get("/v1/service-points?postalCode=9000&facets=opening,service&pageSize=100&lang=nl&openAt=" + moment
                + (filter.isEmpty() ? "" : "&" + filter));
        var argument = filter.isEmpty()
                ? ""
                : filter.startsWith("service=")
                        ? ", service: [" + filter.substring(8).replace('-', '_').toUpperCase(Locale.ROOT) + "]"
                        : ", province: \"" + filter.substring(9) + "\"";
        var opening = "id openingHoursText opening { state closesAt opensAt holiday why }";
        var graph = ask("{ servicePoints(postalCode: \"9000\", first: 100, facets: \"opening,service\", openAt: \""
                + moment + "\"" + argument + ") { totalCount facets { name values { value label count } }"
                + " edges { distanceMetres node { " + opening + " } }"
                + " alternatives { dropped explanation items { distanceMetres node { " + opening + " } } } } }");
        assertEquals(rest.getInt("total"), graph.getInt("servicePoints.totalCount"));
        assertEquals(told(rest.getList("items")), told(graph.getList("servicePoints.edges")));
        List<Map<String, Object>> alternatives =
                rest.get("alternatives") == null ? List.of() : rest.getList("alternatives");
        List<Map<String, Object>> same = graph.getList("servicePoints.alternatives");
        assertEquals(alternatives.size(), same.size());
        for (int i = 0; i < same.size(); i++) {
            assertEquals(alternatives.get(i).get("dropped"), same.get(i).get("dropped"));
            assertEquals(alternatives.get(i).get("explanation"), same.get(i).get("explanation"));
            assertEquals(
                    told((List<Map<String, Object>>) alternatives.get(i).get("items")),
                    told((List<Map<String, Object>>) same.get(i).get("items")));
        }
        Map<String, Object> facets = rest.getMap("facets");
        assertEquals(List.copyOf(facets.keySet()), graph.getList("servicePoints.facets.name"));
        assertEquals(List.copyOf(facets.values()), graph.getList("servicePoints.facets.values"));
    }

    /** What a list of points says about their opening, the same from both faces. */
    private static List<Map<String, Object>> told(List<Map<String, Object>> items) {
        return items.stream()
                .map(item -> {
                    var point = item.containsKey("node") ? (Map<?, ?>) item.get("node") : item;
                    var opening = new HashMap<String, Object>((Map<String, Object>) point.get("opening"));
                    opening.values().removeIf(value -> value == null);
                    opening.computeIfPresent("state", (key, state) -> ((String) state).toLowerCase(Locale.ROOT));
                    var told = new HashMap<String, Object>();
                    told.put("id", point.get("id"));
                    told.put("openingHoursText", point.get("openingHoursText"));
                    told.put("distanceMetres", item.get("distanceMetres"));
                    told.put("opening", opening);
                    return (Map<String, Object>) told;
                })
                .toList();
    }

    @Test
    void theFacetCountsTheStatesUnderTheOtherConditions() {
        var list = get("/v1/service-points?province=oost-vlaanderen&openAt=2026-11-24T14:00&facets=opening");
        assertEquals(5, list.getInt("total"));
        int all = get("/v1/service-points?province=oost-vlaanderen").getInt("total");
        List<Map<String, Object>> counts = list.getList("facets.opening");
        assertEquals(
                all,
                counts.stream().mapToInt(count -> (Integer) count.get("count")).sum());
        assertEquals(5, list.getInt("facets.opening.find { it.value == 'open' }.count"));
        assertEquals("Niet bekend", list.getString("facets.opening.find { it.value == 'unknown' }.label"));
    }

    @Test
    void openNowIsWhatSaysThatItIsOpen() {
        // A point may open or close between the two requests, not time and again.
        eventually(() -> items("/v1/service-points?pageSize=100").stream()
                .filter(point -> ((Map<?, ?>) point.get("opening")).get("state").equals("open"))
                .map(point -> point.get("id"))
                .toList()
                .equals(get("/v1/service-points?openNow=true&pageSize=100").getList("items.id")));
        assertEquals(
                get("/v1/service-points").getInt("total"),
                get("/v1/service-points?openNow=false").getInt("total"));
        assertFalse(get("/v1/service-points?pageSize=100&facets=opening")
                .getList("facets.opening")
                .isEmpty());
    }

    @Test
    void theGuideTellsHowOpenItsPointsAre() {
        List<String> states = get("/v1/guide?postalCode=9000").getList("servicePoints.opening.state");
        assertEquals(5, states.size());
        assertTrue(states.stream()
                .allMatch(state -> List.of("open", "closed", "unknown").contains(state)));
    }
}
