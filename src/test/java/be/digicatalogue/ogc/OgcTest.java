package be.digicatalogue.ogc;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Language;
import be.digicatalogue.http.View;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.question.Parameters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.swagger.v3.parser.OpenAPIV3Parser;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/**
 * OGC API - Features, requirement by requirement of Part 1 (OGC 17-069r4), then what Parts 2 and 3 add. Each answer is checked
 * against the contract as well.
 */
@QuarkusTest
class OgcTest extends ApiTest {

    private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final String ITEMS = "/ogc/collections/service-points/items";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    CurrentCatalogue current;

    @Test
    @DisplayName("/req/core/root-op, root-success: the landing page leads to everything")
    void theLandingPageLeadsToEverything() throws IOException {
        var links = document("/ogc").get("links");
        for (var relation : List.of("service-desc", "service-doc", "conformance", "data")) {
            var link = link(links, relation, null);
            given().accept("*/*").get(link.get("href").asText()).then().statusCode(200);
        }
        assertEquals(
                "application/vnd.oai.openapi+json;version=3.0",
                link(links, "service-desc", null).get("type").asText());
    }

    @Test
    @DisplayName("/req/core/api-definition-op, api-definition-success; /req/oas30/oas-definition-1, oas-definition-2")
    void theApiDefinitionIsAValidDocumentOfOpenApi30() {
        var definition = rest().accept("application/vnd.oai.openapi+json;version=3.0")
                .get("/ogc/api")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/vnd.oai.openapi+json;version=3.0"))
                .extract()
                .asString();
        var read = new OpenAPIV3Parser().readContents(definition);
        assertEquals(List.of(), read.getMessages());
        assertTrue(read.getOpenAPI().getOpenapi().startsWith("3.0"));
        assertTrue(read.getOpenAPI().getServers().get(0).getUrl().endsWith("/ogc"));
        assertTrue(read.getOpenAPI().getPaths().keySet().stream().noneMatch(path -> path.startsWith("/v1")));
    }

    @Test
    @DisplayName("/req/oas30/oas-impl, completeness: what the definition names is there, for each collection")
    void everyAddressOfTheDefinitionAnswers() throws IOException {
        var definition = document("/ogc/api");
        var server = definition.at("/servers/0/url").asText();
        int count = 0;
        var paths = definition.get("paths").fieldNames();
        while (paths.hasNext()) {
            var path = paths.next();
            if (!path.contains("{")) {
                given().get(server + (path.equals("/") ? "" : path)).then().statusCode(200);
                count++;
            }
        }
        assertEquals(4 + 5 * OgcCollections.ALL.size(), count);
    }

    @Test
    @DisplayName("/req/core/conformance-op, conformance-success")
    void theConformanceClassesAreListed() throws IOException {
        var spec = "http://www.opengis.net/spec/";
        var expected = new ArrayList<String>();
        List.of("core", "oas30", "html", "geojson")
                .forEach(name -> expected.add(spec + "ogcapi-features-1/1.0/conf/" + name));
        expected.add(spec + "ogcapi-features-2/1.0/conf/crs");
        List.of("queryables", "queryables-query-parameters", "filter", "features-filter")
                .forEach(name -> expected.add(spec + "ogcapi-features-3/1.0/conf/" + name));
        List.of(
                        "cql2-text",
                        "basic-cql2",
                        "advanced-comparison-operators",
                        "case-insensitive-comparison",
                        "accent-insensitive-comparison",
                        "basic-spatial-functions",
                        "basic-spatial-functions-plus",
                        "spatial-functions",
                        "temporal-functions",
                        "array-functions",
                        "arithmetic",
                        "property-property")
                .forEach(name -> expected.add(spec + "cql2/1.0/conf/" + name));
        assertEquals(JSON.valueToTree(expected), document("/ogc/conformance").get("conformsTo"));
    }

    @Test
    @DisplayName("/req/queryables/queryables-link: in the answer and as a header, of the collection and of its items")
    void whatFiltersCanAskAboutIsLinkedFromTheCollectionAndItsItems() throws IOException {
        var relation = "http://www.opengis.net/def/rel/ogc/1.0/queryables";
        for (var id : OgcCollections.ids()) {
            for (var address : List.of("/ogc/collections/" + id, "/ogc/collections/" + id + "/items")) {
                var link = link(document(address).get("links"), relation, "application/schema+json");
                assertTrue(link.get("href").asText().endsWith("/ogc/collections/" + id + "/queryables"), id);
                answer(address).header("Link", containsString(link.get("href").asText() + ">; rel=\"" + relation));
            }
        }
    }

    @Test
    @DisplayName(
            "/req/queryables/get-queryables-response: $id is the address, without parameters, and leads to the schema")
    void theSchemaOfTheQueryablesIsNamedByItsAddress() throws IOException {
        for (var address :
                List.of("/ogc/collections/partners/queryables", "/ogc/collections/partners/queryables?lang=fr")) {
            var schema = document(address);
            assertTrue(schema.get("$id").asText().endsWith("/ogc/collections/partners/queryables"));
            assertEquals(
                    "https://json-schema.org/draft/2020-12/schema",
                    schema.get("$schema").asText());
            assertEquals(schema, document(schema.get("$id").asText()));
        }
    }

