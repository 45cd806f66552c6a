package be.digicatalogue.voka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VokaOfficeTest extends ApiTest {

    @Test
    void limburgHasItsOfficeInHasselt() {
        var rest = get("/v1/voka-offices?province=limburg");
        assertEquals(List.of("voka-hasselt"), rest.getList("items.id"));
        assertEquals("Gouverneur Roppesingel", rest.getString("items[0].address.street"));
        assertEquals("address", rest.getString("items[0].confirmed"));
        assertEquals("voka-limburg", rest.getString("items[0].chamber.id"));
        var graph = ask("{ vokaOffices(province: \"limburg\") { nodes { id confirmed chamber { id } } } }");
        assertEquals(List.of("voka-hasselt"), graph.getList("vokaOffices.nodes.id"));
        assertEquals("ADDRESS", graph.getString("vokaOffices.nodes[0].confirmed"));
    }

    @Test
    void fromAnOriginTheNearestComesFirst() {
        var rest = get("/v1/voka-offices?postalCode=9300");
        assertEquals("voka-aalst", rest.getString("items[0].id"));
        var farthest = farthest(rest.getList("items"));
        assertEquals(farthest.stream().sorted().toList(), farthest);
        assertEquals(11, farthest.size());
        var graph = ask(
                "{ vokaOffices(postalCode: \"9300\") { edges { distanceMetres distanceUncertainMetres node { id } } } }");
        for (var property : List.of("distanceMetres", "distanceUncertainMetres")) {
            assertEquals(rest.getList("items." + property), graph.getList("vokaOffices.edges." + property));
        }
        assertEquals(rest.getList("items.id"), graph.getList("vokaOffices.edges.node.id"));
    }

    @Test
    void theHeadOfficeInBrusselsBelongsToNoChamber() {
        var office = get("/v1/voka-offices?province=brussel");
        assertEquals(List.of("voka-brussel"), office.getList("items.id"));
        assertNull(office.get("items[0].chamber"));
        assertNull(
                ask("{ vokaOffice(id: \"voka-brussel\") { chamber { id } } }").get("vokaOffice.chamber"));
    }

    @Test
    void aChamberHasItsOffices() {
        assertEquals(3, get("/v1/voka-offices?chamber=voka-oost-vlaanderen").getInt("total"));
        assertEquals(
                3,
                ask("{ vokaOffices(chamber: \"voka-oost-vlaanderen\") { totalCount } }")
                        .getInt("vokaOffices.totalCount"));
    }
}
