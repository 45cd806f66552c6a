package be.digicatalogue.page;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.fact.Belgium;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of facts that are old. Some points are open or closed at any time here, so that no clock matters. */
@QuarkusTest
@TestProfile(OldFactsTest.OwnCatalogue.class)
class OldFactsTest extends ApiTest {

    /** An application, and so a database, that no other test has changed: the dates of the dataset are what is told. */
    public static class OwnCatalogue implements QuarkusTestProfile {}

    private static final String OPEN = "opening_hours = 'Mo-Su,PH 00:00-24:00'";
    private static final String CLOSED = "opening_hours = 'Mo-Su,PH off'";
    private static final Pattern STALE = Pattern.compile("stale-if-error=([0-9]+)");

    private static boolean published;

    @BeforeEach
    void publishHours() throws SQLException {
        if (published) {
            return;
        }
        publish(
                update("gent-kringwinkel-vlaamsekaai", OPEN),
                update("torhout-bibliotheek", OPEN + ", website = 'https://example.org/'"),
                update("torhout-t-centrum", OPEN + ", email = 'hulp@example.org'"),
                update("beernem-flora", CLOSED),
                update("leuven-bib-tweebronnen", OPEN),
                update("maasmechelen-soma", OPEN),
                update("maasmechelen-bibliotheek", "opening_hours = 'Mo-Su,PH 09:00-12:00'"),
                update("maasmechelen-de-bolster", OPEN),
                "UPDATE digibank SET supported_until = '2025-06-30' WHERE id = 'digibank-mechelen'",
                "DELETE FROM fact_date WHERE id = 'maasmechelen-de-bolster'");
        publish(
                update("maasmechelen-soma", "verified_on = current_date"),
                update("maasmechelen-bibliotheek", "verified_on = current_date"),
                update("maasmechelen-de-bolster", "verified_on = current_date - interval '12 months'"));
        published = true;
    }

    /** The fields of {@code gent-kringwinkel-vlaamsekaai} whose dates are approximate. */
    private static final Set<String> ABOUT = Set.of("openingHours", "services", "address");