    @Test
    @DisplayName(
            "/req/filter/filter-lang-param, filter-crs-param: the definition names them, text is CQL2 text by default")
    void theParametersOfFiltersAreDefined() throws IOException {
        for (var name : List.of("filter", "filter-lang", "filter-crs")) {
            assertEquals("query", parameter(name).get("in").asText());
        }
        var filter = encoded("province = 'limburg'");
        assertEquals(ids(ITEMS + "?filter=" + filter), ids(ITEMS + "?filter-lang=cql2-text&filter=" + filter));
    }

    @Test
    @DisplayName("/req/queryables-query-parameters/parameters: each queryable is a parameter of the items, as defined")
    void everyQueryableIsAParameterOfTheDefinition() throws IOException {
        var paths = document("/ogc/api").get("paths");
        for (var collection : OgcCollections.ALL) {
            var names = paths.get("/collections/" + collection.id() + "/items")
                    .at("/get/parameters")
                    .findValuesAsText("name");
            for (var queryable : collection.queryables()) {
                assertTrue(names.contains(queryable.name()), () -> collection.id() + " " + queryable.name());
            }
        }
    }

    @Test
    @DisplayName("/req/filter/mixing-expressions: a filter, a box, a time and an attribute must all hold")
    void everythingThatIsAskedMustHold() throws IOException {
        var address = "/ogc/collections/municipalities/items?limit=1000&";
        var expected = ids(address + "province=oost-vlaanderen");
        expected.retainAll(ids(address + "bbox=3.6,50.9,3.9,51.2"));
        expected.retainAll(ids(address + "datetime=2024-12-31"));
        expected.retainAll(ids(address + "filter=" + encoded("name LIKE 'M%'")));
        assertFalse(expected.isEmpty());
        assertEquals(
                expected,
                ids(address + "province=oost-vlaanderen&bbox=3.6,50.9,3.9,51.2&datetime=2024-12-31&filter="
                        + encoded("name LIKE 'M%'")));
    }

