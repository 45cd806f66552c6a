package be.digicatalogue.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PartnerTest extends ApiTest {

    @Test
    void westVlaanderenHasTheSixKnowledgePartnersOfTheSource() {
        var six = Set.of(
                "katholieke-hogeschool-zuid-west-vlaanderen", "vives", "ilvo", "howest", "flanders-make", "sirris");
        var rest = get("/v1/partners?province=west-vlaanderen");
        assertEquals(6, rest.getInt("total"));
        assertEquals(six, Set.copyOf(rest.getList("items.id")));
        var graph = ask("{ partners(province: \"west-vlaanderen\") { nodes { id } totalCount } }");
        assertEquals(rest.getList("items.id"), graph.getList("partners.nodes.id"));
    }

    @Test
    void thereAreTwentySevenAndNoneIsAChamber() {
        assertEquals(27, get("/v1/partners").getInt("total"));
        assertEquals(27, ask("{ partners { totalCount } }").getInt("partners.totalCount"));
        answer("/v1/partners/voka-limburg").statusCode(404);
    }

    @Test
    void aPostalCodeStandsForItsProvince() {
        assertEquals(
                get("/v1/partners?province=west-vlaanderen").getList("items.id"),
                get("/v1/partners?postalCode=8500").getList("items.id"));
        assertEquals(0, get("/v1/partners?postalCode=1000").getInt("total"), "Brussels has no digihub");
        assertEquals(0, get("/v1/partners?postalCode=8500&province=limburg").getInt("total"));
        assertEquals(6, ask("{ partners(postalCode: \"8500\") { totalCount } }").getInt("partners.totalCount"));
    }

    @Test
    void searchIsBlindToCaseAndAccentsAndMatchesBeginningsOfWords() {
        assertEquals(
                List.of("ku-leuven"), get("/v1/partners?q=KATHOLIEKE%20univ").getList("items.id"));
        assertEquals(
                List.of("ku-leuven"),
                get("/v1/partners?q=katholi%C3%A9ke%20univ").getList("items.id"));
        assertEquals(0, get("/v1/partners?q=versiteit").getInt("total"), "no end of a word");
        assertEquals(
                List.of("ku-leuven"),
                ask("{ partners(q: \"katholieke univ\") { nodes { id } } }").getList("partners.nodes.id"));
    }

    @Test
    void filtersMeanAnd() {
        var universities = get("/v1/partners?kind=university");
        assertEquals(5, universities.getInt("total"));
        assertEquals(
                List.of("universiteit-hasselt"),
                get("/v1/partners?kind=university&province=limburg").getList("items.id"));
        assertEquals(
                List.of("universiteit-hasselt"),
                ask("{ partners(kind: UNIVERSITY, province: \"limburg\") { nodes { id } } }")
                        .getList("partners.nodes.id"));
    }

    @Test
    void anUnknownIsAbsent() {
        var partner = get("/v1/partners/ai4growth");
        for (var unknown : List.of("website", "address", "location", "enterpriseNumber", "verifiedOn")) {
            assertFalse(partner.getMap("").containsKey(unknown), unknown);
        }
        assertNull(ask("{ partner(id: \"ai4growth\") { website } }").get("partner.website"));
    }

    @Test
    void referencesCarryAddressAndName() {
        var partner = get("/v1/partners/ku-leuven");
        assertEquals(List.of("Antwerpen", "Oost-Vlaanderen"), partner.getList("provinces.name"));
        assertTrue(partner.getString("consortia[0].href").endsWith("/v1/consortia/antwerpen"));
        assertEquals("Leuven", partner.getString("address.municipality.name"));
    }

    @Test
    void facetsCountUnderTheOtherConditions() {
        var list = get("/v1/partners?province=limburg&facets=kind,province");
        assertEquals(
                6,
                list.<Integer>getList("facets.kind.count").stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        assertEquals(
                get("/v1/partners?province=antwerpen").getInt("total"),
                list.getInt("facets.province.find { it.value == 'antwerpen' }.count"));
        var graph =
                ask("{ partners(province: \"limburg\", facets: \"kind\") { facets { name values { value count } } } }");
        assertEquals(list.getList("facets.kind.value"), graph.getList("partners.facets[0].values.value"));
        answer("/v1/partners?facets=colour").statusCode(400);
    }
}
