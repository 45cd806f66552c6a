package be.digicatalogue.digibank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServicePointTest extends ApiTest {

    @Test
    void trainingNearGentComesNearestFirstWithDistances() {
        var rest = get("/v1/service-points?postalCode=9000&service=training");
        assertEquals("gent-kringwinkel-vlaamsekaai", rest.getString("items[0].id"));
        assertEquals(1859, rest.getInt("items[0].distanceMetres"));
        assertNull(rest.get("items[0].distanceUncertainMetres"));
        var farthest = farthest(rest.getList("items"));
        assertEquals(farthest.stream().sorted().toList(), farthest);
        List<List<String>> services = rest.getList("items.services");
        assertTrue(services.stream().allMatch(codes -> codes.contains("training")));
        var graph = ask("""
                { servicePoints(postalCode: "9000", service: [TRAINING]) {
                    totalCount edges { distanceMetres distanceUncertainMetres node { id } } } }""");
        assertEquals(rest.getList("items.id"), graph.getList("servicePoints.edges.node.id"));
        for (var property : List.of("distanceMetres", "distanceUncertainMetres")) {
            assertEquals(rest.getList("items." + property), graph.getList("servicePoints.edges." + property));
        }
        assertEquals(rest.getInt("total"), graph.getInt("servicePoints.totalCount"));
    }

    @Test
    void withoutAnOriginTheyComeByNameAndWithoutDistance() {
        var rest = get("/v1/service-points?pageSize=100");
        assertEquals(110, rest.getInt("total"));
        assertNull(rest.get("items[0].distanceMetres"));
        List<String> names = rest.getList("items.name");
        assertEquals(
                names.stream().sorted(String.CASE_INSENSITIVE_ORDER).limit(10).toList(), names.subList(0, 10));
        assertNull(ask("{ servicePoints { edges { distanceMetres } } }").get("servicePoints.edges[0].distanceMetres"));
    }

    @Test
    void repeatedServicesMeanAll() {
        List<List<String>> services = get("/v1/service-points?service=device-loan&service=training&pageSize=100")
                .getList("items.services");
        assertFalse(services.isEmpty());
        assertTrue(services.stream().allMatch(codes -> codes.containsAll(List.of("device-loan", "training"))));
        assertEquals(
                services.size(),
                ask("{ servicePoints(service: [DEVICE_LOAN, TRAINING]) { totalCount } }")
                        .getInt("servicePoints.totalCount"));
    }

    @Test
    void aRadiusLeavesOutWhatIsFarther() {
        List<Integer> within = get("/v1/service-points?postalCode=9000&radius=2000&pageSize=100")
                .getList("items.distanceMetres");
        List<Integer> all =
                get("/v1/service-points?postalCode=9000&pageSize=100").getList("items.distanceMetres");
        assertEquals(all.stream().filter(metres -> metres <= 2000).toList(), within);
        assertEquals(
                within.size(),
                ask("{ servicePoints(postalCode: \"9000\", radius: 2000) { totalCount } }")
                        .getInt("servicePoints.totalCount"));
    }

    @Test
    void aBoxKeepsWhatIsInIt() {
        var gent = get("/v1/service-points?bbox=3.6,51.0,3.8,51.1&pageSize=100");
        List<Float> latitudes = gent.getList("items.location.lat");
        assertTrue(latitudes.size() >= 11);
        assertTrue(latitudes.stream().allMatch(lat -> lat >= 51.0 && lat <= 51.1));
        assertEquals(
                gent.getInt("total"),
                ask("{ servicePoints(bbox: \"3.6,51.0,3.8,51.1\") { totalCount } }")
                        .getInt("servicePoints.totalCount"));
    }

    @Test
    void theOtherFiltersAreMetAllAtOnce() {
        assertEquals(7, get("/v1/service-points?locationType=mobile").getInt("total"));
        assertEquals(
                List.of("menen-mobiel-digipunt"),
                get("/v1/service-points?locationType=mobile&province=west-vlaanderen&q=menen")
                        .getList("items.id"));
        assertEquals(
                11,
                get("/v1/service-points?municipality=44021&digibank=digipunten-gent")
                        .getInt("total"));
        assertEquals(
                0,
                get("/v1/service-points?municipality=44021&locationType=mobile").getInt("total"));
        assertEquals(3, get("/v1/service-points?province=brussel").getInt("total"));
        assertEquals(1, ask("""
                    { servicePoints(locationType: MOBILE, province: "west-vlaanderen", q: "menen") { totalCount } }""").getInt("servicePoints.totalCount"));
    }

    @Test
    void aPointWithoutItsOwnCoordinatesSaysHowFarToTrustThem() {
        assertEquals("address", get("/v1/service-points/gent-bib-de-krook").getString("location.precision"));
        assertEquals("locality", get("/v1/service-points/genk-bibliotheek").getString("location.precision"));
        assertEquals("municipality", get("/v1/service-points/ieper-bibliotheek").getString("location.precision"));
    }

    @Test
    void facetsCountWhatEachFilterWouldFind() {
        var list = get(
                "/v1/service-points?province=west-vlaanderen&service=training&facets=service,province,locationType");
        var facets = list.<String, List<Map<String, Object>>>getMap("facets");
        for (var count : facets.get("service")) {
            assertEquals(
                    get("/v1/service-points?province=west-vlaanderen&service={s}", count.get("value"))
                            .getInt("total"),
                    count.get("count"),
                    count::toString);
        }
        for (var count : facets.get("province")) {
            assertEquals(
                    get("/v1/service-points?service=training&province={p}", count.get("value"))
                            .getInt("total"),
                    count.get("count"),
                    count::toString);
        }
        assertTrue(facets.get("service").stream()
                .anyMatch(count -> count.get("value").equals("device-loan")));
        assertNull(get("/v1/service-points").get("facets"));
        var graph = ask("""
                { servicePoints(province: "west-vlaanderen", service: [TRAINING], facets: "service,province,locationType") {
                    facets { name values { value label count } } } }""");
        assertEquals(List.copyOf(facets.keySet()), graph.getList("servicePoints.facets.name"));
        assertEquals(List.copyOf(facets.values()), graph.getList("servicePoints.facets.values"));
    }

    @Test
    void whenNothingMeetsAllConditionsItTellsWhatComesClosest() {
        var empty = get("/v1/service-points?postalCode=9000&service=device-loan&radius=5000&lang=en");
        assertEquals(0, empty.getInt("total"));
        assertEquals(List.of("radius", "service"), empty.getList("alternatives.dropped"));
        assertEquals(
                get("/v1/service-points?postalCode=9000&service=device-loan&pageSize=3")
                        .getList("items.id"),
                empty.getList("alternatives[0].items.id"));
        assertEquals("Farther away than requested.", empty.getString("alternatives[0].explanation"));
        assertEquals(
                get("/v1/service-points?postalCode=9000&radius=5000&pageSize=3").getList("items.distanceMetres"),
                empty.getList("alternatives[1].items.distanceMetres"));
        var graph = ask("""
                { servicePoints(postalCode: "9000", service: [DEVICE_LOAN], radius: 5000) {
                    totalCount alternatives { dropped items { distanceMetres node { id } } } } }""");
        assertEquals(List.of("radius", "service"), graph.getList("servicePoints.alternatives.dropped"));
        assertEquals(
                empty.getList("alternatives[0].items.id"),
                graph.getList("servicePoints.alternatives[0].items.node.id"));
        assertNull(get("/v1/service-points?postalCode=9000").get("alternatives"));
    }

    @Test
    void whenLeavingOutOneConditionIsNotEnoughAllAreLeftOut() {
        var empty = get("/v1/service-points?postalCode=9000&service=wifi&locationType=hybrid&q=zzz");
        assertEquals(List.of("service,locationType,q"), empty.getList("alternatives.dropped"));
        assertEquals(3, empty.getList("alternatives[0].items").size());
    }

    @Test
    void pagesFitTogetherWithoutGapOrOverlap() {
        List<String> whole = get("/v1/service-points.json?postalCode=8800").getList("items.id");
        var pieces = new ArrayList<String>();
        var next = "/v1/service-points?postalCode=8800&pageSize=7";
        while (next != null) {
            var page = get(next);
            pieces.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        assertEquals(whole, pieces);

        var nodes = new ArrayList<String>();
        var after = "";
        while (after != null) {
            var page = ask("{ servicePoints(postalCode: \"8800\", first: 7"
                    + (after.isEmpty() ? "" : ", after: \"" + after + "\"")
                    + ") { nodes { id } pageInfo { hasNextPage endCursor } } }");
            nodes.addAll(page.getList("servicePoints.nodes.id"));
            after = page.getBoolean("servicePoints.pageInfo.hasNextPage")
                    ? page.getString("servicePoints.pageInfo.endCursor")
                    : null;
        }
        assertEquals(whole, nodes);
    }

    /** The same question answered by looking at every point, for random origins and filters. */
    @Test
    void nearestIsWhatLookingAtEveryPointFinds() {
        var all = items("/v1/service-points?postalCode=9000&pageSize=100");
        var random = new Random(3);
        for (int round = 0; round < 40; round++) {
            double lat = 50.7 + 0.7 * random.nextDouble();
            double lon = 2.6 + 3 * random.nextDouble();
            var service = random.nextBoolean() ? "open-helpdesk" : "device-loan";
            var expected = all.stream()
                    .filter(point -> ((List<?>) point.get("services")).contains(service))
                    .map(point -> {
                        var location = (Map<?, ?>) point.get("location");
                        int distance = metres(lat, lon, number(location.get("lat")), number(location.get("lon")));
                        return Map.entry(distance + (Integer) point.getOrDefault("distanceUncertainMetres", 0), (String)
                                point.get("id"));
                    })
                    .sorted(Map.Entry.<Integer, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                    .limit(10)
                    .toList();
            var answer = get("/v1/service-points?pageSize=10&service={s}&lat={lat}&lon={lon}", service, lat, lon);
            assertEquals(expected.stream().map(Map.Entry::getValue).toList(), answer.getList("items.id"));
            assertEquals(expected.stream().map(Map.Entry::getKey).toList(), farthest(answer.getList("items")));
        }
    }

    /** JSON numbers arrive as float here; their shortest text is the number that was sent. */
    private static double number(Object json) {
        return Double.parseDouble(json.toString());
    }

    private static int metres(double latA, double lonA, double latB, double lonB) {
        double h = Math.pow(Math.sin(Math.toRadians(latB - latA) / 2), 2)
                + Math.cos(Math.toRadians(latA))
                        * Math.cos(Math.toRadians(latB))
                        * Math.pow(Math.sin(Math.toRadians(lonB - lonA) / 2), 2);
        return (int) Math.round(2 * 6_371_008.8 * Math.asin(Math.sqrt(h)));
    }
}
