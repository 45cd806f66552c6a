package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The Belgif REST guide (https://www.belgif.be/specification/rest/api-guide/, as of 28 April 2026), rule by rule under the
 * name that the guide gives it: against the served contract, and against the answer of every public address in it. Where a
 * rule is not kept, the test holds how far; docs/standards.md tells why.
 */
@QuarkusTest
class BelgifTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APPLICATION_JSON = "application/json";

    private static final Pattern LOWER_CAMEL_CASE = Pattern.compile("[a-z][a-z0-9]*([A-Z][a-z0-9]*)*");
    private static final Pattern UPPER_CAMEL_CASE = Pattern.compile("[A-Z][a-z0-9]*([A-Z][a-z0-9]+|[A-Z]$)*");
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern GENERIC = Pattern.compile("(^i|I)nfo(rmation)?([A-Z]|$)|(^d|D)ata([A-Z]|$)");

    /** What other standards prescribe: their addresses, and the names of our schemas of what they exchange. */
    private static final Pattern OTHER_ADDRESS =
            Pattern.compile("/(graphql|mcp|ldes|ogc|dcat|export|embed|id|context|\\.well-known)(/.*)?");

    private static final Pattern OTHER_SCHEMA = Pattern.compile(
            "(Ogc|Mcp|Dcat|EventStream|Link|JsonLd|Graphql|Feature|WholeFeature|DataPackage|OpenApi).*");

    /** The problem types that the guide has, and explains on a page each. */
    private static final Set<String> STANDARDISED = Set.of(
            "badRequest",
            "noAccessToken",
            "invalidAccessToken",
            "expiredAccessToken",
            "missingScope",
            "missingPermission",
            "resourceNotFound",
            "payloadTooLarge",
            "tooManyRequests",
            "tooManyFailedRequests",
            "internalServerError",
            "badGateway",
            "serviceUnavailable");

    private static final String PROBLEM_TYPE = "urn:problem-type:belgif:";

    /** What an address needs to be asked besides the examples of its parameters. */
    private static final Map<String, String> NEEDED =
            Map.of("/v1/guide", "?postalCode=9000", "/graphql", "?query=%7Bprovinces%7Bid%7D%7D");

    private static JsonNode contract;
    /** The answers of all public addresses that are read, by path of the contract; none of a stream, which does not end. */
    private static Map<String, Response> answers;

    @BeforeEach
    void askEverythingOnce() throws IOException {
        if (answers != null) {
            return;
        }
        contract = JSON.readTree(given().get("/openapi?format=json").asString());
        var asked = new LinkedHashMap<String, Response>();
        for (var operation : operations()) {
            var path = operation.path();
            // A page of the change stream, a former script and a report have no names that last.
            if (operation.method().equals("GET")
                    && operation.isPublic()
                    && !List.of("/v1/changes/stream", "/ldes/{page}", "/embed/v1-{version}.js", "/v1/reports/{token}")
                            .contains(path)) {
                asked.put(
                        path,
                        given().redirects()
                                .follow(false)
                                .urlEncodingEnabled(false)
                                .get(example(operation)));
            }
        }
        answers = asked;
    }

    /** Without this, everything below could hold of nothing. */
    @Test
    void everyPublicAddressAnswersItsExample() {
        assertTrue(answers.size() > 50, () -> "" + answers.size());
        answers.forEach((path, answer) ->
                assertEquals(path.startsWith("/id/") ? 303 : 200, answer.statusCode(), () -> path + answer.asString()));
    }

    // --- API and URIs ---

    @Test
    @DisplayName("uri-format: v and the major version stand before the resources (departs: standards beside it)")
    void theMajorVersionIsInThePath() {
        assertEquals(
                Set.of("/health", "/openapi", "/openapi.json", "/openapi.yaml"),
                paths(path -> !path.matches("(/admin)?/v1(/.*)?")
                        && !OTHER_ADDRESS.matcher(path).matches()));
    }

    @Test
    @DisplayName("uri-notat: query parameters in lowerCamelCase, no trailing slash (departs: kebab-case in paths)")
    void addressesAreWrittenInOneWay() {
        assertEquals(
                Set.of("bbox-crs", "filter-crs", "filter-lang"),
                parameters("query", name -> !LOWER_CAMEL_CASE.matcher(name).matches()));
        assertEquals(Set.of(), paths(path -> path.endsWith("/")));
        for (var path : paths(path -> path.startsWith("/v1/") && !hasExtension(path))) {
            for (var segment : path.substring(1).replaceAll("/\\{[^}]+}", "").split("/")) {
                assertTrue(KEBAB_CASE.matcher(segment).matches(), path);
            }
        }
        everyJson((path, node) -> links(node).forEach(link -> assertFalse(link.endsWith("/"), link)));
    }

    @Test
    @DisplayName("uri-extens: no file extensions (departs: files to download)")
    void onlyFilesHaveAnExtension() {
        assertEquals(
                Set.of(
                        "/openapi.json",
                        "/openapi.yaml",
                        "/v1/dataset.zip",
                        "/v1/dataset.xlsx",
                        "/v1/{list}.json",
                        "/v1/{list}.csv",
                        "/v1/{list}.geojson",
                        "/v1/{list}.jsonld",
                        "/export/{table}.csv",
                        "/export/voka-offices/{id}.vcf",
                        "/export/chambers/{id}.vcf",
                        "/export/service-points/{id}.vcf",
                        "/export/service-points/{id}.ics",
                        "/embed/v1.js",
                        "/embed/v1-{version}.js",
                        "/admin/v1/datapackage.json",
                        "/context/v1.jsonld",
                        "/graphql/schema.graphql"),
                paths(BelgifTest::hasExtension));
        given().get("/v1/partners/vives.json").then().statusCode(404);
    }

    @Test
    @DisplayName("qry-multi: a parameter is repeated for each value, its name singular (departs: bbox, embed, facets)")
    void aParameterIsRepeatedForEachValue() {
        var repeated = new TreeSet<String>();
        var joined = new TreeSet<String>();
        for (var operation : operations()) {
            for (var parameter : operation.parameters()) {
                if (resolved(parameter.get("schema")).path("type").asText().equals("array")) {
                    (parameter.path("explode").asBoolean(true) ? repeated : joined)
                            .add(parameter.get("name").asText());
                }
            }
        }
        assertEquals(Set.of("service", "type"), repeated);
        assertEquals(Set.of("bbox", "embed", "facets"), joined);
        answer("/v1/service-points?service=wifi&service=training")
                .statusCode(200)
                .body("items.services", everyItem(hasItem("wifi")))
                .body("items.services", everyItem(hasItem("training")));
    }

    @Test
    @DisplayName(
            "sens-dat: no token in an address; it stands in Authorization (departs: the secret address of a report)")
    void tokensStandInTheirHeader() {
        var schemes = contract.at("/components/securitySchemes");
        assertEquals(1, schemes.size());
        schemes.forEach(scheme -> assertEquals(
                "http bearer",
                scheme.get("type").asText() + " " + scheme.get("scheme").asText()));
        for (var in : List.of("query", "path", "header")) {
            // Who reports has no account, so the address is the only way back; docs/standards.md tells how it is kept
            // secret.
            assertEquals(
                    in.equals("path") ? Set.of("token") : Set.of(),
                    parameters(in, name -> name.toLowerCase(Locale.ROOT).matches(".*(token|key|auth|secret).*")));
        }
    }

    // --- methods, status codes, bodies ---

    @Test
    @DisplayName("meth-http: documents are put, patched and deleted; collections and controllers take POST")
    void everyMethodHasItsResource() {
        var posted = new TreeSet<String>();
        for (var operation : operations()) {
            switch (operation.method()) {
                case "PUT", "PATCH", "DELETE" -> assertTrue(operation.path().endsWith("}"), operation.path());
                case "POST" -> posted.add(operation.path());
                default -> {
                    assertEquals("GET", operation.method());
                    assertFalse(operation.node().has("requestBody"), operation.path());
                }
            }
        }
        assertEquals(
                Set.of(
                        "/admin/v1/confirmations",
                        "/admin/v1/opening-hours",
                        "/admin/v1/publications",
                        "/admin/v1/publications/{revision}/restore",
                        "/admin/v1/{type}",
                        "/graphql",
                        "/mcp",
                        "/v1/reports"),
                posted);
    }

    @ParameterizedTest(name = "stat-codes: {0} never answers {1}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | 201, 202, 204, 409, 412, 413
            PUT    | 202, 304
            POST   | 304
            PATCH  | 201, 202, 304
            DELETE | 201, 202, 304, 413
            """)
    void everyStatusHasItsMethods(String method, String statuses) {
        for (var operation : operations()) {
            if (operation.method().equals(method)) {
                for (var status : statuses.split(", ")) {
                    assertFalse(operation.node().get("responses").has(status), operation.path() + status);
                }
                assertTrue(operation.node().get("responses").size() > 2, operation.path());
            }
        }
    }

    @Test
    @DisplayName("cnt-negot: Content-Type always, Vary: Accept where there is a choice, else 406 and 415")
    void contentIsNegotiated() {
        answers.forEach((path, answer) -> {
            if (answer.statusCode() == 200) {
                var response = contract.path("paths").path(path).at("/get/responses/200");
                var types = response.path("content");
                assertTrue(
                        types.has(type(answer)) || types.has(answer.contentType()), () -> path + answer.contentType());
                if (types.size() > 1 || response.has("x-other-formats")) {
                    assertTrue(List.of(answer.header("Vary").split(",\\s*")).contains("Accept"), path);
                }
            }
        });
        rest().accept("image/png").get("/v1/partners").then().statusCode(406);
        given().contentType("text/plain").body("{}").post("/graphql").then().statusCode(415);
    }

    // --- JSON ---

    @Test
    @DisplayName("rep-struct: structured data as application/json, in UTF-8, the type without a charset")
    void whatHasAStructureIsJson() {
        for (var path : answers.keySet()) {
            if (path.startsWith("/v1") && !hasExtension(path) || path.equals("/health")) {
                assertEquals(APPLICATION_JSON, type(answers.get(path)), path);
            }
        }
        var names = new String(answers.get("/v1/municipalities").asByteArray(), StandardCharsets.UTF_8);
        assertFalse(names.contains("\uFFFD"));
        given().get("/v1/places?q=li%C3%A8ge-straat%20%C3%A9").then().statusCode(200);
        everyContent((type, schema) -> assertFalse(type.contains("json") && type.contains("charset"), type));
    }

    @Test
    @DisplayName("evo-object: the top of every JSON body is an object")
    void everyBodyIsAnObject() {
        everyJson((path, node) -> {
            if (path.length() == 0) {
                assertTrue(node.isObject());
            }
        });
        everyContent((type, schema) -> {
            if (type.endsWith("json")) {
                for (var choice : schema.has("oneOf") ? schema.get("oneOf") : List.of(schema)) {
                    assertEquals("object", resolved(choice).path("type").asText(), schema::toString);
                }
            }
        });
    }

    @Test
    @DisplayName("jsn-naming: lowerCamelCase, no info, no data (departs: British English)")
    void propertiesAreNamedInOneWay() {
        everyJson((path, node) -> node.fieldNames().forEachRemaining(name -> {
            assertTrue(LOWER_CAMEL_CASE.matcher(name).matches(), path + "/" + name);
            assertFalse(GENERIC.matcher(name).find(), path + "/" + name);
        }));
        everySchema((name, schema) -> {
            if (!OTHER_SCHEMA.matcher(name).matches()) {
                schema.path("properties").fieldNames().forEachRemaining(property -> {
                    assertTrue(LOWER_CAMEL_CASE.matcher(property).matches(), name + property);
                    assertFalse(GENERIC.matcher(property).find(), name + property);
                });
            }
        });
    }

    @Test
    @DisplayName("jsn-null: what has no value is absent")
    void nothingIsNull() {
        everyJson((path, node) -> assertFalse(node.isNull(), path));
        var nullable = new TreeSet<String>();
        everySchema((name, schema) -> {
            if (schema.path("nullable").asBoolean()) {
                nullable.add(name);
            }
        });
        assertEquals(
                Set.of(
                        "Feature",
                        "GraphqlErrorExtensions",
                        "GraphqlRequest",
                        "GraphqlResponse",
                        "McpAnswer",
                        "OgcCollection",
                        "OgcGeometry"),
                nullable);
    }

    @Test
    @DisplayName("JSON format: dates are full dates, instants have an offset")
    void datesAreWrittenAsTheyShould() {
        var instant = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})");
        var count = new int[1];
        everyJson((path, node) -> {
            if (node.isTextual() && node.textValue().matches("\\d{4}-\\d{2}-\\d{2}T.*")) {
                assertTrue(instant.matcher(node.textValue()).matches(), path + node);
                count[0]++;
            } else if (path.matches(".*/(validFrom|validTo|verifiedOn)")) {
                assertTrue(node.textValue().matches("\\d{4}-\\d{2}-\\d{2}"), path + node);
                count[0]++;
            }
        });
        assertTrue(count[0] > 20, () -> "dates: " + count[0]);
    }

    // --- links and collections ---

    @Test
    @DisplayName("hyp-links: other records are named with href, all links are absolute")
    void linksAreAbsolute() {
        var count = new int[1];
        everyJson((path, node) -> {
            for (var link : links(node)) {
                var address = URI.create(link);
                assertTrue(address.isAbsolute() && address.getHost() != null, path + link);
                count[0]++;
            }
            if (node.isObject() && node.has("id") && node.has("name") && node.size() < 4) {
                assertTrue(
                        node.has("href") || path.matches(".*/(subject|place|municipalities|candidates)(/.*)?"),
                        path + node);
            }
        });
        assertTrue(count[0] > 500);
    }

    @Test
    @DisplayName("col-name, ctl-res: collections are plural nouns, controllers verbs (departs: timeline)")
    void collectionsArePlural() {
        var singular = new TreeSet<String>();
        for (var path : collections()) {
            if (!path.matches(".*(s|/consortia)")) {
                singular.add(path);
            }
        }
        assertEquals(Set.of("/v1/search", "/v1/timeline"), singular);
    }

    @Test
    @DisplayName("col-get, col-repres: a collection has items with href, and total (departs: places, services)")
    void everyCollectionHasItemsWithLinks() {
        var without = new TreeSet<String>();
        for (var path : collections()) {
            var list = json(path);
            assertTrue(list.get("items").isArray() && !list.get("items").isEmpty(), path);
            assertTrue(list.get("total").intValue() >= list.get("items").size(), path);
            for (var item : list.get("items")) {
                if (!item.has("href")) {
                    without.add(path);
                }
            }
        }
        assertEquals(Set.of("/v1/places", "/v1/services"), without);
        var empty = get("/v1/partners?q=nobody&province=limburg&lang=nl");
        assertEquals(List.of(), empty.getList("items"));
        assertEquals(0, empty.getInt("total"));
    }

    @Test
    @DisplayName(
            "col-paging: page from 1, pageSize with a default, next and prev where there is such a page, first, last")
    void everyCollectionHasPages() throws IOException {
        for (var path : collections()) {
            var list = json(path);
            assertEquals(1, list.get("page").intValue(), path);
            assertEquals(20, list.get("pageSize").intValue(), path);
            assertFalse(list.has("prev"), path);
            assertEquals(list.get("total").intValue() > 20, list.has("next"), path);
            var last = JSON.readTree(given().urlEncodingEnabled(false)
                    .get(list.get("last").textValue())
                    .asString());
            assertFalse(last.has("next"), path);
            assertEquals(last.get("page").intValue() > 1, last.has("prev"), path);
            assertEquals(20, last.get("pageSize").intValue(), path);
            assertEquals(list.get("total"), last.get("total"), path);
            assertEquals(
                    list.get("items"),
                    JSON.readTree(given().urlEncodingEnabled(false)
                                    .get(last.get("first").textValue())
                                    .asString())
                            .get("items"),
                    path);
        }
        var page = get("/v1/places?page=2&pageSize=7");
        assertEquals(2, page.getInt("page"));
        assertEquals(7, page.getInt("pageSize"));
        assertEquals(7, page.getList("items").size());
    }

    @Test
    @DisplayName("col-filter, qry-filter: filters narrow each other down, q is text search")
    void filtersNarrowEachOtherDown() {
        int both = get("/v1/partners?province=limburg&kind=university").getInt("total");
        assertTrue(0 < both && both < get("/v1/partners?province=limburg").getInt("total"));
        assertTrue(both < get("/v1/partners?kind=university").getInt("total"));
        answer("/v1/partners?q=vives").statusCode(200).body("items.id", hasItem("vives"));
        assertEquals(
                Set.of(
                        "/v1/digibanks",
                        "/v1/municipalities",
                        "/v1/partners",
                        "/v1/places",
                        "/v1/search",
                        "/v1/service-points"),
                new TreeSet<>(operations().stream()
                        .filter(operation -> operation.parameters().stream()
                                .anyMatch(parameter ->
                                        parameter.get("name").asText().equals("q")))
                        .map(Operation::path)
                        .toList()));
    }

    @Test
    @DisplayName(
            "prf-embed, col-embed (depart): what is embedded stands in the property that names it, lists have it all")
    void whatIsEmbeddedStandsInItsPlace() {
        answer("/v1/provinces/limburg?embed=partners")
                .statusCode(200)
                .body("partners.href", everyItem(startsWith("http")))
                .body("embedded", nullValue());
        assertTrue(
                json("/v1/partners").get("items").get(0).has("evidence"), "an item of a list has what the record has");
    }

    // --- documents and identifiers ---

    @Test
    @DisplayName("id-design, id-choice: an identifier is one string, in one spelling")
    void anIdentifierHasOneSpelling() {
        var count = new int[1];
        everyJson((path, node) -> {
            if (path.endsWith("/id")) {
                assertTrue(node.isTextual(), path + node);
                assertTrue(KEBAB_CASE.matcher(node.textValue()).matches(), path + node);
                count[0]++;
            }
        });
        assertTrue(count[0] > 200);
        for (var other : List.of("VIVES", "vives%20", "vives-")) {
            given().urlEncodingEnabled(false)
                    .get("/v1/partners/" + other)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    @DisplayName("id-numer: NIS codes and enterprise numbers are strings with a pattern (departs: postal codes too)")
    void codesThatMayBeginWithZeroAreStrings() {
        for (var schema : List.of(
                contract.at("/components/schemas/NisCode"),
                contract.at("/components/schemas/PostalCode"),
                contract.at("/components/schemas/Partner/properties/enterpriseNumber"))) {
            assertEquals("string", schema.path("type").asText());
            assertTrue(schema.hasNonNull("pattern"), schema::toString);
        }
        answer("/v1/municipalities/44021").statusCode(200).body("id", equalTo("44021"));
    }

    @Test
    @DisplayName("id-name: id in a record, the role in a reference (departs: {id} in the path)")
    void identifiersAreNamedInOneWay() {
        answer("/v1/service-points/gent-kringwinkel-vlaamsekaai")
                .body("id", equalTo("gent-kringwinkel-vlaamsekaai"))
                .body("digibank.id", equalTo("digipunten-gent"));
        answer("/v1/services").body("items.code", hasItem("wifi"));
        for (var path : paths(path -> path.startsWith("/v1/") && path.endsWith("}"))) {
            assertTrue(path.matches(".*/\\{(id|province|nisCode|token)}"), path);
        }
    }

    @Test
    @DisplayName("cod-design, oas-enum: codes are strings of one type (departs: kebab-case)")
    void codesAreStrings() {
        everySchema((name, schema) -> {
            if (schema.path("enum").isArray() && !OTHER_SCHEMA.matcher(name).matches()) {
                assertEquals("string", schema.path("type").asText(), name);
                for (var value : schema.get("enum")) {
                    assertTrue(
                            KEBAB_CASE.matcher(value.textValue()).matches()
                                    || LOWER_CAMEL_CASE
                                            .matcher(value.textValue())
                                            .matches()
                                    || name.equals("HealthStatus"),
                            name + value);
                }
            }
        });
    }

    @Test
    @DisplayName("doc-patch: PATCH is a JSON Merge Patch, by its own media type and as application/json")
    void aPatchIsAMergePatch() {
        var count = new int[1];
        for (var operation : operations()) {
            if (operation.method().equals("PATCH")) {
                var types = operation.node().at("/requestBody/content");
                assertTrue(types.has("application/merge-patch+json") && types.has(APPLICATION_JSON));
                count[0]++;
            }
        }
        assertEquals(2, count[0]);
    }

    @Test
    @DisplayName("lng-task: what takes long is accepted (202) and has an address that tells how far it is")
    void whatTakesLongHasAnAddress() {
        var long_ = new TreeSet<String>();
        for (var operation : operations()) {
            var accepted = operation.node().at("/responses/202");
            if (accepted.isObject() && !operation.path().equals("/mcp")) {
                assertTrue(accepted.at("/headers").has("Location"), operation.path());
                long_.add(operation.path());
            }
        }
        assertEquals(Set.of("/admin/v1/publications", "/admin/v1/publications/{revision}/restore"), long_);
        assertFalse(contract.at("/paths").path("/admin/v1/publications/{id}").isMissingNode());
    }

    // --- languages ---

    @Test
    @DisplayName("int-conlang: Content-Language tells the language of what is translated")
    void theLanguageOfTextsIsTold() {
        for (var language : List.of("nl", "fr", "de", "en")) {
            answer("/v1/provinces?lang=" + language).header("Content-Language", equalTo(language));
        }
        answers.forEach((path, answer) -> {
            if (path.startsWith("/v1") && type(answer).equals(APPLICATION_JSON)) {
                assertTrue(answer.header("Content-Language") != null || path.startsWith("/v1/changes"), path);
            }
        });
    }

    @ParameterizedTest(name = "int-negot: Accept-Language: {0} gives {1}")
    @CsvSource(delimiter = '|', textBlock = """
            nl-BE                                               | nl
            fr-BE                                               | fr
            de-BE                                               | de
            nl-BE, nl;q=0.9, fr-BE;q=0.8, fr;q=0.7, *;q=0.5     | nl
            it-IT, fr-CA;q=0.4, de;q=0.6                        | de
            FR-be                                               | fr
            it                                                  | nl
            """)
    void theLanguageIsNegotiated(String accepted, String language) {
        rest().header("Accept-Language", accepted)
                .get("/v1/provinces/limburg")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .header("Vary", containsString("Accept-Language"));
    }

    @Test
    @DisplayName("multi-lang: all translations stand under their ISO 639-1 codes, lang chooses one")
    void translationsStandUnderTheirLanguage() {
        assertEquals(
                Set.of("nl", "fr", "de", "en"),
                get("/v1/provinces/limburg").getMap("names").keySet());
        assertEquals(
                Set.of("nl", "fr", "de", "en"),
                get("/v1/services").getMap("items[0].labels").keySet());
        answer("/v1/provinces/west-vlaanderen?lang=fr").body("name", equalTo("Flandre occidentale"));
    }

    // --- errors ---

    @ParameterizedTest(name = "err-problem, prb-type, err-sanit: {0} {1} is {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /v1/partners?province=x             | 400 | badRequest
            GET    | /v1/partners/nobody                 | 404 | resourceNotFound
            GET    | /v1/nothing                         | 404 | resourceNotFound
            GET    | /admin/v1                           | 404 | resourceNotFound
            POST   | /v1/partners                        | 405 | methodNotAllowed
            DELETE | /health                             | 405 | methodNotAllowed
            GET    | /v1/sources?f=geojson               | 406 | notAcceptable
            GET    | /v1/changes?since=99999999999999999 | 400 | badRequest
            """)
    void everyErrorIsAProblem(String method, String address, int status, String type) {
        var problem = given().urlEncodingEnabled(false)
                .accept("*/*")
                .request(Method.valueOf(method), address)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo(PROBLEM_TYPE + type))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body(
                        "href",
                        STANDARDISED.contains(type)
                                ? equalTo(
                                        "https://www.belgif.be/specification/rest/api-guide/problems/" + type + ".html")
                                : nullValue())
                .extract()
                .asString();
        assertFalse(
                Pattern.compile(
                                "be\\.digicatalogue|[a-z]Exception|java\\.|\\bSQL\\b|postgres|vertx",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(problem)
                        .find(),
                problem);
    }

    @Test
    @DisplayName("prb-type: types are URNs, and explained by the guide just where it has them (departs: about:blank)")
    void theTypesOfProblemsAreUrns() {
        var types = new TreeMap<String, Boolean>();
        contract.at("/components/examples").forEach(example -> {
            var value = example.path("value");
            if (value.path("type").asText().contains("problem-type") && value.has("status")) {
                types.put(value.get("type").asText(), value.has("href"));
            }
        });
        assertTrue(types.size() > 12, types::toString);
        types.forEach((type, explained) -> {
            assertTrue(type.matches("urn:problem-type:belgif:[a-z][A-Za-z]+"), type);
            assertEquals(STANDARDISED.contains(type.substring(PROBLEM_TYPE.length())), explained, type);
        });
    }

    @Test
    @DisplayName("Bad Request, Resource Not Found: issues tell where, which, what was sent and what is allowed")
    void theIssuesTellWhatIsWrong() {
        answer("/v1/partners?pageSize=0")
                .body("issues[0].type", equalTo(PROBLEM_TYPE + "input-validation:schemaViolation"))
                .body("issues[0].in", equalTo("query"))
                .body("issues[0].name", equalTo("pageSize"))
                .body("issues[0].value", equalTo("0"))
                .body("issues[0].detail", containsString("1 to 100"));
        answer("/v1/voka-offices?chamber=voka")
                .body("issues[0].type", equalTo(PROBLEM_TYPE + "input-validation:referencedResourceNotFound"));
        answer("/v1/partners/nobody")
                .statusCode(404)
                .body("issues[0].in", equalTo("path"))
                .body("issues[0].name", equalTo("id"))
                .body("issues[0].value", equalTo("nobody"));
    }

    @Test
    @DisplayName("prb-defaul: every operation has a problem as its default answer")
    void everyOperationHasADefaultProblem() {
        for (var operation : operations()) {
            var content = resolved(operation.node().at("/responses/default")).path("content");
            assertTrue(content.has("application/problem+json"), operation.path());
        }
    }

    @Test
    @DisplayName(
            "req-valid: an unknown parameter is refused as unknownInput at every address, an unknown header is not")
    void unknownInputIsRefused() {
        for (var operation : operations()) {
            var path = operation.path();
            if (answers.containsKey(path) && path.startsWith("/v1")) {
                var address = example(operation);
                var problem = given().urlEncodingEnabled(false)
                        .get(address + (address.contains("?") ? "&" : "?") + "noSuchParameter=1")
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath();
                assertEquals(
                        PROBLEM_TYPE + "input-validation:unknownInput",
                        problem.getString("issues.find { it.name == 'noSuchParameter' }.type"),
                        path);
            }
        }
        rest().header("No-Such-Header", "1").get("/v1/partners").then().statusCode(200);
    }

    // --- the contract ---

    @Test
    @DisplayName("oas-contra, oas-yaml: OpenAPI 3.0, as YAML and as JSON (doc-refdata departs: at /openapi)")
    void theContractIsOpenApi30() {
        assertTrue(contract.get("openapi").asText().startsWith("3.0."));
        given().get("/openapi")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(startsWith("openapi: 3.0"));
        given().get("/openapi?format=json").then().statusCode(200).contentType(APPLICATION_JSON);
    }

    @Test
    @DisplayName("api-version: major, minor and patch in the contract, the major one in the path")
    void theVersionIsTold() {
        var version = contract.at("/info/version").asText();
        assertTrue(version.matches("\\d+\\.\\d+\\.\\d+"), version);
        assertTrue(contract.get("paths").has("/v" + version.substring(0, version.indexOf('.'))));
    }

    @Test
    @DisplayName(
            "oas-doc, oas-descr: a title, summaries, descriptions, and titles for code just where there is no name")
    void theContractExplains() {
        assertTrue(contract.at("/info/title").isTextual()
                && contract.at("/info/description").isTextual());
        for (var operation : operations()) {
            var summary = operation.node().path("summary").asText();
            assertTrue(!summary.isBlank() && summary.length() < 80, operation.path());
        }
        contract.at("/components/schemas")
                .fields()
                .forEachRemaining(schema -> assertFalse(schema.getValue().has("title"), schema.getKey()));
        everyInlineObject((path, schema) -> assertTrue(
                UPPER_CAMEL_CASE.matcher(schema.path("title").asText()).matches(), path));
    }

    @Test
    @DisplayName("oas-tags: each operation has one tag, which is declared and named like a title")
    void everyOperationHasOneTag() {
        var declared = new HashSet<String>();
        contract.get("tags").forEach(tag -> declared.add(tag.get("name").asText()));
        var used = new HashSet<String>();
        for (var operation : operations()) {
            assertEquals(1, operation.node().get("tags").size(), operation.path());
            used.add(operation.node().at("/tags/0").asText());
        }
        assertEquals(declared, used);
        declared.forEach(tag -> assertTrue(tag.matches("[A-Z][A-Za-z]+( [A-Za-z]+)*"), tag));
    }

    @Test
    @DisplayName("openapi-opid: each operation has a name of its own, a verb in lowerCamelCase")
    void everyOperationHasAName() {
        var names = new ArrayList<String>();
        for (var operation : operations()) {
            names.add(operation.node().path("operationId").asText());
        }
        assertEquals(names.size(), Set.copyOf(names).size());
        names.forEach(name -> assertTrue(
                LOWER_CAMEL_CASE.matcher(name).matches()
                        && name.matches(
                                "(get|list|search|query|stream|call|publish|restore|create|replace|change|remove).*"),
                name));
    }

    @Test
    @DisplayName("opbody-req: every request body says whether it is required")
    void everyBodySaysWhetherItIsRequired() {
        var count = new int[1];
        for (var operation : operations()) {
            if (operation.node().has("requestBody")) {
                assertTrue(resolved(operation.node().get("requestBody")).has("required"), operation.path());
                count[0]++;
            }
        }
        assertEquals(10, count[0]);
    }

    @Test
    @DisplayName("sec-req: what an operation requires is a declared scheme; under /admin every one does")
    void everySchemeIsDeclared() {
        for (var operation : operations()) {
            assertEquals(!operation.path().startsWith("/admin"), operation.isPublic(), operation.path());
            operation.node().path("security").forEach(required -> required.fieldNames()
                    .forEachRemaining(scheme -> assertTrue(
                            contract.at("/components/securitySchemes").has(scheme), scheme)));
        }
    }

    @Test
    @DisplayName("gen-header: no operation documents Authorization (departs: Accept-Language, If-None-Match)")
    void generalHeadersAreNotDocumented() {
        assertEquals(
                Set.of(
                        "Accept-Language",
                        "Catalogue-Revision-At-Least",
                        "If-Match",
                        "If-None-Match",
                        "Last-Event-ID",
                        "Mcp-Protocol-Version",
                        "Prefer"),
                parameters("header", name -> true));
    }

    @Test
    @DisplayName("path-param: path parameters in lowerCamelCase")
    void pathParametersAreInLowerCamelCase() {
        assertEquals(
                Set.of(),
                parameters("path", name -> !LOWER_CAMEL_CASE.matcher(name).matches()));
        assertFalse(parameters("path", name -> true).isEmpty());
    }

    @Test
    @DisplayName("oas-exampl, oas-defaul, oas-enum: examples and default values are valid")
    void examplesAndDefaultsAreValid() {
        var schemas = new SchemaValidator(
                new OpenAPIV3Parser().readContents(contract.toString()).getOpenAPI(), new MessageResolver());
        var count = new int[1];
        visit(contract, "", (path, node) -> {
            var values = new ArrayList<JsonNode>();
            // By its name where it has one: read by itself, a schema without a type is taken for an object.
            var schema = path.matches("/components/schemas/[^/]+")
                    ? JSON.createObjectNode().put("$ref", "#" + path)
                    : node.has("schema") ? node.get("schema") : node;
            if (node.has("schema") || path.contains("/schemas/") || path.contains("/schema")) {
                if (node.has("example") && !path.endsWith("/properties")) {
                    values.add(node.get("example"));
                }
                if (node.has("schema")) {
                    node.path("examples")
                            .forEach(example -> values.add(resolved(example).get("value")));
                }
                if (node.has("default") && !path.endsWith("/properties")) {
                    values.add(node.get("default"));
                }
            }
            // Choices without a type, as OGC writes this one, the validator takes for objects.
            if (path.endsWith("/OgcBbox")) {
                values.clear();
            }
            for (var value : values) {
                var report = schemas.validate(
                        () -> value, Json.mapper().convertValue(schema, Schema.class), "validation.example");
                assertFalse(report.hasErrors(), () -> path + " " + value + report.getMessages());
                count[0]++;
            }
        });
        assertTrue(count[0] > 250, () -> "" + count[0]);
    }

    @Test
    @DisplayName("oas-comp, oas-types: components are named in UpperCamelCase and referred to by their kind")
    void componentsAreNamedInOneWay() {
        var generic = new TreeSet<String>();
        contract.get("components")
                .fields()
                .forEachRemaining(kind -> kind.getValue().fieldNames().forEachRemaining(name -> {
                    assertTrue(UPPER_CAMEL_CASE.matcher(name).matches(), kind.getKey() + name);
                    if (kind.getKey().equals("schemas") && GENERIC.matcher(name).find()) {
                        generic.add(name);
                    }
                }));
        assertEquals(Set.of("DataPackage"), generic, "a name that Frictionless gives");
        visit(contract, "", (path, node) -> {
            if (node.path("$ref").isTextual()) {
                var kind = path.matches(".*/(parameters|headers|responses|examples)/[^/]+")
                        ? path.replaceAll(".*/([a-z]+)/[^/]+", "$1")
                        : path.endsWith("/requestBody") ? "requestBodies" : "schemas";
                assertTrue(node.get("$ref").asText().matches("#/components/" + kind + "/[A-Za-z0-9]+"), path);
                assertFalse(resolved(node).isMissingNode(), path);
            }
        });
    }

    @Test
    @DisplayName("addi-prop: no object is closed, so that clients take what is added later")
    void noObjectIsClosed() {
        visit(
                contract,
                "",
                (path, node) -> assertFalse(
                        node.path("additionalProperties").isBoolean()
                                && !node.get("additionalProperties").booleanValue(),
                        path));
    }

    @Test
    @DisplayName("prop-req: what is required is declared")
    void whatIsRequiredIsDeclared() {
        visit(contract, "", (path, node) -> node.path("required").forEach(name -> {
            if (node.has("type")) {
                assertTrue(node.path("properties").has(name.asText()), path + name);
            }
        }));
    }

    @Test
    @DisplayName("dec-type: the numbers are coordinates (departs: the values of figures)")
    void onlyCoordinatesAndFiguresAreNumbers() {
        var numbers = new TreeSet<String>();
        visit(contract.at("/components/schemas"), "", (path, node) -> {
            if (node.path("type").asText().equals("number")
                    && !OTHER_SCHEMA.matcher(path.split("/")[1]).matches()) {
                numbers.add(path);
            }
        });
        assertEquals(
                Set.of("/Figure/properties/value", "/Location/properties/lat", "/Location/properties/lon"), numbers);
    }

    @Test
    @DisplayName(
            "sch-allof, sch-oneof, sch-discr: nothing is told twice (departs: MCP, OGC and what a publication became)")
    void schemasAreComposedSimply() {
        var chosen = new TreeSet<String>();
        visit(contract.get("components"), "", (path, node) -> {
            if (node.path("allOf").isArray()) {
                var names = new HashSet<String>();
                for (var part : node.get("allOf")) {
                    resolved(part)
                            .path("properties")
                            .fieldNames()
                            .forEachRemaining(name -> assertTrue(names.add(name), path + name));
                }
            }
            if (node.has("oneOf")) {
                chosen.add(path);
            }
            assertFalse(node.has("discriminator"), path);
        });
        assertEquals(
                Set.of(
                        "/parameters/OgcBbox/schema",
                        "/schemas/McpMessage/properties/id",
                        "/schemas/PublicationOrRevision"),
                chosen);
    }

    // --- headers, caching, health, events ---

    @ParameterizedTest(name = "hdr-case: {0}")
    @ValueSource(strings = {"If-None-Match", "if-none-match", "IF-NONE-MATCH"})
    void namesOfHeadersAreBlindToCase(String name) {
        given().header(name, "*").get("/v1/partners").then().statusCode(304);
    }

    @Test
    @DisplayName("hdr-case, cst-header: headers in Kebab-Case, own ones with the name of the service before them")
    void ownHeadersSayWhose() {
        var registered = Set.of(
                "Accept-Language",
                "Allow",
                "Cache-Control",
                "Content-Crs",
                "Content-Disposition",
                "Content-Language",
                "ETag",
                "If-Match",
                "If-None-Match",
                "Last-Event-ID",
                "Link",
                "Location",
                "Mcp-Protocol-Version",
                "Prefer",
                "RateLimit",
                "RateLimit-Policy",
                "Retry-After",
                "Vary",
                "WWW-Authenticate");
        var names = parameters("header", name -> true);
        visit(contract, "", (path, node) -> {
            if (path.matches(".*/responses/[^/]+/headers")) {
                node.fieldNames().forEachRemaining(names::add);
            }
        });
        for (var name : names) {
            assertTrue(name.matches("[A-Z][A-Za-z]*(-[A-Z][A-Za-z]*)*"), name);
            assertTrue(registered.contains(name) || name.startsWith("Catalogue-"), name);
        }
    }

    @Test
    @DisplayName("prf-cach, prf-lstmod: what is read may be kept and has an entity tag, by which it is asked again")
    void whatIsReadMayBeKept() {
        for (var operation : operations()) {
            var path = operation.path();
            if (answers.containsKey(path) && path.startsWith("/v1")) {
                var answer = answers.get(path);
                assertTrue(answer.header("Cache-Control").startsWith("public, max-age="), path);
                assertTrue(answer.header("ETag").matches("(W/)?\"[^\"]+\""), path);
                assertFalse(answer.header("Vary").contains("*"), path);
                given().urlEncodingEnabled(false)
                        .header("If-None-Match", answer.header("ETag"))
                        .get(example(operation))
                        .then()
                        .statusCode(304)
                        .body(equalTo(""));
            }
        }
    }

    @Test
    @DisplayName(
            "hlth-res: GET /health has a status for anybody, 200 or 503 (departs: tells of the database and the version)")
    void healthIsTold() {
        rest().get("/health")
                .then()
                .statusCode(200)
                .contentType(APPLICATION_JSON)
                .header("Cache-Control", equalTo("no-store"))
                .body("status", equalTo("UP"));
        assertEquals(
                JSON.createArrayNode().add("UP").add("DEGRADED").add("DOWN"),
                contract.at("/components/schemas/HealthStatus/enum"));
        assertTrue(contract.path("paths").path("/health").at("/get/responses").has("503"));
        assertEquals(Set.of("status", "database", "version"), new HashSet<>(names(json("/health"))));
    }

    @Test
    @DisplayName(
            "async-order: a change names its record and its revision, so its place is known wherever it comes from")
    void aChangeKnowsItsPlace() {
        var keys = new HashSet<String>();
        for (var change : json("/v1/changes").get("items")) {
            assertTrue(keys.add(change.get("revision").longValue()
                    + change.get("type").textValue()
                    + change.get("id").textValue()));
        }
        assertEquals(20, keys.size());
    }

    // --- helpers ---

    private record Operation(String method, String path, JsonNode node) {

        boolean isPublic() {
            return node.path("security").isEmpty();
        }

        List<JsonNode> parameters() {
            return StreamSupport.stream(node.path("parameters").spliterator(), false)
                    .map(BelgifTest::resolved)
                    .toList();
        }
    }

    private static List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        contract.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(operation -> operations.add(new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return operations;
    }

    /** The address of an operation with the examples of what it needs. */
    private static String example(Operation operation) {
        var address = operation.path();
        var query = NEEDED.getOrDefault(operation.path(), "");
        for (var parameter : operation.parameters()) {
            var value = URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8);
            if (parameter.get("in").asText().equals("path")) {
                address = address.replace("{" + parameter.get("name").asText() + "}", value);
            } else if (parameter.path("required").asBoolean()) {
                query += (query.isEmpty() ? "?" : "&") + parameter.get("name").asText() + "=" + value;
            }
        }
        return address + query;
    }

    private static Set<String> paths(Predicate<String> condition) {
        var paths = new TreeSet<String>();
        contract.get("paths").fieldNames().forEachRemaining(path -> {
            if (condition.test(path)) {
                paths.add(path);
            }
        });
        return paths;
    }

    private static Set<String> parameters(String in, Predicate<String> condition) {
        var names = new TreeSet<String>();
        for (var operation : operations()) {
            for (var parameter : operation.parameters()) {
                var name = parameter.get("name").asText();
                if (parameter.get("in").asText().equals(in) && condition.test(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static boolean hasExtension(String path) {
        return path.substring(path.lastIndexOf('/') + 1).contains(".");
    }

    private static Set<String> collections() {
        var collections = new TreeSet<String>();
        for (var path : answers.keySet()) {
            if (path.startsWith("/v1")
                    && !hasExtension(path)
                    && type(answers.get(path)).equals(APPLICATION_JSON)
                    && json(path).has("items")) {
                collections.add(path);
            }
        }
        // Search and changes are lists as well.
        assertEquals(
                be.digicatalogue.record.Schema.loaded().listed().count() + 2,
                collections.size(),
                collections::toString);
        return collections;
    }

    private static JsonNode json(String path) {
        try {
            return JSON.readTree(answers.get(path).asByteArray());
        } catch (IOException unreadable) {
            throw new AssertionError(path, unreadable);
        }
    }

    private static String type(Response answer) {
        return answer.contentType().split(";")[0];
    }

    /** Every value in every JSON answer that has our own form, with the way to it; the whole has none. */
    private static void everyJson(BiConsumer<String, JsonNode> check) {
        int count = 0;
        for (var path : answers.keySet()) {
            if ((path.startsWith("/v1") || path.equals("/health"))
                    && type(answers.get(path)).equals(APPLICATION_JSON)) {
                walk(json(path), "", (above, name) -> true, check);
                count++;
            }
        }
        assertTrue(count > 25);
    }

    /** Every schema of the contract and below, under the name of the component that it is part of. */
    private static void everySchema(BiConsumer<String, JsonNode> check) {
        contract.at("/components/schemas")
                .fields()
                .forEachRemaining(
                        schema -> visit(schema.getValue(), "", (path, part) -> check.accept(schema.getKey(), part)));
    }

    /** Every object that a generator of code has to find a name for. */
    private static void everyInlineObject(BiConsumer<String, JsonNode> check) {
        var count = new int[1];
        visit(contract, "", (path, node) -> {
            if (node.path("type").asText().equals("object")
                    && node.has("properties")
                    && !path.matches("/components/schemas/[^/]+")) {
                check.accept(path, node);
                count[0]++;
            }
        });
        assertTrue(count[0] > 5);
    }

    /** Every media type of a request or an answer with its schema. */
    private static void everyContent(BiConsumer<String, JsonNode> check) {
        visit(contract, "", (path, node) -> {
            if (path.endsWith("/content")) {
                node.fields()
                        .forEachRemaining(type -> check.accept(
                                type.getKey(), resolved(type.getValue().get("schema"))));
            }
        });
    }

    /** All nodes of the contract, but what stands in examples. */
    private static void visit(JsonNode node, String path, BiConsumer<String, JsonNode> check) {
        walk(
                node,
                path,
                (above, name) -> !name.equals("example") && !name.equals("value") || above.endsWith("/properties"),
                check);
    }

    /** A node and all below it, each with the JSON pointer that leads to it, through the fields that are wanted. */
    private static void walk(
            JsonNode node, String path, BiPredicate<String, String> wanted, BiConsumer<String, JsonNode> check) {
        check.accept(path, node);
        node.fields().forEachRemaining(field -> {
            if (wanted.test(path, field.getKey())) {
                walk(field.getValue(), path + "/" + field.getKey().replace("/", "~1"), wanted, check);
            }
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), path + "/" + i, wanted, check);
            }
        }
    }

    private static List<String> links(JsonNode node) {
        var links = new ArrayList<String>();
        for (var name : List.of("href", "self", "first", "prev", "next", "last")) {
            if (node.path(name).isTextual()) {
                links.add(node.get(name).textValue());
            }
        }
        return links;
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode resolved(JsonNode node) {
        var found = node;
        while (found.has("$ref")) {
            found = contract.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }
}
