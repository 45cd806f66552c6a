package be.digicatalogue.programme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgrammeTest extends ApiTest {

    @Test
    void fourProgrammesTellWhatTheyAre() {
        var programmes = List.of("digihub", "digibank", "digital-experience-labs", "vlaio-structural-partners");
        assertEquals(programmes, get("/v1/programmes").getList("items.id"));
        assertEquals(programmes, ask("{ programmes { id } }").getList("programmes.id"));
    }

    @Test
    void aDigihubWorksInThreeStepsAndHasFourWaysOut() {
        var digihub = get("/v1/programmes/digihub?lang=en");
        assertEquals(
                3,
                digihub.getList("texts.findAll { it.section == 'way-of-working' && it.title.startsWith('Step') }")
                        .size());
        assertTrue(digihub.getList("texts.findAll { it.section == 'fallback' }").size() >= 4);
        assertTrue(digihub.getList("calendar").size() > 0);
        assertEquals(44, digihub.getList("figures").size());
        assertEquals("2023-10-31", digihub.getString("validTo"));
    }

    @Test
    void aDigibankHasThreeGoals() {
        var graph = ask("{ programme(id: \"digibank\") { texts { section title text } figures { totalCount } } }");
        assertEquals(
                3,
                graph.getList("programme.texts.findAll { it.section == 'GOAL' }")
                        .size());
        assertEquals(17, graph.getInt("programme.figures.totalCount"));
    }

    @Test
    void textsFallBackToEnglishAndTheAnswerSaysSo() {
        answer("/v1/programmes/digibank?lang=fr")
                .header("Content-Language", org.hamcrest.Matchers.containsString("en"));
        assertEquals(
                get("/v1/programmes/digibank?lang=en").getString("summary"),
                get("/v1/programmes/digibank?lang=fr").getString("summary"));
        assertNotEquals(
                get("/v1/programmes/digibank").getString("summary"),
                get("/v1/programmes/digibank?lang=en").getString("summary"));
    }
}
