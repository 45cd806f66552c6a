package be.digicatalogue.digibank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.catalogue.LivenessTest;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.hours.OrdinaryDays;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which points are open at a moment, and what helps on when none is. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class OpeningTest extends ApiTest {

    private static final LocalDate TUESDAY = OrdinaryDays.next(DayOfWeek.TUESDAY);
    private static final LocalDate HOLIDAY = OrdinaryDays.nextHoliday();

    /** On summer time it is two hours before UTC. */
    private static String belgian(LocalDate day, String time) {
        return LocalDateTime.of(day, LocalTime.parse(time))
                .atZone(Belgium.ZONE)
                .toOffsetDateTime()
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    @BeforeEach
    void believeTheHours() throws SQLException {
        verifyHours();
    }

    @Test
    void onATuesdayAfternoonThoseThatAreOpenComeNearestFirst() {
        var open = get("/v1/service-points?postalCode=9000&openAt=" + TUESDAY + "T14:00");
        var expected = new ArrayList<>(List.of(
                "gent-amal-kongostraat",
                "gent-kringwinkel-vlaamsekaai",
                "gent-kringwinkel-getouwstraat",
                "gent-kringwinkel-brugsesteenweg",
                // Only its municipality is known, so it may be farther than the others.
                "gent-de-serre",
                "beernem-covias"));
        // It is open on the first and the third Tuesday of a month.
        if (List.of(1, 3).contains(TUESDAY.get(ChronoField.ALIGNED_WEEK_OF_MONTH))) {
            expected.add("lanklaar-de-zavel");
        }
        assertEquals(expected, open.getList("items.id"));
        assertEquals(
                Map.of(
                        "state", "open",
                        "closesAt", belgian(TUESDAY, "17:00"),
                        "opensAt", belgian(TUESDAY.plusDays(3), "09:00")),
                open.getMap("items[4].opening"));
        assertNull(open.get("alternatives"));
    }

    @Test
    void offsetsAndTheBelgianClockMeanTheSameMoment() {
        var belgian = get("/v1/service-points?openAt=" + TUESDAY + "T14:00").getList("items.id");
        assertFalse(belgian.isEmpty());
        var moment = TUESDAY.atTime(14, 0).atZone(Belgium.ZONE);
        for (var same : List.of(
                moment.toOffsetDateTime().toString().replace("+", "%2B"),
                moment.toOffsetDateTime().toString(),
                moment.toInstant().toString(),
                moment.withZoneSameInstant(ZoneOffset.ofHours(-5))
                        .toOffsetDateTime()
                        .plusNanos(500_000_000)
                        .toString())) {
            assertEquals(belgian, get("/v1/service-points?openAt=" + same).getList("items.id"), same);
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
    void onAHolidayItTellsWhoLendsDevicesAndWhoOpensFirst() {
        var lending =
                get("/v1/service-points?postalCode=9000&service=device-loan&openAt=" + HOLIDAY + "T10:00&lang=en");
        assertEquals(0, lending.getInt("total"));
        assertEquals(List.of("openAt", "openAt"), lending.getList("alternatives.dropped"));

        assertEquals(List.of("beernem-bibliotheek"), lending.getList("alternatives[0].items.id"));
        assertEquals(
                Map.of(
                        "state",
                        "unknown",
                        "opensAt",
                        belgian(HOLIDAY.with(TemporalAdjusters.next(DayOfWeek.SATURDAY)), "10:00"),
                        "holiday",
                        OrdinaryDays.holiday(HOLIDAY).en(),
                        "why",
                        "It is a public holiday and the opening hours do not say what applies on public holidays."),
                lending.getMap("alternatives[0].items[0].opening"));

        assertEquals(
                get("/v1/service-points?postalCode=9000&service=device-loan&pageSize=3")
                        .getList("items.id"),
                lending.getList("alternatives[1].items.id"));
        assertEquals(
                Map.of(
                        "state",
                        "unknown",
                        "holiday",
                        OrdinaryDays.holiday(HOLIDAY).en(),
                        "why",
                        "No opening hours are published."),
                lending.getMap("alternatives[1].items[0].opening"));
    }

    @Test
    void whatIsOpenFartherAwayOrOffersLessIsAnAlternative() {
        var empty = get("/v1/service-points?postalCode=9000&service=device-loan&openAt="
                + OrdinaryDays.next(DayOfWeek.SATURDAY) + "T10:30&radius=5000");
        assertEquals(List.of("radius", "service"), empty.getList("alternatives.dropped"));
        assertEquals(List.of("beernem-bibliotheek"), empty.getList("alternatives[0].items.id"));
        assertEquals(List.of("gent-bib-brugse-poort"), empty.getList("alternatives[1].items.id"));
        assertEquals("open", empty.getString("alternatives[1].items[0].opening.state"));
    }

    static Stream<Arguments> moments() {
        return Stream.of(
                Arguments.of(TUESDAY.atTime(14, 0), ""),
                Arguments.of(HOLIDAY.atTime(10, 0), "service=device-loan"),
                Arguments.of(HOLIDAY.atTime(10, 0), "service=open-helpdesk"),
                Arguments.of(summerEnds().atTime(2, 30), ""),
                Arguments.of(OrdinaryDays.next(DayOfWeek.SATURDAY).atTime(10, 30), "province=west-vlaanderen"),
                Arguments.of(TUESDAY.plusYears(2).atTime(14, 0), ""));
    }

    /** The day on which the clock shows an hour twice. */
    private static LocalDate summerEnds() {
        var rules = Belgium.ZONE.getRules();
        var next = rules.nextTransition(Instant.now());
        return (next.isOverlap() ? next : rules.nextTransition(next.getInstant()))
                .getDateTimeBefore()
                .toLocalDate();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void restAndGraphqlSayTheSame(LocalDateTime moment, String filter) {
        var rest = get("/v1/service-points?postalCode=9000&facets=opening,service&pageSize=100&lang=nl&openAt=" + moment
                + (filter.isEmpty() ? "" : "&" + filter));
        var argument = filter.isEmpty()
                ? ""
                : filter.startsWith("service=")
                        ? ", service: [" + filter.substring(8).replace('-', '_').toUpperCase(Locale.ROOT) + "]"
                        : ", province: \"" + filter.substring(9) + "\"";
        var opening =
                "id openingHoursText opening { state closesAt opensAt holiday why accordingTo { state knownOn } }";
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
                    opening.computeIfPresent("accordingTo", (key, older) -> {
                        var says = new HashMap<>((Map<String, Object>) older);
                        says.values().removeIf(value -> value == null);
                        says.computeIfPresent("state", (name, state) -> ((String) state).toLowerCase(Locale.ROOT));
                        return says;
                    });
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
        var list = get("/v1/service-points?province=oost-vlaanderen&openAt=" + TUESDAY + "T14:00&facets=opening");
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
