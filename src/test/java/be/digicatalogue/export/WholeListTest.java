package be.digicatalogue.export;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Text;
import be.digicatalogue.http.Formats;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.View;
import be.digicatalogue.http.WholeList;
import be.digicatalogue.place.Place;
import be.digicatalogue.question.Slice;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are taken whole say what their pages say. */
@QuarkusTest
class WholeListTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> TYPES = Map.of(
            "json", "application/json",
            "csv", "text/csv",
            "geojson", "application/geo+json",
            "jsonld", "application/ld+json");

    private static final Set<String> NOT_LOCATED =
            Set.of("consortia", "digibanks", "services", "programmes", "figures", "timeline", "sources");

    @Inject
    Formats formats;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provinces?embed=partners,vokaOffices",
                "consortia?validOn=2022-01-01",
                "partners?kind=university&lang=fr",
                "chambers?",
                "voka-offices?postalCode=9000",
                "digibanks?province=limburg",
                "service-points?",
                "service-points?province=limburg&service=training&lang=en",
                "service-points?postalCode=9000&radius=20000",
                "service-points?bbox=3.6,50.9,3.9,51.2&q=bibliotheek",
                "service-points?province=brussel&q=xyzzy",
                "services?",
                "places?",
                "municipalities?validOn=2024-12-31&province=antwerpen",
                "programmes?",
                "figures?programme=digihub",
                "timeline?from=2022",
                "sources?"
            })
    void theWholeListIsAllItsPagesPutTogether(String asked) throws IOException {
        var list = asked.substring(0, asked.indexOf('?'));
        var filters = asked.substring(asked.indexOf('?') + 1);
        for (var form : TYPES.keySet()) {
            if (form.equals("geojson") && NOT_LOCATED.contains(list)) {
                answer("/v1/" + list + ".geojson").statusCode(404);
                continue;
            }
            var whole = whole(list + "." + form + (filters.isEmpty() ? "" : "?" + filters), form);
            assertEquals("attachment; filename=\"" + list + "-1." + form + "\"", whole.header("Content-Disposition"));
            var paged = new ArrayList<Object>();
            int pages = 1;
            for (int page = 1; page <= pages; page++) {
                var answer = given().urlEncodingEnabled(false)
                        .get("/v1/" + list + "?" + (filters.isEmpty() ? "" : filters + "&") + "pageSize=100&page="
                                + page + "&f=" + form);
                assertEquals(200, answer.statusCode(), answer::asString);
                assertEquals(whole.header("Catalogue-Revision"), answer.header("Catalogue-Revision"));
                var records = records(answer, form);
                paged.addAll(records);
                pages += records.size() == 100 ? 1 : 0;
                if (form.equals("csv")) {
                    assertEquals(header(answer), header(whole));
                }
            }
            var records = records(whole, form);
            assertEquals(paged, records, form);
            assertEquals(filters.contains("xyzzy"), records.isEmpty(), asked);
            if (!form.equals("csv")) {
                assertEquals(
                        records.size(),
                        JSON.readTree(whole.asByteArray()).get("total").asInt());
            }
        }
    }

    private static Response whole(String address, String form) {
        var answer = rest().urlEncodingEnabled(false).get("/v1/" + address);
        answer.then().statusCode(200).contentType(startsWith(TYPES.get(form)));
        return answer;
    }

    private static String header(Response csv) {
        return csv.asString().lines().findFirst().orElseThrow();
    }

    /** Without what is of the moment only. */
    private static List<?> records(Response answer, String form) throws IOException {
        if (form.equals("csv")) {
            var rows = new ArrayList<Map<String, String>>();
            try (var read = new CsvMapper()
                    .readerFor(Map.class)
                    .with(CsvSchema.emptySchema().withHeader())
                    .<Map<String, String>>readValues(answer.asString().replace("\uFEFF", ""))) {
                while (read.hasNext()) {
                    var row = new LinkedHashMap<>(read.next());
                    row.keySet().removeIf(column -> column.matches("opening\\..*|(.*\\.)?(overdue|undated)"));
                    // What comes with a record is JSON in a cell.
                    row.replaceAll((column, cell) -> cell.replaceAll(",\"(overdue|undated)\":\\[[^]]*]", ""));
                    rows.add(row);
                }
            }
            return rows;
        }
        var records = new ArrayList<JsonNode>();
        for (var record : JSON.readTree(answer.asByteArray()).get(form.equals("geojson") ? "features" : "items")) {
            ((ObjectNode) (form.equals("geojson") ? record.get("properties") : record)).remove("opening");
            for (var ofToday : List.of("overdue", "undated")) {
                record.findParents(ofToday).forEach(aged -> ((ObjectNode) aged).remove(ofToday));
            }
            if (form.equals("jsonld")) {
                // The node of contact that hours need, which a page leaves out where they are not believed today.
                ((ObjectNode) record).remove("contactPoint");
            }
            records.add(record);
        }
        return records;
    }

    @Test
    void nothingIsToldOfTheMoment() {
        var points = whole("service-points.json", "json").asString();
        for (var property : List.of("opening", "overdue", "undated")) {
            assertFalse(points.contains("\"" + property + "\""), property);
        }
        assertFalse(whole("partners.json", "json").asString().contains("\"undated\""));
        assertFalse(whole("voka-offices.jsonld", "jsonld").asString().contains("\"undated\""));
    }

    @Test
    void aCopyThatIsStillRightIsNotSentAgain() {
        var tags = new HashSet<String>();
        for (var address : List.of(
                "/v1/service-points.geojson",
                "/v1/service-points.geojson?province=limburg",
                "/v1/service-points.geojson?lang=en",
                "/v1/service-points.csv",
                "/v1/service-points.jsonld",
                "/export/service-points.csv",
                "/export/places.csv")) {
            var first = rest().get(address);
            first.then()
                    .statusCode(200)
                    .header("Catalogue-Revision", "1")
                    .header("Cache-Control", startsWith("public, max-age="))
                    .header("Vary", startsWith("Accept, Accept-Encoding"));
            var tag = first.header("ETag");
            assertTrue(tags.add(tag), address);
            rest().header("If-None-Match", tag)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .body(emptyString());
            rest().header("If-None-Match", "W/\"other\"").get(address).then().statusCode(200);
            var head = given().head(address);
            head.then().statusCode(200).header("Content-Length", nullValue()).body(emptyString());
            for (var header : List.of("ETag", "Content-Type", "Vary", "Content-Language", "Content-Disposition")) {
                assertEquals(first.header(header), head.header(header), header);
            }
        }
        assertNotEquals(
                given().header("Accept-Language", "fr").get("/v1/places.csv").header("ETag"),
                given().header("Accept-Language", "en").get("/v1/places.csv").header("ETag"));
    }

    @Test
    void aListIsCompressedForWhoTakesThat() throws IOException {
        var plain = given().header("Accept-Encoding", "identity").get("/v1/places.geojson");
        var compressed = given().header("Accept-Encoding", "gzip").get("/v1/places.geojson");
        assertEquals("gzip", compressed.header("Content-Encoding"));
        assertEquals(JSON.readTree(plain.asByteArray()), JSON.readTree(compressed.asByteArray()));
        assertTrue(plain.asByteArray().length > 200_000);
    }

    @Test
    void aRecordIsMadeWhenItIsRead() {
        var made = new AtomicInteger();
        var places = Slice.made(1_000_000, number -> {
            made.incrementAndGet();
            return new Place("9000-" + number, "9000", "Gent", Text.name("Gent"), null, null, null, List.of());
        });
        var view = new View(null, "https://digi.example", Language.NL, ZonedDateTime.now());
        for (var form : TYPES.keySet()) {
            made.set(0);
            var list = new WholeList(
                    new PagedList<>("https://digi.example", places, places.size(), 1, 1, null, null, null, null),
                    formats.of("/v1/places", form).orElseThrow(),
                    view,
                    "/v1/places");
            for (int piece = 0; piece < 10; piece++) {
                assertTrue(list.next().length < 1_000);
            }
            assertTrue(made.get() <= 10, form + " " + made);
        }
    }
}
