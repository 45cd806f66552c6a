package be.digicatalogue.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlaceTest extends ApiTest {

    @Test
    void completesNamesAndCodes() {
        List<String> gen = get("/v1/places?q=gen").getList("items.locality");
        assertTrue(gen.contains("Gent") && gen.contains("Genk"), gen::toString);
        List<String> codes = get("/v1/places?q=90&pageSize=100").getList("items.postalCode");
        assertTrue(codes.size() > 5 && codes.stream().allMatch(code -> code.startsWith("90")), codes::toString);
        assertEquals(gen, ask("{ places(q: \"gen\") { nodes { locality } } }").getList("places.nodes.locality"));
    }

    @Test
    void aPostalCodeHasItsLocalitiesWithMunicipalityAndProvince() {
        var places = get("/v1/places?postalCode=9000");
        assertEquals(List.of("Gent"), places.getList("items.locality"));
        assertEquals("44021", places.getString("items[0].municipality.id"));
        assertEquals("oost-vlaanderen", places.getString("items[0].province.id"));
        var graph = ask("{ places(postalCode: \"9000\") { nodes { municipality { id } province { id } } } }");
        assertEquals("44021", graph.getString("places.nodes[0].municipality.id"));
    }

    @Test
    void brusselsHasPlacesToo() {
        assertEquals(1204, get("/v1/places").getInt("total"));
        assertEquals(22, get("/v1/places?province=brussel").getInt("total"));
    }

    @Test
    void whatCompletionOffersIsAnOrigin() {
        var points = get("/v1/service-points?postalCode=9000&pageSize=5").getList("items.id");
        for (var named : List.of("Gent", "GENT", "9000", "9000%20Gent", "9000-gent")) {
            assertEquals(
                    points, get("/v1/service-points?pageSize=5&place=" + named).getList("items.id"), named);
        }
    }

    @Test
    void anAmbiguousNameLeadsToTheOnesThatCouldBeMeant() {
        var problem = answer("/v1/service-points?place=Beveren&service=training")
                .statusCode(400)
                .extract()
                .jsonPath();
        assertEquals(
                List.of(
                        "8791 Beveren (Waregem)",
                        "8800 Beveren (Roeselare)",
                        "9120 Beveren (Beveren-Kruibeke-Zwijndrecht)"),
                problem.getList("issues[0].candidates.value"));
        for (var address : problem.<String>getList("issues[0].candidates.href")) {
            assertTrue(address.contains("service=training"), address);
            answer(address).statusCode(200);
        }
    }
}
