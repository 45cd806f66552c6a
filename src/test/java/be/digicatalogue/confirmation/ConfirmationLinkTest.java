package be.digicatalogue.confirmation;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.Sql;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service without mail: the curator gets the links and passes them on. */
@QuarkusTest
@TestProfile(Curating.class)
class ConfirmationLinkTest extends ApiTest {

    @BeforeEach
    void forgetEarlierQuestions() throws SQLException {
        Sql.commit(Sql.server(), "DELETE FROM confirmation", "DELETE FROM suppressed_address");
    }

    @Test
    void theCuratorGetsTheLinkOnce() {
        var asked = ConfirmationTest.ask(
                Map.of("records", List.of(ConfirmationTest.record("zwevegem-bibliotheek")), "lang", "fr"));
        assertFalse(asked.getBoolean("mailed"));
        assertEquals("sent", asked.getString("items[0].status"));
        var link = asked.getString("items[0].link");
        assertTrue(link.startsWith(RestAssured.baseURI), link);
        assertTrue(link.matches(".*/fr/bevestig/[A-Za-z0-9_-]{43}"), link);
        var page = Jsoup.parse(given().accept("text/html")
                .get(link)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals("fr", page.selectFirst("html").attr("lang"));
        var stored = ConfirmationTest.desk().get("/admin/v1/confirmations?status=sent");
        assertEquals(1, stored.jsonPath().getInt("total"));
        assertFalse(stored.jsonPath().getBoolean("items[0].mailed"));
        assertEquals(0, stored.jsonPath().getInt("items[0].attempts"));
        assertFalse(stored.asString().contains(link.substring(link.lastIndexOf('/') + 1)));
    }

    /** A worklist is sent as it is; the service groups it by address. */
    @Test
    void aWholeWorklistIsAskedAtOnce() {
        var records = new ArrayList<Map<String, String>>();
        items("/v1/service-points?pageSize=100")
                .forEach(point -> records.add(ConfirmationTest.record((String) point.get("id"))));
        items("/v1/voka-offices")
                .forEach(office -> records.add(Map.of("type", "voka-offices", "id", (String) office.get("id"))));
        var asked = ConfirmationTest.ask(Map.of("records", records));
        var addresses = asked.getList("items.to");
        assertTrue(addresses.size() > 3, addresses::toString);
        assertEquals(addresses.size(), addresses.stream().distinct().count());
        int inItems = asked.<List<?>>getList("items.records").stream()
                .mapToInt(List::size)
                .sum();
        int inRefused = asked.<List<?>>getList("refused.records").stream()
                .mapToInt(List::size)
                .sum();
        assertEquals(records.size(), inItems + inRefused);
        assertEquals(
                List.of("no-address"),
                asked.getList("refused.code").stream().distinct().toList());
        assertEquals(
                List.of("asked-recently"),
                ConfirmationTest.ask(Map.of("records", records)).getList("refused.code").stream()
                        .distinct()
                        .filter(code -> !code.equals("no-address"))
                        .toList());
    }

    @Test
    void aMailHasAtMostFiftyRecords() {
        var records = items("/v1/service-points?pageSize=60").stream()
                .limit(60)
                .map(point -> ConfirmationTest.record((String) point.get("id")))
                .toList();
        var asked = ConfirmationTest.ask(Map.of("records", records, "to", "alles@zonnebeke.be", "reason", "Alles"));
        assertEquals(50, asked.getList("items[0].records").size());
        assertEquals(List.of("too-many"), asked.getList("refused.code"));
        assertEquals(10, asked.getList("refused[0].records").size());
        var page = Jsoup.parse(given().accept("text/html")
                .get(asked.getString("items[0].link"))
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertEquals(50, page.select("section.confirm").size());
    }
}
