package be.digicatalogue.digibank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DigibankTest extends ApiTest {

    @Test
    void digibanksAndOtherNetworksAreToldApart() {
        assertEquals(38, get("/v1/digibanks").getInt("total"));
        assertEquals(27, get("/v1/digibanks?kind=digibank").getInt("total"));
        assertEquals(11, get("/v1/digibanks?kind=e-inclusion-network").getInt("total"));
        assertEquals(
                11,
                ask("{ digibanks(kind: E_INCLUSION_NETWORK) { totalCount } }").getInt("digibanks.totalCount"));
    }

    @Test
    void aMunicipalityFindsWhoNamesIt() {
        var kortrijk = get("/v1/digibanks?municipality=34022");
        assertEquals(List.of("digibank-kortrijk"), kortrijk.getList("items.id"));
        assertEquals(
                List.of("digibank-kortrijk"),
                ask("{ digibanks(municipality: \"34022\") { nodes { id municipalities { id } } } }")
                        .getList("digibanks.nodes.id"));
    }

    @Test
    void aNetworkMayWorkInSeveralProvincesAndInBrussels() {
        assertEquals(
                List.of("antwerpen", "brussel", "oost-vlaanderen"),
                get("/v1/digibanks/digibasics").getList("provinces.id"));
        assertTrue(get("/v1/digibanks?province=brussel").getList("items.id").contains("digibasics"));
    }

    @Test
    void itKnowsItsServicePointsAndTheyKnowIt() {
        var rest = get("/v1/digibanks/digipunten-gent");
        assertEquals(11, rest.getList("servicePoints").size());
        var graph = ask("{ digibank(id: \"digipunten-gent\") { servicePoints { id digibank { id } } } }");
        assertEquals(rest.getList("servicePoints.id"), graph.getList("digibank.servicePoints.id"));
        assertEquals("digipunten-gent", graph.getString("digibank.servicePoints[0].digibank.id"));
    }

    @Test
    void whatWasNotExtendedHasEndedAndSupportRunsToMid2026AtTheLatest() {
        var ended = get("/v1/digibanks/digibank-westkust");
        assertEquals("2024-12-31", ended.getString("validTo"));
        assertTrue(ended.getBoolean("ended"));
        // Of one digibank a source says that it was extended; of the others the limit of the programme is all that is
        // known.
        var supported = get("/v1/digibanks?pageSize=100").setRootPath("items.findAll { it.supportedUntil }");
        assertEquals(
                List.of(
                        "digibank-regio-diksmuide",
                        "digibank-regio-ieper",
                        "digibank-regio-poperinge",
                        "digibank-westkust"),
                supported.<String>getList("id").stream().sorted().toList());
        assertEquals("2026-07-31", get("/v1/digibanks/digibank-regio-diksmuide").getString("supportedUntil"));
    }
}
