package be.digicatalogue.digihub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsortiumTest extends ApiTest {

    /** The composition as the parliamentary answer of 2021 lists it, chambers included. */
    private static final Map<String, Integer> MEMBERS =
            Map.of("oost-vlaanderen", 13, "west-vlaanderen", 7, "antwerpen", 11, "limburg", 7, "vlaams-brabant", 7);

    @Test
    void everyProvinceHasOneConsortiumWithAsManyMembersAsTheSource() {
        var consortia = get("/v1/consortia");
        assertEquals(5, consortia.getInt("total"));
        MEMBERS.forEach((province, members) -> {
            var consortium = get("/v1/consortia/{province}", province);
            assertEquals(
                    members,
                    consortium.getList("leads").size()
                            + consortium.getList("knowledgePartners").size(),
                    province);
        });
    }

    @Test
    void antwerpenHasTwoLeadsAndNinePartnersInTheOrderOfTheSource() {
        var leads = List.of("voka-mechelen-kempen", "voka-antwerpen-waasland");
        var partners = List.of(
                "universiteit-antwerpen",
                "ku-leuven",
                "thomas-more",
                "open-manufacturing-campus",
                "karel-de-grote-hogeschool",
                "ap-hogeschool",
                "vil",
                "flanders-make",
                "sirris");
        var rest = get("/v1/consortia/antwerpen");
        assertEquals(leads, rest.getList("leads.id"));
        assertEquals(partners, rest.getList("knowledgePartners.id"));
        var graph = ask("{ consortium(province: \"antwerpen\") { leads { id } knowledgePartners { id } } }");
        assertEquals(leads, graph.getList("consortium.leads.id"));
        assertEquals(partners, graph.getList("consortium.knowledgePartners.id"));
    }

    @Test
    void theDigihubsHaveEndedAndSayWhen() {
        var rest = get("/v1/consortia/limburg");
        assertEquals("2021-05-05", rest.getString("validFrom"));
        assertEquals("2023-10-31", rest.getString("validTo"));
        assertTrue(rest.getBoolean("ended"));
        var graph = ask("{ consortium(province: \"limburg\") { validFrom validTo ended } }");
        assertEquals("2021-05-05", graph.getString("consortium.validFrom"));
        assertEquals("2023-10-31", graph.getString("consortium.validTo"));
        assertTrue(graph.getBoolean("consortium.ended"));
    }

    @Test
    void aDayChoosesThoseThatExisted() {
        assertEquals(5, get("/v1/consortia?validOn=2021-05-05").getInt("total"));
        assertEquals(5, get("/v1/consortia?validOn=2023-10-31").getInt("total"));
        assertEquals(0, get("/v1/consortia?validOn=2023-11-01").getInt("total"));
        assertEquals(0, get("/v1/consortia?validOn=2021-05-04").getInt("total"));
        assertEquals(
                0,
                ask("{ consortia(validOn: \"2023-11-01\") { id } }")
                        .getList("consortia")
                        .size());
        assertEquals(5, ask("{ consortia { id } }").getList("consortia").size());
    }
}