    @Test
    @DisplayName("/req/crs/crs-uri, fc-md-crs-list, fc-md-storageCrs: every collection lists the systems, CRS84 first")
    void everyCollectionListsItsReferenceSystems() throws IOException {
        for (var id : OgcCollections.ids()) {
            var collection = document("/ogc/collections/" + id);
            assertEquals(
                    JSON.valueToTree(List.of(CRS84, EPSG + "4326", EPSG + "3812", EPSG + "31370")),
                    collection.get("crs"));
            assertEquals(CRS84, collection.get("storageCrs").asText());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/geo+json;q=0, */*                   | text/html
            text/html;q=0.0, application/json               | application/json
            application/json;q=0.4, text/html;q=0.5         | text/html
            text/html;q=0.2, application/geo+json;q=0.9     | application/geo+json
            application/*                                   | application/geo+json
            text/html, json                                 | text/html
            """)
    void theFormIsTheOneThatIsLikedBest(String accept, String type) {
        rest().accept(accept).get(ITEMS).then().statusCode(200).contentType(startsWith(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json"})
    void eachLinkHasTheTypeThatItLeadsTo(String accept) throws IOException {
        for (var address : List.of("/ogc", "/ogc/collections/partners/queryables", ITEMS + "?offset=20")) {
            var document = rest().accept(accept).get(address).then().statusCode(200);
            if (!accept.equals("*/*")) {
                document.contentType(startsWith(accept));
            }
            for (var link : JSON.readTree(document.extract().asString()).path("links")) {
                if (Set.of("self", "next", "prev", "alternate")
                        .contains(link.get("rel").asText())) {
                    given().urlEncodingEnabled(false)
                            .get(link.get("href").asText())
                            .then()
                            .contentType(startsWith(link.get("type").asText()));
                }
            }
        }
    }

    @Test
    void thePageBeforeEndsWhereThisOneBegins() throws IOException {
        for (int offset : new int[] {5, 10, 15}) {
            var here = document(ITEMS + "?limit=10&offset=" + offset);
            var before =
                    document(link(here.get("links"), "prev", null).get("href").asText());
            assertEquals(Math.min(offset, 10), before.get("features").size());
            assertEquals(
                    document(ITEMS + "?limit=1&offset=" + (offset - 1)).at("/features/0/id"),
                    before.at("/features/" + (before.get("features").size() - 1) + "/id"));
        }
    }

    @Test
    void aLanguageThatIsAskedGoesAlong() throws IOException {
        for (var address : List.of(
                "/ogc",
                "/ogc/collections",
                "/ogc/collections/provinces",
                "/ogc/collections/provinces/items?limit=2",
                "/ogc/collections/provinces/items/limburg")) {
            for (var link : document(address + (address.contains("?") ? "&" : "?") + "lang=fr")
                    .get("links")) {
                if (!link.get("rel").asText().equals("canonical")) {
                    assertTrue(link.get("href").asText().contains("lang=fr"), link::toString);
                }
            }
        }
        answer("/ogc/collections?f=html&lang=fr").body(containsString("/ogc/collections/partners?f=html&amp;lang=fr"));
    }

    @Test
    void theLanguageOfTheWordsIsTold() {
        answer("/ogc").header("Content-Language", "en");
        answer("/ogc/collections/provinces?lang=fr").header("Content-Language", "en");
        answer("/ogc/collections/provinces/items/limburg?lang=fr").header("Content-Language", "fr");
        answer("/ogc/collections/provinces/items/limburg?lang=fr&f=html")
                .header("Content-Language", "fr, en")
                .body(containsString("<h1 lang=\"fr\">Limbourg</h1>"))
                .body(containsString("<dd lang=\"fr\">Limbourg"));
    }

    @ParameterizedTest
    @DisplayName("/req/core/query-param-unknown")
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/conformance",
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/provinces",
                "/ogc/collections/provinces/queryables",
                "/ogc/collections/provinces/items",
                "/ogc/collections/provinces/items/limburg"
            })
    void aParameterThatThereIsNotIsRefused(String address) {
        answer(address + "?colour=red")
                .statusCode(400)
                .contentType("application/json")
                .body("code", equalTo("BadRequest"))
                .body("description", containsString("colour"))
                .body("parameters[0].name", equalTo("colour"));
    }

    @ParameterizedTest
    @DisplayName("/req/core/query-param-invalid, /req/crs/bbox-crs-valid-value, fc-crs-valid-value, /req/filter/…")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limit=0                                     | limit
            limit=-1                                    | limit
            limit=ten                                   | limit
            limit=5&limit=6                             | limit
            offset=-1                                   | offset
            bbox=1,2,3                                  | bbox
            bbox=1,2,3,4,5                              | bbox
            bbox=4,52,5,51                              | bbox
            bbox=181,50,182,51                          | bbox
            bbox=a,b,c,d                                | bbox
            bbox=NaN,50,5,51                            | bbox
            bbox=                                       | bbox
            bbox=3,50,6,52&bbox-crs=EPSG:31370          | bbox-crs
            bbox=52,3,50,6&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326 | bbox
            datetime=yesterday                          | datetime
            datetime=2023-02-30                         | datetime
            datetime=2023-01-01T00:00:00                | datetime
            datetime=../..                              | datetime
            datetime=2024-01-01/2023-01-01              | datetime
            datetime=2023-01-01/2023-02-01/2023-03-01   | datetime
            crs=http://www.opengis.net/def/crs/EPSG/0/3857 | crs
            filter=                                     | filter
            filter=colour%20=%20'red'                   | filter
            filter=TRUE&filter-lang=cql2-json           | filter-lang
            filter=TRUE&filter-crs=urn:x                | filter-crs
            f=xml                                       | f
            locationType=flying                         | locationType
            filter=S_CROSSES(LINESTRING(0%200,9e5%209e5,0%200,9e5%209e5),geometry) | filter
            services=repairs                            | services
            verifiedOn=2023                             | verifiedOn
            %ff=1                                       | %ff
            """)
    void aValueThatCannotBeUsedIsRefusedAndNamed(String query, String parameter) {
        answer(ITEMS + "?" + query)
                .statusCode(400)
                .body("code", equalTo("BadRequest"))
                .body("parameters.name", hasItem(parameter))
                .body("description", containsString(parameter));
    }

    @Test
    @DisplayName("/req/core/sfc-md-op, fc-op, f-op: what is not there is 404, with what there is")
    void whatIsNotThereIsNotFound() {
        answer("/ogc/collections/castles").statusCode(404).body("description", containsString("service-points"));
        answer("/ogc/collections/castles/items").statusCode(404).body("code", equalTo("ResourceNotFound"));
        answer("/ogc/collections/castles/queryables").statusCode(404);
        answer(ITEMS + "/castle").statusCode(404).body("description", containsString("/items"));
        answer("/ogc/collections/digibanks/items/digibasics.99999").statusCode(404);
        given().get("/ogc/castles").then().statusCode(404).body("code", equalTo("ResourceNotFound"));
        given().post(ITEMS)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS")
                .body("code", equalTo("MethodNotAllowed"));
    }

    @Test
    @DisplayName("/req/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items, fc-md-items-links, fc-md-extent")
    void theCollectionsAreListedWithTheirFeatures() throws IOException {
        var document = document("/ogc/collections");
        alternates(document.get("links"));
        var ids = new ArrayList<String>();
        for (var collection : document.get("collections")) {
            ids.add(collection.get("id").asText());
            for (var type : List.of("application/geo+json", "text/html")) {
                given().get(link(collection.get("links"), "items", type)
                                .get("href")
                                .asText())
                        .then()
                        .statusCode(200)
                        .contentType(startsWith(type));
            }
            var box = collection.at("/extent/spatial/bbox/0");
            assertTrue(box.get(0).asDouble() > 2 && box.get(2).asDouble() < 7, box::toString);
            assertTrue(box.get(1).asDouble() > 49 && box.get(3).asDouble() < 52, box::toString);
            // As the collection describes itself, but for the links to other forms of it.
            var alone = document("/ogc/collections/" + collection.get("id").asText());
            for (var property : List.of("id", "title", "description", "extent", "crs", "storageCrs", "itemType")) {
                assertEquals(collection.get(property), alone.get(property));
            }
            alternates(alone.get("links"));
        }
        assertEquals(OgcCollections.ids(), ids);
        assertTrue(document("/ogc/collections/digibanks")
                        .at("/extent/temporal/interval/0")
                        .size()
                == 2);
    }

    @Test
    @DisplayName("/req/core/fc-response, /req/geojson/content, fc-numberMatched, fc-numberReturned, crs84")
    void theItemsAreAFeatureCollection() throws IOException {
        for (var collection : OgcCollections.ALL) {
            var features = document("/ogc/collections/" + collection.id() + "/items?limit=1000");
            int size = collection.all().apply(current.get().orElseThrow()).size();
            assertEquals("FeatureCollection", features.get("type").asText());
            assertEquals(size, features.get("numberMatched").asInt());
            assertEquals(size, features.get("numberReturned").asInt());
            assertEquals(size, features.get("features").size());
            assertFalse(features.has("timeStamp"));
            var ids = new HashSet<String>();
            for (var feature : features.get("features")) {
                assertEquals("Feature", feature.get("type").asText());
                assertTrue(ids.add(feature.get("id").asText()));
                if (feature.at("/geometry/type").asText().equals("Point")) {
                    double lon = feature.at("/geometry/coordinates/0").asDouble();
                    assertTrue(lon > 2 && lon < 7, feature::toString);
                }
            }
        }
    }

    @Test
    @DisplayName("/req/core/fc-bbox-definition: as the official suite reads it")
    void theBoxIsDefinedAsTheStandardHasIt() throws IOException {
        var box = parameter("bbox");
        assertEquals("form", box.get("style").asText());
        assertFalse(box.get("explode").asBoolean());
        assertEquals("array", box.at("/schema/type").asText());
        assertEquals(4, box.at("/schema/minItems").asInt());
        assertEquals(6, box.at("/schema/maxItems").asInt());
        assertEquals("number", box.at("/schema/items/type").asText());
    }

    /** GDAL reads the one at the link describedBy, in this spelling; other clients the one of the OGC. */
    @Test
    void theSchemasHaveEveryAttributeOfEveryFeatureWithItsType() throws IOException {
        for (var id : OgcCollections.ids()) {
            var links = document("/ogc/collections/" + id).get("links");
            var logical =
                    document(link(links, "http://www.opengis.net/def/rel/ogc/1.0/schema", "application/schema+json")
                            .get("href")
                            .asText());
            var ofGeoJson = document(link(links, "describedBy", "application/schema+json")
                    .get("href")
                    .asText());
            var seen = new HashSet<String>();
            for (var feature :
                    document("/ogc/collections/" + id + "/items?limit=1000").get("features")) {
                feature.get("properties").fields().forEachRemaining(property -> {
                    seen.add(property.getKey());
                    for (var schema : List.of(
                            logical.at("/properties/" + property.getKey()),
                            property.getKey().equals("id")
                                    ? ofGeoJson.at("/properties/id")
                                    : ofGeoJson.at("/properties/properties/properties/" + property.getKey()))) {
                        assertEquals(
                                type(property.getValue()), schema.path("type").asText(), property + " of " + id);
                        if (schema.has("items") && !property.getValue().isEmpty()) {
                            assertEquals(
                                    type(property.getValue().get(0)),
                                    schema.at("/items/type").asText(),
                                    id + property);
                        }
                    }
                });
            }
            var known = names(logical.get("properties"));
            OgcCollections.named(id)
                    .orElseThrow()
                    .queryables()
                    .forEach(queryable -> assertTrue(known.contains(queryable.name()), id + queryable.name()));
            assertTrue(known.containsAll(seen));
            assertEquals(
                    "primary-geometry",
                    logical.at("/properties/geometry/x-ogc-role").asText());
            assertEquals("id", logical.at("/properties/id/x-ogc-role").asText());
        }
    }

    private static Set<String> names(JsonNode object) {
        var names = new HashSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String type(JsonNode value) {
        return value.isIntegralNumber() ? "integer" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    @Test
    void everyMunicipalityOf2025HasAnAreaAroundItsCentre() throws IOException, ParseException {
        var centres = document("/ogc/collections/municipalities/items?limit=1000&datetime=2025-01-01");
        var areas = document("/ogc/collections/municipality-outlines/items?limit=1000");
        assertEquals(304, areas.get("numberMatched").asInt());
        var byId = new HashMap<String, Geometry>();
        for (var area : areas.get("features")) {
            var geometry = new GeoJsonReader(new GeometryFactory())
                    .read(area.get("geometry").toString());
            assertTrue(geometry.isValid(), area.get("id")::asText);
            byId.put(area.get("id").asText(), geometry);
            assertFalse(area.get("properties").has("precision"));
            assertTrue(area.get("properties").has("provinceName"));
        }
        int within = 0;
        for (var centre : centres.get("features")) {
            var area = byId.get(centre.get("id").asText());
            assertNotNull(area, centre.get("id")::asText);
            var point = new GeometryFactory()
                    .createPoint(new Coordinate(
                            centre.at("/geometry/coordinates/0").asDouble(),
                            centre.at("/geometry/coordinates/1").asDouble()));
            within += area.contains(point) ? 1 : 0;
        }
        assertEquals(304, centres.get("features").size());
        assertEquals(304, within);
        assertEquals(
                Set.of("44021"),
                ids("/ogc/collections/municipality-outlines/items?filter="
                        + encoded("S_CONTAINS(geometry, POINT(3.7282 51.0876))")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            province=Limburg                             | province | antwerpen, brussel, limburg
            locationType=Fixed                           | locationType | fixed
            municipality=9000                            | municipality | /v1/municipalities
            services=Training                            | services | training
            filter=province = 'Limburg'                  | filter   | character 12. `Limburg` is not a value of `province`: expected one of antwerpen
            filter=province IN ('limburg','gent')        | filter   | character 24. `gent` is not a value
            filter=municipality <> '9000'                | filter   | an id listed at `/v1/municipalities`
            filter=A_CONTAINS(services, ('Training'))    | filter   | `Training` is not a value of `services`
            filter=NEAR(geometry, POINT(4 51))           | filter   | There is no function `NEAR`
            """)
    void aValueThatAnAttributeCannotHaveIsRefusedWithThoseItCan(String sent, String name, String told) {
        var parts = sent.split("=", 2);
        answer(ITEMS + "?" + parts[0] + "=" + encoded(parts[1]))
                .statusCode(400)
                .body("parameters[0].name", equalTo(name))
                .body("description", containsString(told));
    }

    /** As GDAL sends them. */
    @Test
    void truthIsAlsoWrittenAsANumber() throws IOException {
        var address = "/ogc/collections/municipalities/items?limit=1000&";
        var ended = ids(address + "ended=true");
        assertFalse(ended.isEmpty());
        assertEquals(ended, ids(address + "ended=1"));
        assertEquals(ended, ids(address + "filter=" + encoded("ended = 1")));
        assertEquals(ids(address + "ended=false"), ids(address + "ended=0"));
    }

    @Test
    void aFilterHasSeveralLines() throws IOException {
        var address = ITEMS + "?limit=1000&filter=";
        assertEquals(
                ids(address + encoded("province = 'limburg' AND locationType = 'fixed'")),
                ids(address + encoded("\n\tprovince = 'limburg'\r\n  AND\u00A0locationType\u2003= 'fixed'\n")));
        answer(address + encoded("province = 'limburg'\u0000")).statusCode(400);
        answer(ITEMS + "?postalCode=" + encoded("9000\n")).statusCode(400);
    }

    @Test
    void aPageOfAFeatureIsNotTakenForItsRecord() {
        answer("/ogc/collections/provinces/items/limburg").header("Link", containsString("canonical"));
        answer("/ogc/collections/provinces/items/limburg?f=html")
                .header("Link", not(containsString("canonical")))
                .body(containsString("<link rel=\"canonical\" href=\"" + RestAssured.baseURI + ":" + RestAssured.port
                        + "/ogc/collections/provinces/items/limburg?f=html\">"));
    }

    @Test
    @DisplayName("/req/core/fc-limit-definition, fc-limit-response-1")
    void theLimitHoldsAndTheLargestIsNotExceeded() throws IOException {
        assertEquals(10, document(ITEMS).get("features").size());
        assertEquals(3, document(ITEMS + "?limit=3").get("features").size());
        var all = document(ITEMS).get("numberMatched").asInt();
        assertEquals(
                Math.min(all, 1000),
                document(ITEMS + "?limit=2000000").get("features").size());
        assertEquals(1000, limit("2000000"));
        assertEquals(1000, limit("1000"));
        assertEquals(999, limit("999"));
        var limit = parameter("limit");
        assertEquals(1, limit.at("/schema/minimum").asInt());
        assertEquals(10, limit.at("/schema/default").asInt());
        assertFalse(limit.get("explode").asBoolean());
    }

    private static int limit(String sent) {
        return Parameters.read(
                        Parameters.Face.REST,
                        Map.of("limit", List.of(sent)),
                        parameters -> ItemsQuestion.read(parameters, OgcCollections.ALL.get(0), null, null))
                .limit();
    }

    @Test
    @DisplayName("/req/core/fc-links, fc-rel-type; /rec/core/link-header: next leads through all, once")
    void theNextLinksLeadThroughAllFeaturesOnce() throws IOException {
        var ids = new ArrayList<String>();
        var address = ITEMS + "?limit=7&province=antwerpen";
        int matched = document(address).get("numberMatched").asInt();
        for (var next = address; next != null; ) {
            var response = rest().urlEncodingEnabled(false).get(next).then().statusCode(200);
            var page = JSON.readTree(response.extract().asString());
            alternates(page.get("links"));
            assertNotNull(link(page.get("links"), "collection", null));
            page.get("features").forEach(feature -> ids.add(feature.get("id").asText()));
            var link = find(page.get("links"), "next", null);
            next = link == null ? null : link.get("href").asText();
            if (next != null) {
                response.header("Link", containsString("<" + next + ">; rel=\"next\""));
            }
        }
        assertEquals(matched, ids.size());
        assertTrue(matched > 7);
        assertEquals(matched, Set.copyOf(ids).size());
        assertNull(find(document(ITEMS + "?offset=100000").get("links"), "next", null));
        // Links that are too long for a header are in the answer all the same; the others are in both.
        var filter = "id IN ('a'" + ",'a'".repeat(300) + ") OR TRUE";
        rest().urlEncodingEnabled(false)
                .get(ITEMS + "?filter=" + encoded(filter))
                .then()
                .statusCode(200)
                .header("Link", not(containsString("rel=\"next\"")))
                .header("Link", containsString("/queryables>"))
                .body("links.rel", hasItem("next"));
    }

    @Test
    @DisplayName("/req/core/fc-bbox-definition, fc-bbox-response: the same points as /v1 has in the box")
    void aBoxHasTheSamePointsAsTheRestFace() throws IOException {
        var box = "3.6,50.9,3.9,51.2";
        var expected = new TreeSet<String>();
        get("/v1/service-points?pageSize=100&bbox=" + box)
                .<String>getList("items.id")
                .forEach(expected::add);
        assertTrue(expected.size() > 3);
        assertEquals(expected, ids(ITEMS + "?limit=1000&bbox=" + box));
        assertEquals(expected, ids(ITEMS + "?limit=1000&bbox=3.6,50.9,-10,3.9,51.2,100"));
        assertEquals(
                expected, ids(ITEMS + "?limit=1000&filter=" + encoded("S_INTERSECTS(geometry, BBOX(" + box + "))")));
        assertEquals("array", parameter("bbox").at("/schema/type").asText());
    }

    @Test
    @DisplayName("/req/core/fc-bbox-response: over the antimeridian; what has no place is in every box")
    void aBoxMayCrossTheAntimeridianAndKeepsWhatHasNoPlace() throws IOException {
        var all = ids(ITEMS + "?limit=1000");
        assertEquals(Set.of(), ids(ITEMS + "?limit=1000&bbox=177,65,-177,70"));
        assertEquals(all, ids(ITEMS + "?limit=1000&bbox=170,40,10,60"));
        assertEquals(Set.of(), ids(ITEMS + "?limit=1000&bbox=10,40,-10,60"));
        var unknown = new TreeSet<String>();
        for (var feature :
                document("/ogc/collections/partners/items?limit=1000").get("features")) {
            if (feature.get("geometry").isNull()) {
                unknown.add(feature.get("id").asText());
            }
        }
        assertEquals(unknown, ids("/ogc/collections/partners/items?limit=1000&bbox=-180,85,180,90"));
        // An outline meets a box within it, and one that it only touches.
        assertEquals(Set.of("limburg"), ids("/ogc/collections/provinces/items?bbox=5.3,50.9,5.4,51"));
    }

    @ParameterizedTest
    @DisplayName("/req/core/fc-time-definition, fc-time-response: before and after the mergers of 2025")
    @CsvSource(delimiter = '|', textBlock = """
            2024-12-31T12:00:00Z                         | true  | false
            2024-12-31T22:59:59Z                         | true  | false
            2024-12-31T23:00:00Z                         | false | true
            2024-12-31                                   | true  | false
            2025-01-01                                   | false | true
            2024-12-31T23:59:59%2B01:00                  | true  | false
            ../2024-06-01T00:00:00Z                      | true  | false
            /2024-06-01T00:00:00Z                        | true  | false
            2025-06-01T00:00:00Z/..                      | false | true
            2025-06-01T00:00:00Z/                        | false | true
            2024-12-31T00:00:00Z/2025-01-02T00:00:00Z    | true  | true
            2024-12-31/2025-01-01                        | true  | true
            """)
    void aTimeKeepsWhatIsValidThen(String datetime, boolean before, boolean after) throws IOException {
        var municipalities = current.get().orElseThrow().of(MunicipalityType.TYPE);
        var became = municipalities.all().stream()
                .filter(one -> LocalDate.of(2025, 1, 1).equals(one.validFrom()))
                .findFirst()
                .orElseThrow();
        var merged = municipalities.all().stream()
                .filter(one -> became.reference().equals(one.mergedInto()))
                .findFirst()
                .orElseThrow();
        var found = ids("/ogc/collections/municipalities/items?limit=1000&datetime=" + datetime);
        assertEquals(before, found.contains(merged.id()), merged.id());
        assertEquals(after, found.contains(became.id()), became.id());
        // What has no period is valid at any time.
        assertEquals(
                document(ITEMS).get("numberMatched").asInt(),
                document(ITEMS + "?datetime=" + datetime).get("numberMatched").asInt());
    }

    @Test
    @DisplayName("/req/core/fc-time-response: the municipalities in force today are those of /v1")
    void theMunicipalitiesOfTodayAreThoseOfTheRestFace() throws IOException {
        var today = LocalDate.now(Belgium.ZONE);
        assertEquals(
                get("/v1/municipalities").getInt("total"),
                document("/ogc/collections/municipalities/items?datetime=" + today)
                        .get("numberMatched")
                        .asInt());
    }

    @Test
    @DisplayName("/req/core/f-op, f-success, f-links: one feature is the one of the list, with its links")
    void oneFeatureIsTheOneOfTheList() throws IOException {
        for (var collection : OgcCollections.ids()) {
            var first = document("/ogc/collections/" + collection + "/items?limit=1")
                    .get("features")
                    .get(0);
            var alone = document("/ogc/collections/" + collection + "/items/"
                    + first.get("id").asText());
            alternates(alone.get("links"));
            assertNotNull(link(alone.get("links"), "collection", null));
            given().get(link(alone.get("links"), "canonical", null).get("href").asText())
                    .then()
                    .statusCode(200);
            for (var property : List.of("type", "id", "geometry", "properties")) {
                assertEquals(first.get(property), alone.get(property));
            }
        }
    }

    @Test
    @DisplayName("/req/html/definition, /req/html/content: every resource is a page, of which nothing runs")
    void everyResourceIsAPage() {
        for (var address : List.of(
                "/ogc",
                "/ogc/api",
                "/ogc/conformance",
                "/ogc/collections",
                "/ogc/collections/digibanks",
                "/ogc/collections/digibanks/queryables",
                "/ogc/collections/digibanks/items",
                "/ogc/collections/provinces/items/limburg")) {
            var byAccept = rest().accept("text/html,application/xhtml+xml,*/*;q=0.8")
                    .get(address)
                    .then();
            isPage(byAccept);
            isPage(answer(address + "?f=html"));
            given().accept("text/html").get(address + "?f=json").then().contentType(not(startsWith("text/html")));
        }
        answer("/ogc/collections/provinces/items/limburg?f=html&lang=fr").body(containsString(">Limbourg</h1>"));
        given().accept("image/png").get("/ogc").then().statusCode(406).body("description", containsString("text/html"));
    }

    private static void isPage(ValidatableResponse page) {
        page.statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(startsWith("<!DOCTYPE html>"))
                .body(not(containsString("<script")));
    }

    @Test
    @DisplayName("/req/crs/…: the same point in every system, with the header that tells it")
    void coordinatesComeInTheSystemThatIsAsked() throws IOException {
        var address = ITEMS + "/gent-kringwinkel-vlaamsekaai";
        double[] plain = coordinates(address, CRS84);
        double[] swapped = coordinates(address + "?crs=" + EPSG + "4326", EPSG + "4326");
        assertEquals(plain[0], swapped[1]);
        assertEquals(plain[1], swapped[0]);
        // cs2cs of PROJ 9.1 on 3.741561 51.044053
        double[] lambert72 = coordinates(address + "?crs=" + EPSG + "31370", EPSG + "31370");
        assertEquals(106_015.298, lambert72[0], 0.01);
        assertEquals(192_839.257, lambert72[1], 0.01);
        double[] lambert2008 = coordinates(address + "?crs=" + EPSG + "3812", EPSG + "3812");
        assertEquals(lambert72[0] + 500_000, lambert2008[0], 5);
        rest().get(ITEMS + "?crs=" + EPSG + "3812").then().statusCode(200).header("Content-Crs", "<" + EPSG + "3812>");
        // Given again from memory, the header is still there.
        rest().get(ITEMS + "?crs=" + EPSG + "3812").then().header("Content-Crs", "<" + EPSG + "3812>");
        answer(address + "?crs=urn:x").statusCode(400).body("parameters[0].name", equalTo("crs"));
    }

    @Test
    @DisplayName("/req/crs/bbox-crs-action: a box in another system has the same points")
    void aBoxInAnotherSystemHasTheSamePoints() throws IOException {
        var expected = new TreeSet<String>();
        double[] box = {95_000, 185_000, 115_000, 200_000};
        for (var feature : document(ITEMS + "?limit=1000&crs=" + EPSG + "31370").get("features")) {
            double x = feature.at("/geometry/coordinates/0").asDouble();
            double y = feature.at("/geometry/coordinates/1").asDouble();
            if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) {
                expected.add(feature.get("id").asText());
            }
        }
        assertTrue(expected.size() > 3);
        var numbers = "95000,185000,115000,200000";
        assertEquals(expected, ids(ITEMS + "?limit=1000&bbox-crs=" + EPSG + "31370&bbox=" + numbers));
        assertEquals(
                expected,
                ids(ITEMS + "?limit=1000&filter-crs=" + EPSG + "31370&filter="
                        + encoded("S_INTERSECTS(geometry, BBOX(" + numbers + "))")));
        assertEquals(
                ids(ITEMS + "?limit=1000&bbox=3.6,50.9,3.9,51.2"),
                ids(ITEMS + "?limit=1000&bbox=50.9,3.6,51.2,3.9&bbox-crs=" + EPSG + "4326"));
        assertEquals(Set.of(), ids(ITEMS + "?bbox=1e9,1e9,2e9,2e9&bbox-crs=" + EPSG + "3812"));
    }

    @ParameterizedTest
    @DisplayName("/req/filter/…, /req/queryables-query-parameters/…: the same records as /v1 gives")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            service-points | province = 'limburg'                                     | province=limburg
            service-points | A_CONTAINS(services, ('training'))                       | service=training
            service-points | locationType = 'mobile'                                  | locationType=mobile
            service-points | digibank = 'digipunten-gent' AND locationType <> 'mobile' | digibank=digipunten-gent&locationType=fixed
            partners       | kind = 'university'                                      | kind=university
            partners       | A_OVERLAPS(provinces, ('west-vlaanderen'))               | province=west-vlaanderen
            voka-offices   | province LIKE 'antw%'                                    | province=antwerpen
            """)
    void aFilterGivesWhatTheRestFaceGives(String collection, String filter, String question) throws IOException {
        var expected = new TreeSet<String>();
        get("/v1/" + collection + "?pageSize=100&" + question)
                .<String>getList("items.id")
                .forEach(expected::add);
        assertFalse(expected.isEmpty());
        assertEquals(
                expected,
                ids("/ogc/collections/" + collection + "/items?limit=100&filter-lang=cql2-text&filter="
                        + encoded(filter)));
    }

    @Test
    @DisplayName("/req/queryables/…: the queryables are a JSON schema of the attributes")
    void whatCanBeAskedIsWhatTheFeaturesShow() throws IOException {
        for (var collection : OgcCollections.ALL) {
            compare(collection);
        }
    }

    private <T> void compare(OgcCollection<T> collection) throws IOException {
        var schema = document("/ogc/collections/" + collection.id() + "/queryables");
        assertEquals("object", schema.get("type").asText());
        assertFalse(schema.get("additionalProperties").asBoolean());
        assertEquals(
                "primary-geometry", schema.at("/properties/geometry/x-ogc-role").asText());
        var features = document("/ogc/collections/" + collection.id() + "/items?limit=1000")
                .get("features");
        var records = collection.all().apply(current.get().orElseThrow());
        var view = new View(current.get().orElseThrow(), "", Language.NL, ZonedDateTime.now(Belgium.ZONE));
        var shown = new HashSet<String>();
        for (int i = 0; i < features.size(); i++) {
            var properties = features.get(i).get("properties");
            for (var queryable : collection.queryables()) {
                assertTrue(schema.get("properties").has(queryable.name()));
                var value = queryable.value().apply(records.get(i), view);
                var attribute = properties.get(queryable.name());
                if (value == null) {
                    assertNull(attribute, queryable.name());
                } else if (value instanceof List<?> list) {
                    assertEquals(
                            list,
                            StreamSupport.stream(attribute.spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList());
                } else if (value instanceof Number number) {
                    assertEquals(number.doubleValue(), attribute.asDouble());
                } else {
                    assertNotNull(attribute, queryable.name());
                    assertEquals(value.toString(), attribute.asText(), queryable.name());
                }
                if (attribute != null) {
                    shown.add(queryable.name());
                }
            }
            properties
                    .fields()
                    .forEachRemaining(property ->
                            assertFalse(property.getValue().isObject(), () -> property.getKey() + " is no attribute"));
        }
        assertTrue(shown.size() >= 4, shown::toString);
    }

    @Test
    void whatHasEndedCanBeAskedByATruth() throws IOException {
        var items = "/ogc/collections/municipalities/items?limit=1000";
        var ended = ids(items + "&filter=" + encoded("ended = TRUE"));
        assertFalse(ended.isEmpty());
        assertEquals(ended, ids(items + "&ended=true"));
        ended.retainAll(ids(items + "&datetime=" + LocalDate.now(Belgium.ZONE)));
        assertEquals(Set.of(), ended);
    }

    @ParameterizedTest
    @CsvSource({
        "municipalityName=Gent, municipalityName = 'Gent'",
        "province=limburg, province = 'limburg'",
        "services=training, 'A_CONTAINS(services, (''training''))'",
        "postalCode=3600, postalCode = '3600'"
    })
    void anAttributeAsAParameterIsAFilter(String parameter, String filter) throws IOException {
        var expected = ids(ITEMS + "?limit=1000&filter=" + encoded(filter));
        assertFalse(expected.isEmpty());
        assertEquals(expected, ids(ITEMS + "?limit=1000&" + parameter));
    }

    @Test
    void aBadFilterIsRefusedWithTheCharacter() {
        answer(ITEMS + "?filter=" + encoded("province = "))
                .statusCode(400)
                .contentType("application/json")
                .body("description", startsWith("Invalid `filter` at character 12: "));
    }

    @Test
    void anAnswerIsKeptAndKnownAgain() {
        for (var address : List.of("/ogc", ITEMS, ITEMS + "?f=html", "/ogc/api")) {
            var first = rest().get(address)
                    .then()
                    .statusCode(200)
                    .header(
                            "Catalogue-Revision",
                            current.get().orElseThrow().revision().number() + "")
                    .header("Cache-Control", startsWith("public, max-age="))
                    .header("Vary", containsString("Accept"))
                    .extract();
            var again = rest().header("If-None-Match", first.header("ETag"))
                    .get(address)
                    .then();
            again.statusCode(304);
            assertEquals(first.asString(), given().get(address).asString());
            given().head(address).then().statusCode(200).header("Content-Type", first.header("Content-Type"));
        }
    }

    private double[] coordinates(String address, String system) throws IOException {
        var feature = JSON.readTree(answer(address)
                .statusCode(200)
                .header("Content-Crs", "<" + system + ">")
                .extract()
                .asString());
        return new double[] {
            feature.at("/geometry/coordinates/0").asDouble(),
            feature.at("/geometry/coordinates/1").asDouble()
        };
    }

    private static JsonNode parameter(String name) throws IOException {
        return StreamSupport.stream(
                        document("/ogc/api").at("/components/parameters").spliterator(), false)
                .filter(parameter -> parameter.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Links to this document and to the other form of it, which both answer. */
    private static void alternates(JsonNode links) {
        given().urlEncodingEnabled(false)
                .get(link(links, "self", null).get("href").asText())
                .then()
                .statusCode(200);
        given().urlEncodingEnabled(false)
                .get(link(links, "alternate", null).get("href").asText())
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8");
        for (var link : links) {
            assertTrue(link.hasNonNull("rel") && link.hasNonNull("type"), link::toString);
        }
    }

    private static JsonNode link(JsonNode links, String relation, String type) {
        var link = find(links, relation, type);
        assertNotNull(link, () -> "no link " + relation + " in " + links);
        return link;
    }

    private static JsonNode find(JsonNode links, String relation, String type) {
        return StreamSupport.stream(links.spliterator(), false)
                .filter(link -> link.get("rel").asText().equals(relation))
                .filter(link -> type == null || link.get("type").asText().equals(type))
                .findFirst()
                .orElse(null);
    }

    private static JsonNode document(String address) throws IOException {
        return JSON.readTree(answer(address).statusCode(200).extract().asString());
    }

    private static Set<String> ids(String address) throws IOException {
        var ids = new TreeSet<String>();
        document(address)
                .get("features")
                .forEach(feature -> ids.add(feature.get("id").asText()));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
