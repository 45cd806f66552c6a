package be.digicatalogue.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChamberTest extends ApiTest {

    @Test
    void sixChambersLeadTheFiveDigihubs() {
        assertEquals(6, get("/v1/chambers").getInt("total"));
        var chamber = get("/v1/chambers/voka-antwerpen-waasland");
        assertEquals(List.of("antwerpen", "oost-vlaanderen"), chamber.getList("leads.id"));
        assertEquals(List.of("voka-antwerpen", "voka-sint-niklaas"), chamber.getList("vokaOffices.id"));
        var graph = ask("""
                { chambers { id }
                  chamber(id: "voka-antwerpen-waasland") { leads { id } vokaOffices { id chamber { id } } } }""");
        assertEquals(6, graph.getList("chambers").size());
        assertEquals(chamber.getList("leads.id"), graph.getList("chamber.leads.id"));
        assertEquals(chamber.getList("vokaOffices.id"), graph.getList("chamber.vokaOffices.id"));
        assertEquals("voka-antwerpen-waasland", graph.getString("chamber.vokaOffices[0].chamber.id"));
    }
}
