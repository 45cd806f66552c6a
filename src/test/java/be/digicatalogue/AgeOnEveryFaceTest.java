package be.digicatalogue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.fact.Belgium;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.Temporal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No face tells what is old as if it were known today, whichever day it is. */
@QuarkusTest
@TestProfile(AgeOnEveryFaceTest.OwnClock.class)
class AgeOnEveryFaceTest extends ApiTest {

    /** On its own: it stops the clock, and publishes. */
    public static final class OwnClock implements QuarkusTestProfile {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A Monday, on which points with old hours and points with hours of the year would be open. */
    private static final String MONDAY = "2026-12-07T14:00";

    private static final String POINTS = "/v1/service-points";
    private static final String NEAR_GENT = POINTS + "?postalCode=9000&lang=en&openAt=";
    private static final Pattern STRUCTURED = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    @AfterEach
    void letTheClockGo() {
        TestClock.goOn();
    }

    /** The state of every point that has hours. */
    private static Map<String, String> states(JsonNode points) {
        var states = new TreeMap<String, String>();
        for (var point : points) {
            states.put(
                    point.get("id").asText(),
                    point.at("/opening/state").asText().toLowerCase(Locale.ROOT));
        }
        return states;
    }

    @Test
    void noFaceTellsOldHoursAsIfTheyWereKnown() throws Exception {
        TestClock.stopAt(MONDAY);
        var points = JSON.valueToTree(items(POINTS + "?pageSize=100&lang=nl"));
        assertTrue(points.size() > 100, "" + points.size());
        var old = new TreeSet<String>();
        var open = new TreeSet<String>();
        for (var point : points) {
            var id = point.get("id").asText();
            var state = point.at("/opening/state").asText();
            if (!point.has("openingHours")) {
                assertEquals("unknown", state, id);
            } else if (point.at("/knownOn/openingHours").asText().startsWith("2026")) {
                assertFalse(point.at("/opening").has("accordingTo"), id);
                assertFalse(names(point.path("overdue")).contains("openingHours"), id);
            } else {
                old.add(id);
                assertEquals("unknown", state, id);
                assertTrue(
                        names(point.path("overdue")).contains("openingHours")
                                ^ names(point.path("undated")).contains("openingHours"),
                        id);
                assertFalse(point.at("/opening").has("opensAt"), id);
            }
            if (state.equals("open")) {
                open.add(id);
            }
        }
        assertEquals(21, old.size(), old::toString);
        assertEquals(Set.of("dilsen-stokkem-bibliotheek", "dilsen-stokkem-casa-fifoli"), open);
        var states = states(points);
        assertEquals("unknown", states.get("gent-amal-kongostraat"));
        assertEquals("closed", states.get("maasmechelen-soma"));

        assertSameOnEveryFace(points, states);
        for (var point : points) {
            assertSameOnPagesAndInFiles(
                    point,
                    old.contains(point.get("id").asText()),
                    open.contains(point.get("id").asText()));
        }

        TestClock.stopAt("2028-01-07T14:00");
        for (var state :
                states(JSON.valueToTree(items(POINTS + "?pageSize=100"))).entrySet()) {
            assertEquals("unknown", state.getValue(), state::getKey);
        }
        assertEquals(0, get(POINTS + "?openNow=true").getInt("total"));
    }

