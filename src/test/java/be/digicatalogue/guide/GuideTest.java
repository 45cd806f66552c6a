package be.digicatalogue.guide;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GuideTest extends ApiTest {

    @Test
    void onePostalCodeGivesEverythingThatServesIt() {
        var guide = get("/v1/guide?postalCode=8500");
        assertEquals("Kortrijk", guide.getString("place.locality"));
        assertEquals("west-vlaanderen", guide.getString("province.id"));
        assertEquals("Digihub West-Vlaanderen", guide.getString("consortium.name"));
        assertEquals(6, guide.getList("partners").size());
        assertEquals(List.of("voka-kortrijk"), guide.getList("vokaOffices.id"));
        assertEquals(List.of("digibank-kortrijk"), guide.getList("digibanks.id"));
        assertEquals(5, guide.getList("servicePoints").size());
        var graph = ask("""
                { guide(postalCode: "8500") { place { locality } province { id } consortium { name } partners { id }
                    vokaOffices { id } digibanks { id } servicePoints { id } remark } }""");
        for (var list : List.of("partners", "vokaOffices", "digibanks", "servicePoints")) {
            assertEquals(guide.getList(list + ".id"), graph.getList("guide." + list + ".id"), list);
        }
        assertEquals("Kortrijk", graph.getString("guide.place.locality"));
    }

    @Test
    void theFourOriginsLeadToTheSamePlace() {
        var code = get("/v1/guide?postalCode=8500").getList("servicePoints.id");
        assertEquals(code, get("/v1/guide?place=kortrijk").getList("servicePoints.id"));
        assertEquals(code, get("/v1/guide?municipality=34022").getList("servicePoints.id"));
        assertEquals(code, get("/v1/guide?lat=50.828&lon=3.2649").getList("servicePoints.id"));
        assertEquals("Kortrijk", get("/v1/guide?lat=50.828&lon=3.2649").getString("place.locality"));
    }

    @Test
    void brusselsHasNoDigihubAndTheGuideHelpsOn() {
        var guide = get("/v1/guide?postalCode=1000&lang=en");
        assertNull(guide.get("consortium"));
        assertEquals("brussel", guide.getString("province.id"));
        assertTrue(guide.getString("remark").startsWith("Brussels has no digihub"));
        assertEquals("voka-brussel", guide.getString("vokaOffices[0].id"));
        assertEquals(5, guide.getList("servicePoints").size());
        assertEquals(0, guide.getList("partners").size());
    }

    @Test
    void aPointOutsideFlandersIsSaidToBe() {
        var liege = get("/v1/guide?lat=50.6326&lon=5.5797&lang=en");
        assertNull(liege.get("province"));
        assertTrue(liege.getString("remark").startsWith("This point lies outside"));
        assertEquals(5, liege.getList("servicePoints").size());
    }

    @Test
    void aMunicipalityWithoutALocalityOfItsNameIsAPlaceToo() {
        var pajottegem = get("/v1/guide?place=Pajottegem");
        assertEquals("Pajottegem", pajottegem.getString("municipality.name"));
        assertNull(pajottegem.get("place"));
        assertEquals("Pajottegem", get("/v1/guide?municipality=23106").getString("municipality.name"));
    }

    @Test
    void anOldNameLeadsToTheMunicipalityOfToday() {
        assertEquals(
                "Beveren-Kruibeke-Zwijndrecht",
                get("/v1/guide?place=Zwijndrecht").getString("municipality.name"));
        answer("/v1/guide?municipality=11056")
                .statusCode(400)
                .body("issues[0].name", equalTo("municipality"))
                .body("issues[0].detail", containsString("Beveren-Kruibeke-Zwijndrecht"));
    }

    @Test
    void aPostalCodeOfTwoMunicipalitiesNamesTheDigibanksOfBoth() {
        var guide = get("/v1/guide?postalCode=3470");
        assertTrue(guide.getList("digibanks.id").contains("digitaal-zuidoost-hageland"));
    }
}
