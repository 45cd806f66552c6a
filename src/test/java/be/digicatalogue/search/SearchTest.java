package be.digicatalogue.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The search through both faces, and the lists that find with it. */
@QuarkusTest
class SearchTest extends ApiTest {

    @Test
    void bothFacesFindTheSame() {
        for (var q :
                List.of("gent", "genk biblioteek", "digibanken", "katolieke univ leuven", "9000", "antwrpn", "wifi")) {
            var rest = get("/v1/search?pageSize=100&q=" + q.replace(" ", "%20"));
            var graph = ask("{ search(first: 100, q: \"" + q
                    + "\") { totalCount suggestions nodes { type id href name fragment score } } }");
            assertEquals(rest.getInt("total"), graph.getInt("search.totalCount"), q);
            assertEquals(rest.getList("suggestions"), graph.getList("search.suggestions"), q);
            for (var part : List.of("id", "href", "name", "fragment", "score")) {
                assertEquals(rest.getList("items." + part), graph.getList("search.nodes." + part), q);
            }
            List<String> types = graph.getList("search.nodes.type");
            assertEquals(
                    rest.getList("items.type"),
                    types.stream().map(type -> RecordKind.valueOf(type).code()).toList(),
                    q);
        }
    }

    /** What people ask, with the record that must come first. A search that went wrong once belongs on the list. */
    @ParameterizedTest
    @CsvFileSource(resources = "/searches.csv", numLinesToSkip = 1)
    void theRecordThatIsMeantComesFirst(String language, String query, String type, String id, String why) {
        var first = search(query, language).<Map<String, Object>>getList("items").stream()
                .map(hit -> hit.get("type") + " " + hit.get("id"))
                .findFirst()
                .orElse("nothing");
        // Without an id, any record of the kind may be first.
        assertEquals(
                id == null ? type : type + " " + id,
                id == null ? first.replaceAll(" .*", "") : first,
                query + ": " + why);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/searches-of-nothing.csv", numLinesToSkip = 1)
    void aWordThatIsNowhereFindsNothingAndSuggestsWhatIsThere(String query, String suggestion) {
        var answer = search(query, "nl");
        assertEquals(0, answer.getInt("total"), query);
        assertEquals(
                Optional.ofNullable(suggestion),
                answer.getList("suggestions", String.class).stream().findFirst(),
                query);
        if (suggestion != null) {
            assertTrue(search(suggestion, "nl").getInt("total") > 0, suggestion);
        }
    }

    /** Other tests compare answers with the contract, which takes longer than answering. */
    private static JsonPath search(String query, String language) {
        return given().queryParam("q", query)
                .queryParam("lang", language)
                .get("/v1/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static final List<RecordKind> SEARCHED = Schema.loaded().types().stream()
            .filter(RecordType::isSearched)
            .<RecordKind>map(RecordType::kind)
            .toList();

    @Test
    void everyHitLeadsToItsRecord() {
        var seen = new ArrayList<String>();
        for (var type : SEARCHED) {
            var items =
                    get("/v1/search?pageSize=2&q=digi%20e&type=" + type.code()).<Map<String, Object>>getList("items");
            var any = items.isEmpty()
                    ? get("/v1/search?pageSize=2&q=" + anyOf(type) + "&type=" + type.code())
                            .<Map<String, Object>>getList("items")
                    : items;
            assertFalse(any.isEmpty(), type.code());
            for (var item : any) {
                assertEquals(type.code(), item.get("type"));
                var href = item.get("href").toString();
                rest().get(href).then().statusCode(200);
                seen.add(href);
            }
        }
        assertTrue(seen.size() >= SEARCHED.size());
    }

    private static String anyOf(RecordKind type) {
        return switch (type) {
            case PLACES, MUNICIPALITIES, PARTNERS -> "gent";
            case PROVINCES, CHAMBERS, VOKA_OFFICES -> "limburg";
            case SERVICES -> "wifi";
            default -> "de";
        };
    }

    @Test
    void typesMeanOr() {
        var both = get("/v1/search?q=gent&pageSize=100&type=partners&type=digibanks");
        assertEquals(Set.of("partners", "digibanks"), Set.copyOf(both.getList("items.type", String.class)));
        assertEquals(
                both.getInt("total"),
                get("/v1/search?q=gent&type=partners").getInt("total")
                        + get("/v1/search?q=gent&type=digibanks").getInt("total"));
        assertEquals(
                both.getInt("total"),
                ask("{ search(q: \"gent\", type: [PARTNERS, DIGIBANKS]) { totalCount } }")
                        .getInt("search.totalCount"));
    }

    @Test
    void kindsThatAreNotSearchedAreNoType() {
        rest().get("/v1/search?q=gent&type=subjects")
                .then()
                .statusCode(400)
                .body("issues[0].name", equalTo("type"))
                .body("issues[0].detail", not(containsString(", subjects")));
    }

    @Test
    void pagesFollowEachOther() {
        var all = get("/v1/search?q=gent&pageSize=20").getList("items.id");
        var first = get("/v1/search?q=gent&pageSize=7");
        assertEquals(all.subList(0, 7), first.getList("items.id"));
        assertEquals(
                all.subList(7, 14),
                rest().get(first.getString("next")).jsonPath().getList("items.id"));
        var graph = ask("{ search(q: \"gent\", first: 7) { pageInfo { endCursor hasNextPage } } }");
        assertTrue(graph.getBoolean("search.pageInfo.hasNextPage"));
        assertEquals(
                all.subList(7, 14),
                ask("{ search(q: \"gent\", first: 7, after: \"" + graph.getString("search.pageInfo.endCursor")
                                + "\") { nodes { id } } }")
                        .getList("search.nodes.id"));
        assertEquals(List.of(), get("/v1/search?q=gent&page=9999").getList("items"));
    }

    @Test
    void namesAndFragmentsComeInTheAskedLanguage() {
        var province = get("/v1/search?q=oost-vlaanderen&type=provinces&lang=fr");
        assertEquals("Flandre orientale", province.getString("items[0].name"));
        var service = get("/v1/search?q=laptop%20borrow&type=services&lang=en");
        assertEquals("Device loan", service.getString("items[0].name"));
        assertTrue(service.getString("items[0].fragment").startsWith("You can <em>borrow</em> a <em>laptop</em>"));
    }

    @Test
    void aSearchNeedsWordsAndKnownTypes() {
        for (var wrong :
                List.of("", "?q=", "?q=%2C", "?q=gent&type=points", "?q=gent&type=", "?q=a&q=b", "?q=gent&foo=1")) {
            answer("/v1/search" + wrong).statusCode(400);
        }
        assertEquals("q", graphql("{ search(q: \"!\") { totalCount } }").getString("errors[0].extensions.argument"));
    }

    @Test
    void everyListForgivesTypingErrorsOnlyWhenNothingIsSpelledSo() {
        assertEquals(
                List.of("ku-leuven"),
                get("/v1/partners?q=katolieke%20univ%20leuven").getList("items.id"));
        assertEquals(List.of("ku-leuven"), get("/v1/partners?q=KUL").getList("items.id"));
        assertEquals(
                List.of("genk-bibliotheek"),
                get("/v1/service-points?q=genk%20biblioteek").getList("items.id"));
        assertEquals(
                List.of("digibank-mechelen"), get("/v1/digibanks?q=mechlen").getList("items.id"));
        assertTrue(get("/v1/municipalities?q=borglon").getList("items.name").contains("Tongeren-Borgloon"));
        assertEquals("9040-sint-amandsberg", get("/v1/places?q=st%20amansberg").getString("items[0].id"));
        for (String locality : get("/v1/places?q=gent&pageSize=100").getList("items.locality", String.class)) {
            assertFalse(locality.equals("Genk"), "gent is spelled right");
        }
        assertEquals(
                get("/v1/service-points?q=biblioteek&postalCode=9000").getList("items.id"),
                get("/v1/service-points?q=bibliotheek&postalCode=9000").getList("items.id"),
                "nearest first as ever");
    }

    @Test
    void everyListKnowsThePlacesByTheirNamesInFourLanguages() {
        for (var list : List.of("service-points", "digibanks", "partners", "places", "municipalities")) {
            var dutch = get("/v1/" + list + "?pageSize=100&q=gent").getList("items.id");
            for (var name : List.of("gand", "Ghent")) {
                assertEquals(
                        dutch, get("/v1/" + list + "?pageSize=100&q=" + name).getList("items.id"), list);
            }
        }
        assertEquals("<em>Gent</em>", get("/v1/search?q=gand").getString("items[0].fragment"));
        assertEquals(
                get("/v1/search?q=gent&pageSize=100").getList("items.href"),
                get("/v1/search?q=gand&pageSize=100").getList("items.href"));
    }

    @Test
    void otherNamesAreFacts() {
        assertEquals(List.of("KUL"), get("/v1/partners/ku-leuven").getList("alsoKnownAs"));
        assertEquals(List.of(), get("/v1/partners/howest").getList("alsoKnownAs"));
        assertEquals(List.of(), get("/v1/chambers/voka-limburg").getList("alsoKnownAs"));
        assertEquals(
                List.of("AP"),
                ask("{ partner(id: \"ap-hogeschool\") { alsoKnownAs } }").getList("partner.alsoKnownAs"));
    }
}
