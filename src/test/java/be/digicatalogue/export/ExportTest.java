package be.digicatalogue.export;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.catalogue.LivenessTest;
import be.digicatalogue.hours.OpeningHours;
import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.Test;

/** What is taken along is read back by the libraries that others read it with, and says what the API says. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class ExportTest extends ApiTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /**
     * When a place is open, as a calendar tells it.
     *
     * @param known false when only old hours say so
     */
    private record Event(Instant from, Instant to, boolean known) {
        boolean has(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    @Test
    void everyPlaceIsAContactWithWhatItsRecordSays() {
        for (var type : List.of("voka-offices", "chambers", "service-points")) {
            List<Map<String, Object>> records =
                    get("/v1/" + type + "?pageSize=100").getList("items");
            for (var record : records) {
                var id = (String) record.get("id");
                var answer = answer("/export/" + type + "/" + id + ".vcf")
                        .statusCode(200)
                        .header("Content-Type", equalTo("text/vcard;charset=utf-8"))
                        .extract();
                var card = read(answer.asString());
                assertEquals(VCardVersion.V4_0, card.getVersion(), id);
                assertTrue(card.validate(VCardVersion.V4_0).isEmpty(), id);
                assertEquals(record.get("name"), card.getFormattedName().getValue());
                assertEquals(record.get("href"), card.getUid().getValue());
                assertEquals(record.get("phone"), phone(card), id);
                assertEquals(
                        record.get("email"),
                        card.getEmails().isEmpty()
                                ? null
                                : card.getEmails().get(0).getValue());
                assertEquals(
                        record.get("website"),
                        card.getUrls().isEmpty() ? null : card.getUrls().get(0).getValue());
                var overdue = (List<?>) record.get("overdue");
                assertEquals(
                        overdue != null && !overdue.isEmpty(),
                        card.getNotes().stream().anyMatch(note -> note.getValue()
                                .contains("Sommige gegevens zijn misschien verouderd.")),
                        id);
                var address = (Map<?, ?>) record.get("address");
                if (address != null && !card.getAddresses().isEmpty()) {
                    var postal = card.getAddresses().get(0);
                    assertEquals(address.get("postalCode"), postal.getPostalCode(), id);
                    assertEquals(
                            address.get("municipality") == null
                                    ? null
                                    : ((Map<?, ?>) address.get("municipality")).get("name"),
                            postal.getLocality(),
                            id);
                    assertEquals("België", postal.getCountry(), id);
                }
                assertEquals(address == null, card.getAddresses().isEmpty(), id);
                var location = (Map<?, ?>) record.get("location");
                assertEquals(
                        location != null && "address".equals(location.get("precision")), card.getGeo() != null, id);
            }
            assertTrue(records.size() >= 5, type);
        }
    }

    private static VCard read(String vcard) {
        try (var reader = new VCardReader(vcard)) {
            return reader.readNext();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Digits only: a card writes numbers otherwise. */
    private static String phone(VCard card) {
        if (card.getTelephoneNumbers().isEmpty()) {
            return null;
        }
        var number = card.getTelephoneNumbers().get(0).getUri().getNumber();
        return number.startsWith("+32") ? withSpaces(card, number) : number;
    }

    private static String withSpaces(VCard card, String number) {
        var record = get(card.getUid().getValue().replaceFirst("^https?://[^/]+", ""));
        assertEquals(record.getString("phone").replace(" ", ""), number);
        return record.getString("phone");
    }

    @Test
    void aCalendarIsOpenExactlyWhenTheApiSaysSo() throws Exception {
        verifyHours();
        var calendars = new HashMap<String, List<Event>>();
        for (var id : get("/v1/service-points.json").<String>getList("items.id")) {
            calendars.put(id, events(calendar(id)));
        }
        assertTrue(
                calendars.values().stream().filter(events -> !events.isEmpty()).count() > 20);
        var random = new Random(6);
        var today = LocalDate.now(BRUSSELS).atStartOfDay(BRUSSELS);
        for (int i = 0; i < 60; i++) {
            // In the hours in which something is open, on all days that a calendar has.
            var moment = today.plusDays(1 + random.nextInt(54))
                    .withHour(8 + random.nextInt(12))
                    .withMinute(random.nextInt(4) * 15);
            assertEquals(open(moment), openIn(calendars, moment.toInstant()), moment::toString);
        }
    }

    private static Set<String> open(ZonedDateTime moment) {
        List<Map<String, Object>> points = get("/v1/service-points?pageSize=100&openAt="
                        + moment.toOffsetDateTime().toString().replace("+", "%2B"))
                .getList("items");
        var open = new HashSet<String>();
        points.forEach(point -> open.add((String) point.get("id")));
        return open;
    }

    private static Set<String> openIn(Map<String, List<Event>> calendars, Instant moment) {
        var open = new HashSet<String>();
        calendars.forEach((id, events) -> {
            if (events.stream().anyMatch(event -> event.known() && event.has(moment))) {
                open.add(id);
            }
        });
        return open;
    }

    private static Calendar calendar(String id) throws Exception {
        var ics = answer("/export/service-points/" + id + ".ics")
                .statusCode(200)
                .header("Content-Type", equalTo("text/calendar;charset=utf-8"))
                .extract()
                .asString();
        var calendar = new CalendarBuilder().build(new StringReader(ics));
        assertEquals(1, calendar.<VTimeZone>getComponents("VTIMEZONE").size(), id);
        assertEquals(
                List.of(),
                calendar.validate(true).getEntries().stream()
                        .map(entry -> id + ": " + entry)
                        .toList());
        return calendar;
    }

    private static List<Event> events(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .map(event -> new Event(instant(event, "DTSTART"), instant(event, "DTEND"), event.getStatus() == null))
                .toList();
    }

    private static Instant instant(VEvent event, String property) {
        DateProperty<?> date = event.<DateProperty<?>>getProperty(property).orElseThrow();
        return Instant.from(date.getDate());
    }

    @Test
    void stretchesMeetAtMidnightAndKeepToTheClockThatChanges() {
        var hours = OpeningHours.parse("Sa 22:00-04:00; Mo 10:00+", List.of());
        // The clock is put back in the night to Sunday 25 October 2026: six hours of the text last seven.
        var night = hours.openBetween(
                ZonedDateTime.of(2026, 10, 24, 0, 0, 0, 0, BRUSSELS).toInstant(),
                ZonedDateTime.of(2026, 10, 27, 0, 0, 0, 0, BRUSSELS).toInstant());
        assertEquals(2, night.size(), night::toString);
        assertEquals(Instant.parse("2026-10-24T20:00:00Z"), night.get(0).from());
        assertEquals(Instant.parse("2026-10-25T03:00:00Z"), night.get(0).to());
        assertNull(night.get(0).why());
        assertEquals("The closing time is not published.", night.get(1).why().en());
        // Christmas of 2026 is a Friday.
        var christmas = OpeningHours.parse("Mo-Fr 09:00-17:00; PH off", List.of())
                .openBetween(Instant.parse("2026-12-24T00:00:00Z"), Instant.parse("2026-12-27T00:00:00Z"));
        assertEquals(1, christmas.size(), christmas::toString);
        assertEquals(Instant.parse("2026-12-24T08:00:00Z"), christmas.get(0).from());
        // Cut off at both ends.
        var from = Instant.parse("2026-10-24T23:30:00Z");
        var to = Instant.parse("2026-10-25T02:30:00Z");
        assertEquals(from, hours.openBetween(from, to).get(0).from());
        assertEquals(to, hours.openBetween(from, to).get(0).to());
    }

    @Test
    void whatHasNoKnownHoursHasACalendarThatSaysSo() throws Exception {
        var id = get("/v1/service-points?pageSize=100")
                .<String>getList("items.findAll { it.openingHours == null }.id")
                .get(0);
        var calendar = calendar(id);
        assertEquals(List.of(), events(calendar));
        assertTrue(
                calendar.getProperty("X-WR-CALDESC").orElseThrow().getValue().startsWith("Er zijn geen openingsuren"));
    }

    @Test
    void aFileIsAnAnswerLikeAnyOther() {
        var address = "/export/service-points/beernem-bibliotheek.ics?lang=fr";
        var first = answer(address)
                .statusCode(200)
                .header("Content-Language", "fr, en")
                .header("Catalogue-Revision", get("/v1").getString("revision"))
                .header("Cache-Control", startsWith("public, max-age="))
                .header("ETag", startsWith("W/\""))
                .extract();
        assertTrue(
                first.asString().matches("(?s).*SUMMARY:(Probablement o|O)uvert: Digipunt bibliotheek Beernem.*"),
                first::asString);
        rest().header("If-None-Match", first.header("ETag")).get(address).then().statusCode(304);
        assertEquals(first.header("ETag"), given().head(address).header("ETag"));
        answer("/export/service-points/nowhere.ics")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("issues[0].value", equalTo("nowhere"));
        answer("/export/voka-offices/voka-gent.vcf?colour=red").statusCode(400);
    }
}
