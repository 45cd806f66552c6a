package be.digicatalogue.change;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.Sql;
import be.digicatalogue.catalogue.LivenessTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes the database under the running service, hence on an application of its own. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class ChangeTest extends ApiTest {

    @Test
    void whoFollowsTheFeedFromTheBeginningEndsWithWhatTheListsHave() throws SQLException {
        publish("""
                INSERT INTO voka_office (id, name, postal_code, municipality, confirmed, urls)
                VALUES ('voka-for-a-day', 'Voka for a day', '9000', '44021', 'no', ARRAY['https://example.org'])""");
        publish(
                "DELETE FROM voka_office WHERE id = 'voka-for-a-day'",
                "DELETE FROM place WHERE id = '9992-middelburg'");
        Map<String, Set<String>> copy = new HashMap<>();
        for (var change : feed("since=0")) {
            var ids = copy.computeIfAbsent((String) change.get("type"), type -> new TreeSet<>());
            if (change.get("kind").equals("removed")) {
                assertTrue(ids.remove(change.get("id")), change::toString);
            } else {
                assertEquals(change.get("kind").equals("added"), ids.add((String) change.get("id")), change::toString);
            }
        }
        // Subjects have no list of their own, and Brussels has an address but is no Flemish province.
        assertEquals(subjectsOfFigures(), copy.remove("subjects"));
        assertTrue(copy.get("provinces").remove("brussel"));
        // The list has the municipalities of today; the others have an address.
        var former = new TreeSet<>(copy.get("municipalities"));
        former.removeAll(idsOf("municipalities"));
        former.forEach(id -> answer("/v1/municipalities/" + id).statusCode(200).body("ended", equalTo(true)));
        copy.get("municipalities").removeAll(former);
        assertEquals(14, copy.size());
        copy.forEach((type, ids) -> assertEquals(idsOf(type), ids, type));
    }

    @Test
    void aChangedRowIsAChangedRecordWithTheFieldsThatAreDifferent() throws SQLException {
        long revision =
                publish("UPDATE voka_office SET phone = '+32 9 222 22 22', remark_en = 'New.' WHERE id = 'voka-gent'");
        var changes = feed("since=" + (revision - 1));
        assertEquals(1, changes.size());
        var change = changes.get(0);
        assertEquals(revision, ((Number) change.get("revision")).longValue());
        assertEquals("voka-offices", change.get("type"));
        assertEquals("voka-gent", change.get("id"));
        assertTrue(change.get("href").toString().endsWith("/v1/voka-offices/voka-gent"));
        assertEquals("changed", change.get("kind"));
        assertEquals(List.of("phone", "remarkEn"), change.get("fields"));
        assertEquals(get("/v1").getString("publishedAt"), change.get("publishedAt"));
        assertEquals(List.of(), feed("since=" + revision));
    }

    @Test
    void aPartThatChangesChangesItsOwner() throws SQLException {
        long revision = publish(
                "UPDATE consortium_member SET valid_to = '2023-10-01' WHERE province = 'limburg' AND organisation = 'universiteit-hasselt'",
                "DELETE FROM digibank_municipality WHERE digibank = 'idl-leuven' AND position = 1",
                """
                INSERT INTO opening_exception (service_point, valid_from, valid_to, hours, urls)
                VALUES ('aalst-digipunt', '2027-01-04', '2027-01-08', 'off', ARRAY['https://example.org'])""",
                "UPDATE programme_text SET text_en = text_en || ' Indeed.' WHERE programme = 'digibank' AND section = 'about'",
                "UPDATE disagreement SET note_en = note_en || ' Indeed.'");
        var changes = feed("since=" + (revision - 1));
        assertEquals(
                "[changed consortia limburg [members], changed digibanks idl-leuven [municipalities],"
                        + " changed programmes digibank [texts], changed service-points aalst-digipunt [openingExceptions]]",
                told(changes.stream()
                        .filter(change -> !change.get("fields").equals(List.of("disagreesWith")))
                        .toList()));
        var disagreeing = new TreeSet<String>();
        for (var type : List.of("figures", "timeline")) {
            all("/v1/" + type + "?").stream()
                    .filter(record -> !((List<?>) record.get("disagreesWith")).isEmpty())
                    .forEach(
                            record -> disagreeing.add("changed " + type + " " + record.get("id") + " [disagreesWith]"));
        }
        assertEquals(
                disagreeing.toString(),
                told(changes.stream()
                        .filter(change -> change.get("fields").equals(List.of("disagreesWith")))
                        .toList()));
    }

    @Test
    void aRecordAppearsOnceInARevisionAsWhatBecameOfIt() throws SQLException {
        long revision = publish(
                "INSERT INTO timeline_event (id, date, basis, programme, what_nl, what_en, urls)"
                        + " VALUES ('new-event', '2026', 'explicit', 'digibank', 'Nieuw', 'New', ARRAY['https://example.org'])",
                "UPDATE timeline_event SET date = '2027' WHERE id = 'new-event'",
                "INSERT INTO timeline_event (id, date, basis, programme, what_nl, what_en, urls)"
                        + " VALUES ('never-seen', '2026', 'explicit', 'digibank', 'Nieuw', 'New', ARRAY['https://example.org'])",
                "DELETE FROM timeline_event WHERE id = 'never-seen'",
                "WITH gone AS (DELETE FROM timeline_event WHERE id <> 'new-event' RETURNING *)"
                        + " INSERT INTO timeline_event SELECT id, CASE id WHEN '2021-05-05-digihubs-launch' THEN '2021' ELSE date END,"
                        + " end_date, basis, programme, what_nl, what_en, remark_nl, remark_en, sources, urls FROM gone");
        assertEquals(
                "[added timeline new-event [], changed timeline 2021-05-05-digihubs-launch [date]]",
                told(feed("since=" + (revision - 1))));
        revision = publish(
                "UPDATE timeline_event SET date = '2028' WHERE id = 'new-event'",
                "DELETE FROM timeline_event WHERE id = 'new-event'");
        assertEquals("[removed timeline new-event []]", told(feed("since=" + (revision - 1))));
    }

    @Test
    void anOrganisationThatBecomesAChamberIsNoPartnerAnyMore() throws SQLException {
        long revision = publish("UPDATE organisation SET kind = 'chamber-of-commerce' WHERE id = 'sirris'");
        assertEquals("[added chambers sirris [], removed partners sirris []]", told(feed("since=" + (revision - 1))));
        revision = publish("UPDATE organisation SET kind = 'research-centre' WHERE id = 'sirris'");
        assertEquals("[added partners sirris [], removed chambers sirris []]", told(feed("since=" + (revision - 1))));
        revision = publish("UPDATE organisation SET website = 'https://example.org' WHERE id = 'voka-limburg'");
        assertEquals("[changed chambers voka-limburg [website]]", told(feed("since=" + (revision - 1))));
    }

    @Test
    void whatHasNoAddressGivesTheListThatHasIt() {
        for (var change : feed("since=0")) {
            var list = Map.of(
                            "places",
                            "/v1/places?postalCode=",
                            "services",
                            "/v1/services",
                            "subjects",
                            "/v1/figures?subject=")
                    .get(change.get("type"));
            if (list != null) {
                assertTrue(change.get("href").toString().contains(list), change::toString);
            }
        }
        answer("/v1/figures?subject=" + subjectsOfFigures().iterator().next()).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.0", "2147483648", ""})
    void aSinceThatIsNoRevisionIsRefused(String since) {
        answer("/v1/changes?since=" + since)
                .statusCode(400)
                .body("issues[0].name", equalTo("since"))
                .body("issues[0].in", equalTo("query"));
    }

    @Test
    void aSinceThatIsNotReachedYetIsAnEmptyList() {
        answer("/v1/changes?since=2147483647").statusCode(200).body("total", equalTo(0));
        answer("/v1").body("links.changes", containsString("/v1/changes"));
    }

    /** Commits a revision and waits until it is served. */
    private static long publish(String... statements) throws SQLException {
        long revision = get("/v1").getLong("revision") + 1;
        var all = new ArrayList<>(List.of(statements));
        all.add("SELECT publish_revision('A test')");
        Sql.commit(Sql.server(), all.toArray(String[]::new));
        eventually(() -> get("/v1").getLong("revision") == revision);
        return revision;
    }

    private static List<Map<String, Object>> feed(String query) {
        return all("/v1/changes?" + query + "&");
    }

    /** Every item of every page of a list. */
    private static List<Map<String, Object>> all(String list) {
        var items = new ArrayList<Map<String, Object>>();
        int page = 1;
        List<Map<String, Object>> its;
        do {
            its = get(list + "pageSize=100&page=" + page++).getList("items");
            items.addAll(its);
        } while (!its.isEmpty());
        return items;
    }

    private static Set<String> idsOf(String type) {
        var ids = new TreeSet<String>();
        all("/v1/" + type + "?").forEach(item -> ids.add((String) item.getOrDefault("id", item.get("code"))));
        return ids;
    }

    private static Set<String> subjectsOfFigures() {
        var ids = new TreeSet<String>();
        all("/v1/figures?").forEach(figure -> ids.add((String) ((Map<?, ?>) figure.get("subject")).get("id")));
        return ids;
    }

    private static String told(List<Map<String, Object>> changes) {
        return changes.stream()
                .map(change -> change.get("kind") + " " + change.get("type") + " " + change.get("id") + " "
                        + change.get("fields"))
                .sorted()
                .toList()
                .toString();
    }
}
