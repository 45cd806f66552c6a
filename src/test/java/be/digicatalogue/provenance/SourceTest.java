package be.digicatalogue.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourceTest extends ApiTest {

    @Test
    void fiveDocumentsAndFiveDataSetsBackTheCatalogue() {
        var sources = get("/v1/sources");
        assertEquals(10, sources.getInt("total"));
        var answer = get("/v1/sources/vp-2023-307-structurele-partners");
        assertEquals("307", answer.getString("number"));
        assertEquals("2023-01-20", answer.getString("date"));
        assertEquals("CC BY 4.0", get("/v1/sources/geonames-be").getString("licence"));
        var graph = ask("{ sources { id about } source(id: \"geonames-be\") { licence } }");
        assertEquals(sources.getList("items.id"), graph.getList("sources.id"));
        assertEquals("CC BY 4.0", graph.getString("source.licence"));
    }

    @Test
    void evidenceLeadsToItsSource() {
        var evidence = get("/v1/consortia/limburg").getList("evidence.source.id");
        assertEquals(
                evidence,
                ask("{ consortium(province: \"limburg\") { evidence { source { id } } } }")
                        .getList("consortium.evidence.source.id"));
        assertTrue(get("/v1/service-points/genk-bibliotheek")
                .getString("evidence[0].url")
                .startsWith("https://"));
    }
}
