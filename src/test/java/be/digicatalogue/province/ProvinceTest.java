package be.digicatalogue.province;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProvinceTest extends ApiTest {

    private static final List<String> FIVE =
            List.of("antwerpen", "limburg", "oost-vlaanderen", "vlaams-brabant", "west-vlaanderen");

    @Test
    void theFiveProvincesAreListedAndBrusselsIsNot() {
        assertEquals(FIVE, get("/v1/provinces").getList("items.id"));
        assertEquals(FIVE, ask("{ provinces { id } }").getList("provinces.id"));
        // Places and offices in Brussels refer to it, so it can be followed.
        assertEquals("brussel", get("/v1/provinces/brussel").getString("id"));
        assertEquals(
                0,
                ask("{ province(id: \"brussel\") { figures { totalCount } partners { totalCount } } }")
                        .getInt("province.figures.totalCount"));
    }

    @Test
    void aProvinceHasItsOfficialCodesAndItsNameInFourLanguages() {
        var province = get("/v1/provinces/oost-vlaanderen?lang=fr");
        assertEquals("BE-VOV", province.getString("isoCode"));
        assertEquals("40000", province.getString("nisCode"));
        assertEquals("BE23", province.getString("nutsCode"));
        assertEquals("Flandre orientale", province.getString("name"));
        assertEquals("Ostflandern", province.getString("names.de"));
        var same = ask("{ province(id: \"oost-vlaanderen\") { isoCode nisCode nutsCode name names { fr de } } }");
        assertEquals("BE-VOV", same.getString("province.isoCode"));
        assertEquals("Oost-Vlaanderen", same.getString("province.name"));
        assertEquals("Ostflandern", same.getString("province.names.de"));
    }

    @Test
    void embedsWhatIsAskedAndNothingElse() {
        var province = get("/v1/provinces/limburg?embed=consortium,partners,vokaOffices");
        assertEquals("Digihub Limburg", province.getString("consortium.name"));
        assertEquals(6, province.getList("partners").size());
        assertEquals(List.of("voka-hasselt"), province.getList("vokaOffices.id"));
        assertNull(get("/v1/provinces/limburg").get("partners"));
        assertEquals(
                11,
                get("/v1/provinces?embed=partners").getList("items[2].partners").size());
        answer("/v1/provinces/limburg?embed=everything").statusCode(400);
    }

    @Test
    void theGraphJoinsFromAProvinceAndBack() {
        var province = ask("""
                { province(id: "limburg") {
                    consortium { knowledgePartners { consortia { province { id } } } }
                    partners { totalCount } vokaOffices { nodes { id province { id } } }
                    digibanks { totalCount } servicePoints { totalCount } figures { totalCount } } }""");
        assertEquals(
                List.of("limburg"), province.getList("province.consortium.knowledgePartners[0].consortia.province.id"));
        assertEquals("limburg", province.getString("province.vokaOffices.nodes[0].province.id"));
        assertEquals(6, province.getInt("province.partners.totalCount"));
        for (var list : List.of("digibanks", "service-points", "figures")) {
            var field = list.equals("service-points") ? "servicePoints" : list;
            assertEquals(
                    get("/v1/" + list + "?province=limburg").getInt("total"),
                    province.getInt("province." + field + ".totalCount"),
                    list);
        }
    }
}
