package be.digicatalogue.change;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.GraphqlSocket;
import be.digicatalogue.Sql;
import be.digicatalogue.catalogue.LivenessTest;
import be.digicatalogue.record.Schema;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes the database under the running service, hence on an application of its own. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class ChangeTest extends ApiTest {

    private static final String POSITION = "Catalogue-Position";
    private static final String AT_LEAST = "Catalogue-Revision-At-Least";
    /** As set for tests. */
    private static final int MOST_STREAMS = 20;

    @TestHTTPResource("/")
    URI service;

    private final HttpClient http = HttpClient.newHttpClient();

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
        assertEquals(Schema.loaded().listed().count(), copy.size());
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
    @ValueSource(strings = {"-1", "x", "1.0", "2147483648", "01", "0-0123456789abcdef", "1-", "1-a-0", ""})
    void aSinceThatIsNoRevisionIsRefused(String since) {
        answer("/v1/changes?since=" + since)
                .statusCode(400)
                .body("issues[0].name", equalTo("since"))
                .body("issues[0].in", equalTo("query"));
    }

    @Test
    void aPositionThatTheHistoryDoesNotHaveIsGone() throws Exception {
        var position = answer("/v1")
                .body("links.changes", containsString("/v1/changes"))
                .extract()
                .header(POSITION);
        assertEquals(get("/v1").getString("position"), position);
        assertEquals(ask("{ catalogue { position } }").getString("catalogue.position"), position);
        long newest = get("/v1").getLong("revision");
        assertTrue(position.matches(newest + "-[0-9a-f]{16}"), position);
        for (var since : List.of(String.valueOf(newest), position, "0")) {
            answer("/v1/changes?since=" + since).statusCode(200);
        }
        for (var since : List.of(
                String.valueOf(newest + 1),
                "2147483647",
                newest + "-0123456789abcdef",
                newest + 1 + position.substring(position.indexOf('-')),
                position + "-999999",
                "2-1")) {
            var told = answer("/v1/changes?since=" + since)
                    .statusCode(410)
                    .contentType("application/problem+json")
                    .body("title", equalTo("Gone"))
                    .body("issues[0].name", equalTo("since"))
                    .body("issues[0].value", equalTo(since))
                    .body("detail", containsString(POSITION))
                    .extract();
            assertEquals(told.path("detail"), told.<String>path("issues[0].detail"));
            answer("/v1/changes/stream?since=" + since).statusCode(410);
            answer("/v1/changes/stream?lastEventId=" + since)
                    .statusCode(410)
                    .body("issues[0].name", equalTo("lastEventId"));
            rest().header("Last-Event-ID", since)
                    .get("/v1/changes/stream?since=0")
                    .then()
                    .statusCode(410)
                    .header("Cache-Control", "no-store")
                    .body("issues[0].in", equalTo("header"));
            var graph = graphql("{ changes(after: \"" + since + "\") { totalCount } }");
            assertEquals("GONE", graph.getString("errors[0].extensions.code"));
            try (var socket = new GraphqlSocket(service)) {
                socket.subscribe("s", "subscription { catalogueChanged(after: \\\"" + since + "\\\") { revision } }");
                assertEquals("GONE", socket.next("s").getString("payload[0].extensions.code"));
            }
        }
        assertEquals(
                "GONE",
                graphql("{ changes(since: " + (newest + 1) + ") { totalCount } }")
                        .getString("errors[0].extensions.code"));
    }

    @Test
    void theNextPageBelongsToTheHistoryOfThisOne() throws SQLException {
        long before = get("/v1").getLong("revision");
        publish(
                "UPDATE voka_office SET phone = '+32 9 234 56 78' WHERE id IN ('voka-gent', 'voka-geel', 'voka-leuven')");
        var all = get("/v1/changes?pageSize=100&since=" + before).getList("items");
        var read = new ArrayList<>();
        var address = "/v1/changes?pageSize=2&since=" + before;
        for (var next = address; next != null; ) {
            var page = get(next);
            read.addAll(page.getList("items"));
            next = page.getString("next");
            if (next != null) {
                var position = get("/v1").getString("position");
                assertTrue(next.contains("since=" + position + "-2") && !next.contains("&page="), next);
                // What is published meanwhile comes at the end.
                publish("UPDATE voka_office SET phone = '+32 9 234 56 79' WHERE id = 'voka-gent'");
            }
        }
        assertEquals(all, read.subList(0, 3));
        assertEquals(4, read.size());
    }

    @Test
    void aChangeHasItsValuesWhenTheyAreAskedFor() throws Exception {
        publish("UPDATE voka_office SET phone = '+32 9 101 01 01', email = NULL WHERE id = 'voka-gent'");
        var position = get("/v1").getString("position");
        publish(
                "UPDATE voka_office SET phone = '+32 9 102 02 02', email = 'gent@example.org' WHERE id = 'voka-gent'",
                """
                INSERT INTO voka_office (id, name, postal_code, municipality, lat, lon, precision, confirmed, urls)
                VALUES ('voka-valued', 'Voka valued', '9000', '44021', 51.10, 3.7, 'street', 'no', ARRAY['https://example.org'])""",
                "DELETE FROM digibank_municipality WHERE digibank = 'digibasics' AND position = 3");
        publish("DELETE FROM voka_office WHERE id = 'voka-valued'");
        var asked = "since=" + position + "&embed=values";
        var changes = new HashMap<String, Map<?, ?>>();
        feed(asked).forEach(change -> changes.put(change.get("kind") + " " + change.get("id"), change));
        assertEquals(
                Map.of(
                        "before",
                        Map.of("phone", "+32 9 101 01 01"),
                        "after",
                        Map.of("phone", "+32 9 102 02 02", "email", "gent@example.org")),
                changes.get("changed voka-gent").get("values"));
        var added = (Map<?, ?>) changes.get("added voka-valued").get("values");
        assertEquals(Set.of("after"), added.keySet());
        assertEquals(
                Set.of(
                        "id",
                        "name",
                        "postalCode",
                        "municipality",
                        "lat",
                        "lon",
                        "precision",
                        "confirmed",
                        "sources",
                        "urls"),
                ((Map<?, ?>) added.get("after")).keySet());
        assertEquals(
                Map.of("before", added.get("after")),
                changes.get("removed voka-valued").get("values"));
        var part = (Map<?, ?>) changes.get("changed digibasics").get("values");
        assertEquals(
                "digibasics",
                ((Map<?, ?>) ((List<?>) ((Map<?, ?>) part.get("before")).get("municipalities")).get(0))
                        .get("digibank"));
        assertEquals(Map.of("municipalities", List.of()), part.get("after"));
        feed("since=" + position).forEach(change -> assertNull(change.get("values")));
        var listed = given().get("/v1/changes?" + asked).asString();
        try (var stream = new Stream("/v1/changes/stream?" + asked, null)) {
            for (var event : stream.events(4)) {
                var data = event.substring(event.indexOf('{'));
                assertTrue(data.contains("\"values\"") && listed.contains(data), data);
            }
        }
        answer("/v1/changes?embed=all").statusCode(400).body("issues[0].name", equalTo("embed"));
        assertTrue(given().get("/v1/changes?f=csv&" + asked).asString().contains("+32 9 102 02 02"));
    }

    @Test
    void aStreamTellsWhatIsPublishedAndGoesOnWhereItBrokeOff() throws Exception {
        long before = get("/v1").getLong("revision");
        List<String> seen = new ArrayList<>();
        try (var stream = new Stream("/v1/changes/stream", null)) {
            assertEquals("text/event-stream", stream.header("Content-Type"));
            assertEquals("no-store", stream.header("Cache-Control"));
            assertEquals("*", stream.header("Access-Control-Allow-Origin"));
            assertEquals(String.valueOf(before), stream.header("Catalogue-Revision"));
            publish(
                    "UPDATE voka_office SET phone = '+32 9 333 33 33' WHERE id IN ('voka-gent', 'voka-geel', 'voka-leuven')");
            seen.addAll(stream.events(2));
        }
        publish(
                "UPDATE voka_office SET phone = '+32 9 444 44 44' WHERE id IN ('voka-gent', 'voka-geel', 'voka-leuven')");
        var last = seen.get(1).split(" ")[0];
        try (var resumed = new Stream("/v1/changes/stream?since=0", last);
                var polyfilled = new Stream("/v1/changes/stream?lastEventId=" + last, null)) {
            publish("UPDATE voka_office SET phone = '+32 9 555 55 55' WHERE id = 'voka-gent'");
            var rest = resumed.events(5);
            assertEquals(rest, polyfilled.events(5));
            seen.addAll(rest);
        }
        try (var replayed = new Stream("/v1/changes/stream?since=" + before, null)) {
            assertEquals(seen, replayed.events(7));
        }
        assertEquals(
                List.of(1L, 1L, 1L, 2L, 2L, 2L, 3L),
                seen.stream()
                        .map(event -> Long.parseLong(event.split("-")[0]) - before)
                        .toList());
        var listed = given().get("/v1/changes?since=" + before).asString();
        seen.forEach(event -> assertTrue(listed.contains(event.substring(event.indexOf('{'))), event));
    }

    @Test
    void aStreamFromTheBeginningHasTheWholeFeed() throws Exception {
        int total = get("/v1/changes").getInt("total");
        try (var stream = new Stream("/v1/changes/stream?since=0", null)) {
            assertEquals(total, Set.copyOf(stream.events(total)).size());
        }
    }

    @Test
    void aStreamShowsThatItIsAlive() throws Exception {
        try (var stream = new Stream("/v1/changes/stream", null)) {
            assertEquals(":", stream.line());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x-y", "0-1", "1-", "1-a-0"})
    void anEventThatNeverWasIsRefused(String id) {
        rest().header("Last-Event-ID", id)
                .get("/v1/changes/stream")
                .then()
                .statusCode(400)
                .header("Cache-Control", "no-store")
                .body("issues[0].in", equalTo("header"))
                .body("issues[0].name", equalTo("Last-Event-ID"))
                .body("issues[0].detail", containsString("12-9f2c4b7a1d3e5f60"));
        answer("/v1/changes/stream?lastEventId=" + id).statusCode(400).body("issues[0].name", equalTo("lastEventId"));
    }

    @Test
    void aStreamRefusesWhatItDoesNotKnowAndHasAHeadWithoutABody() {
        answer("/v1/changes/stream?page=2").statusCode(400).body("issues[0].name", equalTo("page"));
        given().accept("application/json").get("/v1/changes/stream").then().statusCode(406);
        given().head("/v1/changes/stream")
                .then()
                .statusCode(200)
                .header("Content-Type", "text/event-stream")
                .header("Cache-Control", "no-store");
    }

    @Test
    void anInstanceHasAsManyStreamsAsItAllowsAndNoMore() throws Exception {
        List<Stream> open = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_STREAMS; i++) {
                open.add(new Stream("/v1/changes/stream", null));
            }
            rest().get("/v1/changes/stream")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("2"))
                    .header("Cache-Control", "no-store");
        } finally {
            open.forEach(Stream::close);
        }
        eventually(this::thereIsRoom);
        try (var socket = new GraphqlSocket(service)) {
            for (int i = 0; i <= MOST_STREAMS; i++) {
                socket.subscribe("s" + i, "subscription { catalogueChanged { revision } }");
            }
            assertEquals(
                    "SERVICE_UNAVAILABLE", socket.next("s" + MOST_STREAMS).getString("payload[0].extensions.code"));
            assertTrue(thereIsRoom(), "one connection with many keeps no other one out");
        }
        eventually(this::thereIsRoom);
    }

    private boolean thereIsRoom() {
        try (var stream = new Stream("/v1/changes/stream", null)) {
            return stream.status() == 200;
        }
    }

    @Test
    void whoKnowsANewerRevisionNeverGetsAnOlderOne() throws Exception {
        long next = Sql.latestRevision() + 1;
        eventually(() -> get("/v1").getLong("revision") == next - 1);
        var waiting = CompletableFuture.supplyAsync(
                () -> whenItIsThere(() -> rest().header(AT_LEAST, next).get("/v1/voka-offices/voka-gent")));
        var graph = CompletableFuture.supplyAsync(() -> whenItIsThere(() -> given().header(AT_LEAST, next)
                .contentType("application/json")
                .body("{\"query\":\"{ vokaOffice(id: \\\"voka-gent\\\") { phone } }\"}")
                .post("/graphql")));
        Sql.commit(
                Sql.server(),
                "UPDATE voka_office SET phone = '+32 9 666 66 66' WHERE id = 'voka-gent'",
                "SELECT publish_revision('A test')");
        waiting.join()
                .then()
                .statusCode(200)
                .header("Catalogue-Revision", String.valueOf(next))
                .header("Cache-Control", containsString("public, max-age="))
                .header("Vary", "Accept, Accept-Encoding, Accept-Language")
                .body("phone", equalTo("+32 9 666 66 66"));
        graph.join()
                .then()
                .statusCode(200)
                .body("data.vokaOffice.phone", equalTo("+32 9 666 66 66"))
                .body("extensions.catalogueRevision", equalTo((int) next));
        rest().header(AT_LEAST, next).get("/v1/sources").then().statusCode(200);
    }

    /** Asks again while the answer is that the revision is not there yet, as {@code Retry-After} says: it is waited for a second. */
    private static Response whenItIsThere(Supplier<Response> question) {
        var answer = question.get();
        for (int again = 1; answer.statusCode() == 503 && again < 20; again++) {
            answer = question.get();
        }
        return answer;
    }

    @Test
    void aRevisionThatDoesNotComeIsNotWaitedForLong() {
        var asked = Instant.now();
        rest().header(AT_LEAST, Long.MAX_VALUE / 10)
                .get("/v1/sources")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .header("Cache-Control", "no-store");
        var took = Duration.between(asked, Instant.now());
        assertTrue(took.toMillis() >= 1000 && took.toMillis() < 3000, took::toString);
        given().header(AT_LEAST, Long.MAX_VALUE / 10)
                .contentType("application/json")
                .body("{\"query\":\"{ catalogue { revision } }\"}")
                .post("/graphql")
                .then()
                .statusCode(503)
                .header("Retry-After", equalTo("1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.0", "1234567890123456789", "1, 2"})
    void aRevisionThatIsNoNumberIsRefused(String revision) {
        rest().header(AT_LEAST, revision)
                .get("/v1/sources")
                .then()
                .statusCode(400)
                .header("Cache-Control", "no-store")
                .body("issues[0].in", equalTo("header"))
                .body("issues[0].name", equalTo(AT_LEAST))
                .body("issues[0].value", equalTo(revision));
    }

    @Test
    void scriptsOfOtherSitesMaySendTheHeadersOfTheFeed() {
        given().header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "GET")
                .options("/v1/changes/stream")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Headers", containsString(AT_LEAST))
                .header("Access-Control-Allow-Headers", containsString("Last-Event-ID"));
    }

    @Test
    void bothFacesTellTheSameChanges() throws SQLException {
        long revision = publish("UPDATE voka_office SET phone = '+32 9 777 77 77' WHERE id <> 'voka-aalst'");
        for (var since : List.of(0L, revision - 1, revision)) {
            var rest = get("/v1/changes?pageSize=100&since=" + since);
            var graph = ask(
                    "{ changes(first: 100, since: " + since + ") { totalCount"
                            + " nodes { revision publishedAt type id href kind fields } pageInfo { hasNextPage endCursor } } }");
            assertEquals(rest.getInt("total"), graph.getInt("changes.totalCount"));
            assertEquals(rest.getList("items"), inWords(graph.getList("changes.nodes")));
            assertEquals(rest.getString("next") != null, graph.getBoolean("changes.pageInfo.hasNextPage"));
        }
        var second = ask("{ changes(first: 1, after: \""
                + ask("{ changes(first: 1) { pageInfo { endCursor } } }").getString("changes.pageInfo.endCursor")
                + "\") { nodes { id } } }");
        assertEquals(
                get("/v1/changes?pageSize=1&page=2").getString("items[0].id"), second.getString("changes.nodes[0].id"));
        assertEquals(
                "since", graphql("{ changes(since: -1) { totalCount } }").getString("errors[0].extensions.argument"));
    }

    @Test
    void aSubscriptionTellsEachRevision() throws Exception {
        long before = publish("UPDATE voka_office SET phone = '+32 9 888 88 88' WHERE id = 'voka-geel'");
        var address = get("/v1/voka-offices/voka-geel").getString("href");
        try (var socket = new GraphqlSocket(service)) {
            socket.subscribe(
                    "caughtUp",
                    "subscription { catalogueChanged(since: " + (before - 1) + ") { revision"
                            + " publishedAt reason changesTotal changes { revision type id href kind fields } } }");
            var first = socket.next("caughtUp").getMap("payload.data.catalogueChanged");
            assertEquals((int) before, first.get("revision"));
            assertEquals(get("/v1").getString("publishedAt"), first.get("publishedAt"));
            assertEquals("A test", first.get("reason"));
            assertEquals(1, first.get("changesTotal"));
            assertEquals(
                    List.of(Map.of(
                            "revision",
                            (int) before,
                            "type",
                            "VOKA_OFFICES",
                            "id",
                            "voka-geel",
                            "href",
                            address,
                            "kind",
                            "CHANGED",
                            "fields",
                            List.of("phone"))),
                    first.get("changes"));

            socket.subscribe("fromNow", "subscription { catalogueChanged { revision changesTotal changes { id } } }");
            // The answers to what is asked on one connection come in order: once this one is here, the other is
            // listening.
            socket.subscribe("query", "{ catalogue { revision } }");
            assertEquals((int) before, socket.next("query").getInt("payload.data.catalogue.revision"));
            publish("UPDATE municipality SET urls = urls || ARRAY['https://example.org']");
            publish();
            for (var subscription : List.of("caughtUp", "fromNow")) {
                var event = socket.next(subscription);
                assertEquals(before + 1, event.getLong("payload.data.catalogueChanged.revision"));
                assertTrue(event.getLong("payload.extensions.catalogueRevision") > before);
                assertEquals(
                        100,
                        event.getList("payload.data.catalogueChanged.changes").size());
                assertEquals(
                        get("/v1/changes?since=" + before).getInt("total"),
                        event.getInt("payload.data.catalogueChanged.changesTotal"));
                event = socket.next(subscription);
                assertEquals(before + 2, event.getLong("payload.data.catalogueChanged.revision"));
                assertEquals(0, event.getInt("payload.data.catalogueChanged.changesTotal"));
            }
            socket.subscribe("again", "{ catalogue { revision } }");
            var again = socket.next("again");
            assertEquals(before + 2, again.getLong("payload.data.catalogue.revision"));
            assertEquals(before + 2, again.getLong("payload.extensions.catalogueRevision"));
        }
    }

    @Test
    void aSubscriptionIsHeldToTheSameRules() throws Exception {
        try (var socket = new GraphqlSocket(service)) {
            socket.subscribe("argument", "subscription { catalogueChanged(since: -1) { revision } }");
            var refused = socket.next("argument");
            assertEquals("error", refused.getString("type"));
            assertEquals("BAD_REQUEST", refused.getString("payload[0].extensions.code"));
            assertEquals("since", refused.getString("payload[0].extensions.argument"));
            socket.subscribe("unknown", "subscription { catalogueChanged { nothing } }");
            assertEquals("BAD_REQUEST", socket.next("unknown").getString("payload[0].extensions.code"));
            var many = new StringBuilder("subscription { catalogueChanged {");
            for (int i = 0; i < 600; i++) {
                many.append(" changes { id }");
            }
            socket.subscribe("complexity", many + " } }");
            assertTrue(socket.next("complexity").getString("payload[0].message").contains("complexity"));
            var opening = "{ servicePoints(first: 100, openNow: true) { totalCount } }";
            socket.subscribe("clock", opening);
            assertEquals(
                    ask(opening).getInt("servicePoints.totalCount"),
                    socket.next("clock").getInt("payload.data.servicePoints.totalCount"));
        }
    }

    @Test
    void whatManyEventsAddUpToIsNotTooMuch() throws Exception {
        // Each event has some nine thousand fields, so two are more than an answer may have.
        var copies = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            copies.append(" a").append(i).append(": changes { id kind type }");
        }
        try (var socket = new GraphqlSocket(service)) {
            long before = get("/v1").getLong("revision");
            socket.subscribe(
                    "s", "subscription { catalogueChanged(since: " + before + ") { revision" + copies + " } }");
            for (int i = 1; i <= 4; i++) {
                publish(
                        "UPDATE municipality SET urls = urls || ARRAY['https://example.org'] WHERE province = 'limburg'");
                var event = socket.next("s");
                assertNull(event.get("payload.errors"), () -> event.getString("payload.errors"));
                assertEquals(before + i, event.getLong("payload.data.catalogueChanged.revision"));
            }
        }
    }

    /** Codes as REST has them. */
    private static List<Map<String, Object>> inWords(List<Map<String, Object>> changes) {
        changes.forEach(change -> List.of("type", "kind")
                .forEach(code -> change.compute(code, (name, value) -> value.toString()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))));
        return changes;
    }

    /** A reader of server-sent events, with everything that a caller sends who can unpack. */
    private final class Stream implements AutoCloseable {

        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Stream(String address, String lastEventId) {
            var request = HttpRequest.newBuilder(service.resolve(address))
                    .header("Accept-Encoding", "gzip")
                    .timeout(Duration.ofSeconds(20));
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            try {
                response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String line() throws IOException {
            return lines.readLine();
        }

        /** The next events, each as its id and its data; signs of life are passed over. */
        List<String> events(int count) throws IOException {
            var events = new ArrayList<String>();
            var id = "";
            while (events.size() < count) {
                var line = lines.readLine();
                if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("data:")) {
                    events.add(id + " " + line.substring(5));
                } else {
                    assertTrue(List.of("", ":", "event:change").contains(line), line);
                }
            }
            return events;
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException closed) {
                throw new IllegalStateException(closed);
            }
        }
    }

    /** Commits a revision and waits until it is served. */
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
