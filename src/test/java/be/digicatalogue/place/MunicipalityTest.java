package be.digicatalogue.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MunicipalityTest extends ApiTest {

    @Test
    void withoutADayThoseInForceTodayAreMeant() {
        assertEquals(304, get("/v1/municipalities").getInt("total"));
        assertEquals(304, ask("{ municipalities { totalCount } }").getInt("municipalities.totalCount"));
        assertEquals(19, get("/v1/municipalities?province=brussel").getInt("total"));
        assertTrue(get("/v1/municipalities?validOn=2018-12-31&q=puurs")
                .getList("items.name")
                .contains("Puurs"));
        assertEquals(
                List.of("Puurs-Sint-Amands"), get("/v1/municipalities?q=puurs").getList("items.name"));
    }

    @Test
    void oneThatMergedSaysInWhat() {
        var borsbeek = get("/v1/municipalities/11007");
        assertEquals("2024-12-31", borsbeek.getString("validTo"));
        assertTrue(borsbeek.getBoolean("ended"));
        assertEquals("Antwerpen", borsbeek.getString("mergedInto.name"));
        assertEquals(
                "Antwerpen",
                ask("{ municipality(id: \"11007\") { mergedInto { name } ended } }")
                        .getString("municipality.mergedInto.name"));
    }

    @Test
    void aMergerChangesTheListOnItsDay() {
        assertEquals(300, get("/v1/municipalities?validOn=2024-12-31").getInt("total") - 19);
        assertEquals(285, get("/v1/municipalities?validOn=2025-01-01").getInt("total") - 19);
    }
}
