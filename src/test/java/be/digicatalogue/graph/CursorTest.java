package be.digicatalogue.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.catalogue.LivenessTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of connections, also while publications add and remove items, hence on an application of its own. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class CursorTest extends ApiTest {

    private static final int PUBLICATIONS = 20;

    private static final String ADDED = "added-";

    /** One point in four, elsewhere in every order: with another name, a kilometre away. */
    private static final String ADD = """
            INSERT INTO service_point (id, digibank, name, location_type, postal_code, municipality, lat, lon, precision,
                services, sources, urls)
            SELECT '%1$s' || id, digibank, CASE WHEN %2$d %% 2 = 0 THEN name || ' bis' ELSE overlay(name placing '' from 2) END,
                location_type, postal_code, municipality, lat + 0.009, lon, precision, services, sources, urls
            FROM (SELECT *, row_number() OVER (ORDER BY id) AS number FROM service_point WHERE id NOT LIKE '%1$s%%') AS point
            WHERE number %% 4 = %2$d %% 4 AND length(id) < 90""";

    private static final String REMOVE = "DELETE FROM service_point WHERE id LIKE '" + ADDED + "%'";

    /** Each list in an order of its own; the REST list that has the same order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            partners                                 | /v1/partners?
            partners(q: "hogeschool")                | /v1/partners?q=hogeschool&
            vokaOffices                              | /v1/voka-offices?
            vokaOffices(postalCode: "9000")          | /v1/voka-offices?postalCode=9000&
            digibanks                                | /v1/digibanks?
            servicePoints                            | /v1/service-points?
            servicePoints(place: "Genk")             | /v1/service-points?place=Genk&
            servicePoints(province: "limburg", lat: 50.93, lon: 5.34) | /v1/service-points?province=limburg&lat=50.93&lon=5.34&
            servicePoints(q: "bibliotheek")          | /v1/service-points?q=bibliotheek&
            places(province: "limburg")              | /v1/places?province=limburg&
            places(q: "be")                          | /v1/places?q=be&
            municipalities(province: "antwerpen")    | /v1/municipalities?province=antwerpen&
            municipalities(q: "sint")                | /v1/municipalities?q=sint&
            figures                                  | /v1/figures?
            figures(programme: "digibank")           | /v1/figures?programme=digibank&
            search(q: "bib limburg")                 | /v1/search?q=bib%20limburg&
            search(q: "gent")                        | /v1/search?q=gent&
            search(q: "2023")                        | /v1/search?q=2023&
            changes                                  | /v1/changes?
            """)
    void bothDirectionsGiveTheWholeListInItsOrder(String field, String address) {
        var expected = address.startsWith("/v1/changes")
                ? changedIds()
                : items(address + "pageSize=100").stream()
                        .map(item -> item.get("id").toString())
                        .toList();
        assertTrue(expected.size() > 1, address);
        int size = Math.min(100, 1 + expected.size() / 7);
        var forward = new ArrayList<String>();
        var backward = new ArrayList<String>();
        for (var walk : List.of(new Client(field, size, true), new Client(field, size, false))) {
            boolean start = true;
            while (!walk.isDone()) {
                var page = walk.read();
                assertEquals(expected.size(), page.getInt("totalCount"));
                assertEquals(
                        !start, page.getBoolean(walk.forward ? "pageInfo.hasPreviousPage" : "pageInfo.hasNextPage"));
                assertEquals(page.getString("edges[0].cursor"), page.getString("pageInfo.startCursor"));
                assertEquals(page.getString("edges[-1].cursor"), page.getString("pageInfo.endCursor"));
                start = false;
            }
            (walk.forward ? forward : backward).addAll(walk.ids());
        }
        assertEquals(expected, forward);
        assertEquals(expected, backward);
    }

    private static List<String> changedIds() {
        var ids = new ArrayList<String>();
        for (var next = "/v1/changes?since=0"; next != null; ) {
            var page = get(next);
            ids.addAll(page.getList("items.id"));
            next = page.getList("items").isEmpty() ? null : page.getString("next");
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partners",
                "servicePoints",
                "vokaOffices",
                "digibanks",
                "figures",
            })
    void theListsOfAProvinceHavePagesToo(String field) {
        var all = ask("{ province(id: \"limburg\") { " + field + "(first: 100) { nodes { id } } } }")
                .<String>getList("province." + field + ".nodes.id");
        var last = ask("{ province(id: \"limburg\") { " + field
                        + "(last: 1) { nodes { id } pageInfo { hasPreviousPage hasNextPage startCursor } } } }")
                .setRootPath("data.province." + field);
        assertEquals(all.subList(all.size() - 1, all.size()), last.getList("nodes.id"));
        assertEquals(all.size() > 1, last.getBoolean("pageInfo.hasPreviousPage"));
        assertFalse(last.getBoolean("pageInfo.hasNextPage"));
        assertEquals(
                all.subList(0, all.size() - 1),
                ask("{ province(id: \"limburg\") { " + field + "(last: 100, before: \""
                                + last.getString("pageInfo.startCursor") + "\") { nodes { id } } } }")
                        .getList("province." + field + ".nodes.id"));
    }

    @Test
    void firstAndLastTogetherCutAsTheSpecificationSays() {
        var ids = ask("{ partners(first: 100) { nodes { id } } }").<String>getList("partners.nodes.id");
        var cut = ask("{ partners(first: 10, last: 3) { nodes { id } pageInfo { hasPreviousPage hasNextPage } } }");
        assertEquals(ids.subList(7, 10), cut.getList("partners.nodes.id"));
        assertTrue(cut.getBoolean("partners.pageInfo.hasPreviousPage"));
        assertTrue(cut.getBoolean("partners.pageInfo.hasNextPage"));
        assertEquals(
                20,
                ask("{ partners(first: null) { nodes { id } } }")
                        .getList("partners.nodes")
                        .size());
        var none = ask("{ partners(q: \"hogeschool\", province: \"limburg\", kind: UNIVERSITY, last: 5) {"
                + " totalCount pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } }");
        assertEquals(0, none.getInt("partners.totalCount"));
        assertFalse(none.getBoolean("partners.pageInfo.hasPreviousPage"));
    }

    @Test
    void whatWasThereAllAlongIsReadOnceByClientsThatPageWhileOthersPublish() throws SQLException {
        int emptied = 0;
        var lists = List.of(
                "servicePoints",
                "servicePoints(postalCode: \"9000\")",
                "servicePoints(q: \"bib\", lat: 50.95, lon: 5.5)",
                "search(q: \"bib\", type: [SERVICE_POINTS])");
        var allAlong = new ArrayList<Set<String>>();
        for (var list : lists) {
            allAlong.add(new HashSet<>(read(new Client(list, 100, true))));
        }
        var clients = new ArrayList<Client>();
        for (var list : lists) {
            clients.add(new Client(list, 5, true));
            clients.add(new Client(list, 5, false));
        }
        try {
            for (int i = 0; i < PUBLICATIONS; i++) {
                publish(REMOVE, ADD.formatted(ADDED, i));
                for (var client : clients) {
                    if (!client.isDone()) {
                        client.read();
                        emptied += client.isAtAdded() ? 1 : 0;
                    }
                }
            }
            // The last page of a list is read after the last publication.
            assertFalse(clients.get(0).isDone());
            assertTrue(emptied > 5, "cursors whose point was removed: " + emptied);
            clients.forEach(CursorTest::read);
        } finally {
            publish(REMOVE);
        }
        for (int i = 0; i < clients.size(); i++) {
            var client = clients.get(i);
            var expected = allAlong.get(i / 2);
            assertEquals(
                    expected,
                    client.ids().stream().filter(expected::contains).collect(Collectors.toSet()),
                    client + " missed some");
            assertEquals(
                    List.of(),
                    client.ids().stream()
                            .filter(id -> expected.contains(id) && Collections.frequency(client.ids(), id) > 1)
                            .toList(),
                    client + " repeated some");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"after", "before"})
    void aCursorOfAnotherListOrOrderOrThatWasChangedIsOneClearError(String argument) {
        var cursor = cursor("servicePoints(postalCode: \"9000\")");
        var key = cursor.substring(22);
        var wrong = new ArrayList<>(List.of(
                cursor("servicePoints"),
                cursor("servicePoints(postalCode: \"9050\")"),
                cursor("vokaOffices(postalCode: \"9000\")"),
                cursor("search(q: \"9000\")"),
                cursor.substring(1),
                cursor.substring(0, cursor.length() - 1),
                cursor.substring(0, 22),
                cursor + cursor,
                cursor.substring(0, 22)
                        + encoded(new String(Base64.getUrlDecoder().decode(key), StandardCharsets.UTF_8)
                                .replaceFirst("[0-9]+", "1")),
                key,
                encoded("position:5"),
                encoded("[\"a\"]"),
                "nonsense"));
        for (int i = 0; i < cursor.length(); i++) {
            wrong.add(cursor.substring(0, i) + (cursor.charAt(i) == 'x' ? 'y' : 'x') + cursor.substring(i + 1));
        }
        assertEquals(
                5,
                ask("{ servicePoints(postalCode: \"9000\", " + argument + ": \"" + cursor + "\", "
                                + (argument.equals("after") ? "first" : "last") + ": 5) { nodes { id } } }")
                        .getList("servicePoints.nodes")
                        .size());
        for (var forged : wrong) {
            var answer = graphql(
                    "{ servicePoints(postalCode: \"9000\", " + argument + ": \"" + forged + "\") { totalCount } }");
            assertEquals(1, answer.getList("errors").size(), forged);
            assertEquals("BAD_REQUEST", answer.getString("errors[0].extensions.code"), forged);
            assertEquals(argument, answer.getString("errors[0].extensions.argument"), forged);
            assertTrue(
                    answer.getString("errors[0].message").contains("a cursor of this list"),
                    answer.getString("errors"));
        }
    }

    @Test
    void aCursorStaysGoodWithOtherFilters() {
        var cursor = cursor("servicePoints");
        assertTrue(ask("{ servicePoints(province: \"limburg\", after: \"" + cursor + "\") { totalCount } }")
                        .getInt("servicePoints.totalCount")
                > 0);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A cursor with items on both sides. */
    private static String cursor(String field) {
        return ask("{ it: " + with(field, "first: 8") + " { pageInfo { endCursor } } }")
                .getString("it.pageInfo.endCursor");
    }

    private static String with(String field, String arguments) {
        return field.endsWith(")")
                ? field.substring(0, field.length() - 1) + ", " + arguments + ")"
                : field + "(" + arguments + ")";
    }

    private static Collection<String> read(Client client) {
        while (!client.isDone()) {
            client.read();
        }
        return client.ids();
    }

    /** Reads a list page by page. */
    private static final class Client {

        private final String field;
        private final int size;
        private final boolean forward;
        private final List<String> ids = new ArrayList<>();
        private String cursor;
        private boolean done;
        private boolean atAdded;

        Client(String field, int size, boolean forward) {
            this.field = field;
            this.size = size;
            this.forward = forward;
        }

        JsonPath read() {
            var arguments = (forward ? "first: " : "last: ")
                    + size
                    + (cursor == null ? "" : (forward ? ", after: \"" : ", before: \"") + cursor + "\"");
            var page = ask("{ it: " + with(field, arguments) + " { totalCount edges { cursor node { id } }"
                            + " pageInfo { hasPreviousPage hasNextPage startCursor endCursor } } }")
                    .setRootPath("data.it");
            List<String> read = page.getList("edges.node.id");
            assertTrue(read.size() <= size);
            ids.addAll(forward ? ids.size() : 0, read);
            cursor = page.getString(forward ? "pageInfo.endCursor" : "pageInfo.startCursor");
            done = !page.getBoolean(forward ? "pageInfo.hasNextPage" : "pageInfo.hasPreviousPage");
            atAdded = !read.isEmpty() && read.get(forward ? read.size() - 1 : 0).startsWith(ADDED);
            return page;
        }

        boolean isDone() {
            return done;
        }

        /** True when the next page starts at a point that the next publication removes. */
        boolean isAtAdded() {
            return atAdded;
        }

        List<String> ids() {
            return ids;
        }

        @Override
        public String toString() {
            return field + (forward ? " forward" : " backward");
        }
    }
}