    private static Set<String> names(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private void assertSameOnEveryFace(JsonNode points, Map<String, String> states) throws IOException {
        var open = states.entrySet().stream()
                .filter(state -> state.getValue().equals("open"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        for (var asked : List.of("openNow=true", "openAt=" + MONDAY)) {
            assertEquals(open, new TreeSet<>(get(POINTS + "?" + asked).getList("items.id")), asked);
        }
        var seen = new TreeMap<String, String>();
        for (int page = 1; page <= 2; page++) {
            var features = read(rest(), POINTS + "?pageSize=100&page=" + page + "&f=geojson")
                    .get("features");
            for (var feature : features) {
                seen.put(
                        feature.get("id").asText(),
                        feature.at("/properties/opening/state").asText());
            }
        }
        assertEquals(states, seen, "GeoJSON");
        var linked = new TreeMap<String, String>();
        for (int page = 1; page <= 2; page++) {
            for (var point : read(rest(), POINTS + "?pageSize=100&page=" + page + "&f=jsonld")
                    .get("items")) {
                linked.put(point.get("id").asText(), point.at("/opening/state").asText());
                boolean believed = !point.at("/opening/state").asText().equals("unknown");
                assertTrue(
                        believed
                                || !point.path("contactPoint").has("openingHours")
                                || point.at("/knownOn/openingHours").asText().startsWith("2026"),
                        point::toString);
                assertFalse(point.path("knownOn").has("contactPoint"), point::toString);
            }
        }
        assertEquals(states, linked, "JSON-LD");
        var rows = new TreeMap<String, String>();
        for (int page = 1; page <= 2; page++) {
            for (var row : csv(send(rest(), POINTS + "?pageSize=100&page=" + page + "&f=csv"))) {
                rows.put(row.get("id"), row.get("opening.state"));
                assertEquals(
                        point(points, row.get("id")).at("/knownOn/openingHours").asText(),
                        row.get("knownOn.openingHours"));
            }
        }
        assertEquals(states, rows, "CSV");
        var graph = new TreeMap<String, String>();
        for (var after = ""; after != null; ) {
            var page = ask("{ servicePoints(first: 100" + after
                    + ") { pageInfo { hasNextPage endCursor } nodes { id opening { state } } } }");
            graph.putAll(states(JSON.valueToTree(page.getList("servicePoints.nodes"))));
            after = page.getBoolean("servicePoints.pageInfo.hasNextPage")
                    ? ", after: \"" + page.getString("servicePoints.pageInfo.endCursor") + "\""
                    : null;
        }
        assertEquals(states, graph, "GraphQL");
        var mapped = new TreeMap<String, String>();
        var ogc = "/ogc/collections/service-points/items?limit=1000";
        for (var feature : read(rest().accept("application/geo+json"), ogc).get("features")) {
            var id = feature.get("id").asText();
            mapped.put(id, feature.at("/properties/openingState").asText());
            assertEquals(
                    point(points, id).at("/knownOn/openingHours").asText(),
                    feature.at("/properties/openingHoursKnownOn").asText());
        }
        assertEquals(states, mapped, "OGC API");
        assertEquals(
                18 + 1,
                read(rest().accept("application/geo+json"), ogc + "&filter=openingHoursKnownOn%3E='2026'")
                        .get("numberMatched")
                        .asInt());
        assertSameToAssistants(points, states);
    }

    private void assertSameToAssistants(JsonNode points, Map<String, String> states) throws IOException {
        var told = new TreeMap<String, String>();
        for (int page = 1; page <= 2; page++) {
            var answer = tool("find_digibank", "{\"lang\":\"nl\",\"pageSize\":100,\"page\":" + page + "}");
            told.putAll(states(answer.get("items")));
            var notes = names(answer.get("notes"));
            for (var item : answer.get("items")) {
                if (item.at("/opening/accordingTo/state").asText().equals("open")) {
                    var note = notes.stream()
                            .filter(each -> each.startsWith(item.get("name").asText() + ": waarschijnlijk open."))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(item + " has no note in " + notes));
                    assertTrue(note.contains("veranderd") || note.contains("niet van wanneer"), note);
                    assertTrue(
                            !item.has("phone")
                                    || note.contains(
                                            "Bel eerst: " + item.get("phone").asText()),
                            note);
                }
            }
        }
        assertEquals(states, told, "MCP");
        var seen = new TreeSet<String>();
        for (var point : points) {
            if (!seen.add(point.get("id").asText())) {
                continue;
            }
            var location = point.get("location");
            var origin = "\"lat\":" + location.get("lat") + ",\"lon\":" + location.get("lon");
            for (var near : tool("guide", "{" + origin + "}").get("servicePoints")) {
                seen.add(near.get("id").asText());
                assertEquals(
                        states.get(near.get("id").asText()),
                        near.at("/opening/state").asText(),
                        "guide");
            }
        }
    }

    private static JsonNode tool(String name, String arguments) throws IOException {
        var answer = JSON.readTree(given().contentType("application/json")
                .accept("application/json, text/event-stream")
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + name
                        + "\",\"arguments\":" + arguments + "}}")
                .post("/mcp")
                .asByteArray());
        var content = answer.at("/result/structuredContent");
        assertEquals(content, JSON.readTree(answer.at("/result/content/0/text").asText()));
        return content;
    }

    private static void assertSameOnPagesAndInFiles(JsonNode point, boolean old, boolean open)
            throws IOException, ParserException {
        var id = point.get("id").asText();
        var one = read(rest(), POINTS + "/" + id);
        assertEquals(point.at("/opening/state"), one.at("/opening/state"), id);
        var calendar = new CalendarBuilder()
                .build(new StringReader(
                        given().get("/export/service-points/" + id + ".ics").asString()));
        for (var event : calendar.<VEvent>getComponents("VEVENT")) {
            var title = event.getSummary().getValue();
            if (old) {
                assertTrue(title.startsWith("Waarschijnlijk open: ") && title.endsWith("veranderd)"), title);
                assertTrue(event.getDescription().getValue().contains("De openingsuren zijn van")
                        || event.getDescription().getValue().contains("niet van wanneer"));
                assertEquals("TENTATIVE", event.getStatus().getValue());
            } else {
                assertTrue(title.startsWith("Open: "), title);
            }
        }
        if (open) {
            var now = LocalDateTime.parse(MONDAY).atZone(Belgium.ZONE).toInstant();
            assertTrue(
                    calendar.<VEvent>getComponents("VEVENT").stream()
                            .anyMatch(event -> !instant(event.getDateTimeStart().getDate())
                                            .isAfter(now)
                                    && instant(event.getDateTimeEnd().getDate()).isAfter(now)),
                    id);
        }
        var card =
                given().get("/export/service-points/" + id + ".vcf").asString().replace("\r\n ", "");
        assertTrue(!old || card.contains("De openingsuren zijn van") || card.contains("niet van wanneer"), card);
        var page = given().accept("text/html").get("/digibanken/" + id).asString();
        assertEquals(open, page.contains("<span class=\"state open\""), id);
        var structured = STRUCTURED.matcher(page);
        assertTrue(structured.find(), id);
        assertFalse(old && structured.group(1).contains("openingHoursSpecification"), id);
    }

    private static Instant instant(Temporal time) {
        return Instant.from(time);
    }

    private static JsonNode point(JsonNode points, String id) {
        return StreamSupport.stream(points.spliterator(), false)
                .filter(point -> point.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(RequestSpecification request, String address) throws IOException {
        return JSON.readTree(send(request, address).asByteArray());
    }

    private static Response send(RequestSpecification request, String address) {
        var answer = request.urlEncodingEnabled(false).get(address);
        assertEquals(200, answer.statusCode(), answer::asString);
        return answer;
    }

    private static List<Map<String, String>> csv(Response answer) throws IOException {
        try (var rows = new CsvMapper()
                .readerFor(Map.class)
                .with(CsvSchema.emptySchema().withHeader())
                .<Map<String, String>>readValues(answer.asString().replace("\uFEFF", ""))) {
            return rows.readAll();
        }
    }

    @Test
    void whatIsOpenByOlderHoursIsOfferedAsThat() throws Exception {
        TestClock.stopAt("2026-11-30T09:00");
        var computers = get(NEAR_GENT + "2026-11-30T14:00&service=public-computers");
        for (var point : computers.<Map<String, Object>>getList("items")) {
            assertEquals("open", ((Map<?, ?>) point.get("opening")).get("state"));
        }
        assertEquals("certainty", computers.getString("alternatives[0].dropped"));
        var near = computers.<Map<String, Object>>getList("alternatives[0].items");
        assertEquals(5, near.size());
        for (var point : near) {
            assertTrue((int) point.get("distanceMetres") < 3_000, point::toString);
            var opening = (Map<?, ?>) point.get("opening");
            assertEquals("unknown", opening.get("state"));
            assertEquals("open", ((Map<?, ?>) opening.get("accordingTo")).get("state"));
        }

        TestClock.stopAt("2026-11-30T14:00");
        assertEquals(
                6,
                get(POINTS + "?postalCode=9000&radius=3000&service=public-computers&pageSize=100")
                        .getList("items.findAll { it.opening.accordingTo?.state == 'open' }")
                        .size());
        assertEquals(
                List.of("beernem-bibliotheek"),
                get(NEAR_GENT + "2026-12-05T11:00&service=device-loan")
                        .getList("alternatives.find { it.dropped == 'certainty' }.items.id"));

        var monday = get(NEAR_GENT + "2026-11-30T14:00&service=device-loan");
        assertFalse(monday.getList("alternatives.dropped").contains("certainty"));
        var lenders = monday.<Map<String, Object>>getList("alternatives.items.flatten()");
        assertTrue(
                lenders.stream()
                        .anyMatch(point -> (int) point.get("distanceMetres") < 30_000
                                && ((Map<?, ?>) point.get("opening"))
                                        .get("state")
                                        .equals("unknown")),
                lenders::toString);
        var told = tool(
                "find_digibank",
                "{\"lang\":\"en\",\"postalCode\":\"9000\",\"openAt\":\"2026-11-30T14:00\","
                        + "\"service\":[\"public-computers\"]}");
        assertEquals("certainty", told.at("/alternatives/0/dropped").asText());
        assertTrue(
                told.get("notes")
                        .toString()
                        .contains("probably open. The opening hours date from 2023 and may have changed."),
                told.get("notes")::toString);
    }

    @Test
    void verifiedHoursAreBelievedUntilTheirPeriodIsOver() throws Exception {
        // The hours of Genk are of 2021, on Thursdays.
        TestClock.stopAt("2026-06-11T14:00");
        publish(
                "UPDATE service_point SET verified_on = '2026-06-10' WHERE id = 'genk-bibliotheek'",
                "UPDATE service_point SET verified_on = '2025-06-11' WHERE id = 'gent-wijkkantoor-rabot'");
        assertEquals("open", get(POINTS + "/genk-bibliotheek").getString("opening.state"));
        assertEquals(
                List.of("genk-bibliotheek"),
                get(POINTS + "?q=genk%20bibliotheek&openNow=true").getList("items.id"));

        TestClock.stopAt("2026-06-11T23:59:30");
        var rabot = POINTS + "/gent-wijkkantoor-rabot";
        var evening = rest().get(rabot);
        assertEquals("closed", evening.jsonPath().getString("opening.state"));
        var ages = Pattern.compile("[0-9]+")
                .matcher(evening.header("Cache-Control"))
                .results()
                .mapToInt(age -> Integer.parseInt(age.group()))
                .sum();
        assertTrue(
                ages <= 60 && evening.header("Cache-Control").contains("max-age=30"), evening.header("Cache-Control"));
        assertTrue(calendar("gent-wijkkantoor-rabot").contains("SUMMARY:Waarschijnlijk open: "));
        assertFalse(name("gent-wijkkantoor-rabot").contains("veranderd"));
        TestClock.stopAt("2026-06-12T00:00");
        var nextDay = get(rabot + "?lang=en");
        assertEquals("unknown", get(rabot).getString("opening.state"));
        assertEquals(
                "The opening hours were last checked on 11 June 2025 and may have changed.",
                nextDay.getString("opening.why"));
        assertTrue(name("gent-wijkkantoor-rabot").contains("veranderd"));
    }

    /** Such as the clock of a machine that was a day ahead when it started. */
    @Test
    void noAnswerOfTomorrowOutlivesAClockThatIsSetBack() {
        var list = POINTS + "?pageSize=100&lang=en";
        TestClock.stopAt("2026-03-02T09:00");
        var today = get("/v1/quality").getString("day");
        var openings = get(list).getList("items.opening");
        for (var ahead : List.of("2026-03-03T14:00", "2031-03-02T20:00")) {
            TestClock.stopAt(ahead);
            assertNotEquals(today, get("/v1/quality").getString("day"));
            assertNotEquals(openings, get(list).getList("items.opening"));
            TestClock.stopAt("2026-03-02T09:00");
            assertEquals(today, get("/v1/quality").getString("day"));
            assertEquals(openings, get(list).getList("items.opening"));
        }
    }

    private static String calendar(String id) {
        return given().get("/export/service-points/" + id + ".ics").asString().replace("\r\n ", "");
    }

    private static String name(String id) {
        return calendar(id)
                .lines()
                .filter(line -> line.startsWith("NAME:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theClockAloneChangesNothingThatIsCopied() throws Exception {
        TestClock.stopAt(MONDAY);
        var before = new HashMap<String, String>();
        var ldes = Pattern.compile("/ldes/[0-9]+-[A-Za-z0-9_-]+")
                .matcher(given().get("/ldes").asString());
        assertTrue(ldes.find());
        var addresses = List.of(
                ldes.group(),
                POINTS + ".json",
                POINTS + ".csv",
                POINTS + ".jsonld",
                "/v1/partners.json",
                "/v1/changes?since=0",
                "/export/service-points.csv");
        for (var address : addresses) {
            before.put(address, send(given(), address).asString());
        }
        assertTrue(before.get(POINTS + ".json").contains("\"knownOn\":{\"openingHours\":\"2023\""));
        for (var address : addresses) {
            for (var clock : List.of("\"overdue\"", "\"undated\"", "\"accordingTo\"")) {
                assertFalse(before.get(address).contains(clock), address + " " + clock);
            }
        }
        TestClock.stopAt("2028-01-07T14:00");
        for (var address : addresses) {
            assertEquals(before.get(address), send(given(), address).asString(), address);
        }
    }

    @Test
    void whatHasEndedIsSaidWherePeopleLook() throws Exception {
        TestClock.stopAt(MONDAY);
        for (var partner : items("/v1/partners?pageSize=100")) {
            for (var consortium : (List<?>) partner.get("consortia")) {
                assertEquals(true, ((Map<?, ?>) consortium).get("ended"), partner::toString);
            }
        }
        assertEquals(
                "Digihub Oost-Vlaanderen has ended. Its last day was 31 October 2023. The knowledge partners took part in it.",
                get("/v1/guide?postalCode=9000&lang=en").getString("remark"));
        var guide = tool("partners_for_place", "{\"lang\":\"en\",\"postalCode\":\"9000\"}");
        assertTrue(names(guide.get("notes"))
                .contains("Digihub Oost-Vlaanderen has ended. Its last day was 31 October 2023."));
        assertEquals(true, get("/v1/programmes/digibank").getBoolean("ended"));
        for (var digibank : items("/v1/digibanks?kind=digibank&pageSize=100&lang=en")) {
            var remark = String.valueOf(digibank.get("remark"));
            assertTrue(
                    digibank.containsKey("ended") || remark.contains("31 July") || remark.contains("the source"),
                    digibank::toString);
        }
        for (var point : items(POINTS + "?pageSize=100&digibank=digibank-westkust")) {
            assertEquals(true, ((Map<?, ?>) point.get("digibank")).get("ended"), point::toString);
        }
    }
}
