package be.digicatalogue.digibank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTest extends ApiTest {

    @Test
    void eightServicesHaveACodeALabelAndASentenceInTheAskedLanguage() {
        var codes = List.of(
                "device-loan",
                "hardware-collection",
                "training",
                "open-helpdesk",
                "essential-services",
                "repair",
                "public-computers",
                "wifi");
        var dutch = get("/v1/services");
        assertEquals(codes, dutch.getList("items.code"));
        var french = get("/v1/services?lang=fr");
        assertEquals(french.getList("items.labels.fr"), french.getList("items.label"));
        assertNotEquals(dutch.getList("items.description"), french.getList("items.description"));
        var graph = ask("{ services { code label labels { fr } } }");
        assertEquals("DEVICE_LOAN", graph.getString("services[0].code"));
        assertEquals(dutch.getList("items.label"), graph.getList("services.label"));
        assertEquals(french.getList("items.label"), graph.getList("services.labels.fr"));
    }
}