    private static String update(String point, String change) {
        return "UPDATE service_point SET " + change + " WHERE id = '" + point + "'";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/digibanken/gent-kringwinkel-vlaamsekaai | likely-open | Waarschijnlijk open, uren van 2023: bel eerst",
                "/digibanken/torhout-bibliotheek | likely-open | Waarschijnlijk open, uren van juli 2023: kijk eerst op de website",
                "/digibanken/torhout-t-centrum | likely-open | Waarschijnlijk open, uren van juli 2023: mail eerst",
                "/digibanken/beernem-flora | likely-closed | Waarschijnlijk gesloten, uren van december 2023",
                "/digibanken/leuven-bib-tweebronnen | likely-open | Waarschijnlijk open, datum van de uren niet bekend",
                "/digibanken/maasmechelen-soma | open | Open",
                "/fr/digibanken/gent-kringwinkel-vlaamsekaai | likely-open | Probablement ouvert, heures anciennes (2023) : téléphonez d'abord",
                "/de/digibanken/beernem-flora | likely-closed | Wahrscheinlich geschlossen, alte Zeiten (Dezember 2023)",
                "/en/digibanken/torhout-bibliotheek | likely-open | Probably open, hours of July 2023: check the website first"
            })
    void olderHoursHaveWordsAndAMarkOfTheirOwn(String address, String mark, String words) {
        var state = page(address).selectFirst("main .state");
        assertEquals(words, state.text());
        assertEquals(List.of("state", mark), List.copyOf(state.classNames()));
    }

    @Test
    void whoAsksForWhatIsOpenNowSeesFirstWhatIsKnownToBeAndThenWhatOlderHoursSay() {
        var expected = get("/v1/service-points?place=9000&openNow=true&pageSize=12");
        assertEquals("certainty", expected.getString("alternatives[0].dropped"));
        var page = page("/?place=9000&openNow=true");
        assertEquals(
                addresses(expected, "items.id"), page.select("ol.points h3 a").eachAttr("href"));
        assertEquals(
                List.of("state open"),
                page.select("ol.points .state").eachAttr("class").stream()
                        .distinct()
                        .toList());
        var nearer = page.selectFirst("#closest");
        assertEquals(
                expected.getString("alternatives[0].explanation"),
                nearer.selectFirst("h3").text());
        assertEquals(
                addresses(expected, "alternatives[0].items.id"),
                nearer.select("ul.points h3 a").eachAttr("href"));
        assertTrue(nearer.text().contains("Waarschijnlijk open, uren van 2023: bel eerst"), nearer::text);
        assertTrue(nearer.select(".state.open").isEmpty());
        assertFalse(page.select(".found-list > p a[href=#closest]").isEmpty());
    }

    private static List<String> addresses(JsonPath answer, String ids) {
        return answer.getList(ids, String.class).stream()
                .map(id -> "/digibanken/" + id)
                .toList();
    }

    @Test
    void besideEachFieldStandsOfWhenItIsAndWhetherThatIsTooLongAgo() {
        var id = "gent-kringwinkel-vlaamsekaai";
        var point = get("/v1/service-points/" + id);
        var overdue = new HashSet<>(point.getList("overdue", String.class));
        assertTrue(overdue.containsAll(List.of("openingHours", "phone")), overdue::toString);
        var page = page("/digibanken/" + id);
        var labels = Map.of(
                "openingHours",
                "Openingsuren",
                "services",
                "Diensten",
                "phone",
                "Telefoon",
                "email",
                "E-mail",
                "address",
                "Adres");
        assertEquals(labels.keySet(), point.<String, String>getMap("knownOn").keySet());
        labels.forEach((field, label) -> {
            var since = page.selectFirst("dt:containsOwn(" + label + ") + dd .since");
            var about = ABOUT.contains(field) ? "ongeveer " : "";
            var words = "Gegevens van " + about + point.getString("knownOn." + field);
            assertEquals(words + (overdue.contains(field) ? ": misschien verouderd." : "."), since.text());
            assertEquals(overdue.contains(field), since.hasClass("overdue"), field);
        });
        assertEquals(
                "Van wanneer dit is, weten we niet.",
                page("/digibanken/leuven-bib-tweebronnen")
                        .selectFirst("dt:containsOwn(Openingsuren) + dd .since")
                        .text());
        var printed = page("/lijst/44021").selectFirst("article:has(a[href$=" + id + "])");
        assertEquals(
                List.of("Gegevens van ongeveer 2023: misschien verouderd."),
                printed.select("p:contains(dag en nacht) .since").eachText());
    }

    @Test
    void ofADigibankWithADateOfItsOwnThatDateIsToldAsPast() {
        assertTrue(page("/digibanken/mechelen-den-abeel")
                .text()
                .contains("De Vlaamse steun voor dit project liep tot uiterlijk 30 juni 2025."));
    }

    @Test
    void searchEnginesGetTheHoursThatAreBelievedAndNoOthers() {
        for (var old : List.of("gent-kringwinkel-vlaamsekaai", "leuven-bib-tweebronnen")) {
            assertNull(structured(old).get("openingHoursSpecification"), old);
        }
        var data = structured("maasmechelen-bibliotheek");
        assertEquals(List.of("CivicStructure", "LocalBusiness"), data.getList("'@type'"));
        assertEquals(7, data.getList("openingHoursSpecification").size());
    }

    /** Open from 00:00 to 00:00 would be closed for a search engine. */
    @Test
    void searchEnginesGetADayOfPlacesThatAreAlwaysOpenAsFrom0000To2359() {
        var days = structured("maasmechelen-soma").getList("openingHoursSpecification", Map.class);
        assertEquals(
                7, days.stream().map(day -> day.get("validFrom")).distinct().count());
        for (var day : days) {
            assertEquals(day.get("validFrom"), day.get("validThrough"));
            assertEquals(List.of("00:00", "23:59"), List.of(day.get("opens"), day.get("closes")));
        }
    }

    private static JsonPath structured(String id) {
        return new JsonPath(page("/digibanken/" + id)
                .selectFirst("script[type=application/ld+json]")
                .data());
    }

    /** Its hours are believed until midnight. */
    @ParameterizedTest
    @CsvSource({"/digibanken/maasmechelen-de-bolster", "/?place=3630", "/?place=3630&openNow=true"})
    void noPageIsKeptUntilAfterTheDayOnWhichAFieldIsBelievedLast(String address) {
        assertEquals("open", get("/v1/service-points/maasmechelen-de-bolster").getString("opening.state"));
        var now = ZonedDateTime.now(Belgium.ZONE);
        var left = Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(Belgium.ZONE));
        var kept = STALE.matcher(given().accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .header("Cache-Control"));
        assertTrue(kept.find() && Long.parseLong(kept.group(1)) <= left.toSeconds() + 1, () -> kept + " of " + left);
    }

    private static Document page(String address) {
        return Jsoup.parse(given().urlEncodingEnabled(false)
                .accept("text/html")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
