package be.digicatalogue.graph;

import static be.digicatalogue.graph.GraphOverHttpTest.HttpRequirement.address;
import static be.digicatalogue.graph.GraphOverHttpTest.HttpRequirement.body;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the specification of GraphQL over HTTP requires, requirement by requirement
 * (https://graphql.github.io/graphql-over-http/draft/).
 */
@QuarkusTest
class GraphOverHttpTest extends ApiTest {

    private static final String RESPONSE = "application/graphql-response+json";
    private static final String JSON = "application/json";
    private static final String PROVINCES = "{\"query\":\"{ provinces { id } }\"}";
    private static final String TWO =
            "query A { provinces { id } } query B { partners { totalCount } } subscription C { catalogueChanged { revision } }";

    @TestHTTPResource("/")
    URI service;

    /** One requirement: what is sent, and what the answer must be. */
    record HttpRequirement(
            String requirement,
            String method,
            String address,
            String accept,
            String contentType,
            String body,
            int status,
            String type,
            String says) {

        static HttpRequirement body(
                String requirement, String accept, String body, int status, String type, String says) {
            return new HttpRequirement(requirement, "POST", "/graphql", accept, JSON, body, status, type, says);
        }

        static HttpRequirement address(
                String requirement, String accept, String query, int status, String type, String says) {
            return new HttpRequirement(requirement, "GET", "/graphql?" + query, accept, null, null, status, type, says);
        }

        static HttpRequirement typed(String requirement, String contentType, int status, String says) {
            return new HttpRequirement(
                    requirement, "POST", "/graphql", RESPONSE, contentType, PROVINCES, status, RESPONSE, says);
        }

        static HttpRequirement method(String requirement, String method) {
            return new HttpRequirement(
                    requirement, method, "/graphql", RESPONSE, JSON, PROVINCES, 405, RESPONSE, "Allowed methods: GET");
        }

        @Override
        public String toString() {
            return requirement;
        }
    }

    static Stream<HttpRequirement> requirements() {
        return Stream.of(
                // Media types
                body("MUST support application/graphql-response+json", RESPONSE, PROVINCES, 200, RESPONSE, "limburg"),
                body("MUST support Accept: application/json", JSON, PROVINCES, 200, JSON, "limburg"),
                body("no Accept: as if application/graphql-response+json", null, PROVINCES, 200, RESPONSE, "limburg"),
                body("*/*: the choice of the server", "*/*", PROVINCES, 200, RESPONSE, "limburg"),
                body("application/*: the choice of the server", "application/*", PROVINCES, 200, RESPONSE, "limburg"),
                body("the recommended Accept", RESPONSE + ", " + JSON + ";q=0.9", PROVINCES, 200, RESPONSE, "limburg"),
                body(
                        "the Accept recommended before 2025",
                        RESPONSE + "; charset=utf-8, " + JSON + "; charset=utf-8",
                        PROVINCES,
                        200,
                        RESPONSE,
                        "limburg"),
                body(
                        "MUST encode in the type of the highest priority",
                        RESPONSE + ";q=0.5, " + JSON,
                        PROVINCES,
                        200,
                        JSON,
                        "limburg"),
                body("a named type before a wildcard", JSON + ", text/plain, */*", PROVINCES, 200, JSON, "limburg"),
                body(
                        "a type with q=0 is not acceptable",
                        RESPONSE + ";q=0, */*;q=0.1",
                        PROVINCES,
                        200,
                        JSON,
                        "limburg"),
                body("406 where no type is supported", "text/html", PROVINCES, 406, RESPONSE, "Available"),
                body("406 where the supported types are refused", "*/*;q=0", PROVINCES, 406, RESPONSE, "Available"),
                body("406 for another encoding", JSON + ";charset=iso-8859-1", PROVINCES, 406, RESPONSE, "UTF-8"),
                // Bodies
                HttpRequirement.typed("MUST accept application/json", JSON, 200, "limburg"),
                HttpRequirement.typed(
                        "MUST accept application/json in UTF-8", JSON + "; charset=UTF-8", 200, "limburg"),
                HttpRequirement.typed("4xx without Content-Type", null, 415, "application/json"),
                HttpRequirement.typed(
                        "415 for a form, which any page can send",
                        "application/x-www-form-urlencoded",
                        415,
                        "application/json"),
                HttpRequirement.typed("415 for text, which any page can send", "text/plain", 415, "application/json"),
                HttpRequirement.typed(
                        "415 for files, which any page can send",
                        "multipart/form-data; boundary=x",
                        415,
                        "application/json"),
                HttpRequirement.typed("415 for another encoding", JSON + "; charset=iso-8859-1", 415, "UTF-8"),
                HttpRequirement.typed("a type sent twice, as by GraphiQL", JSON + ", " + JSON, 200, "limburg"),
                HttpRequirement.typed(
                        "a type sent twice, in other words", JSON + "; charset=utf-8,Application/JSON", 200, "limburg"),
                HttpRequirement.typed("a type with a comma in quotes", JSON + "; profile=\"a,b\"", 200, "limburg"),
                HttpRequirement.typed(
                        "415 for a list without end", JSON + "; a=\"" + ",\"".repeat(4_000), 415, "application/json"),
                HttpRequirement.typed("415 for types that differ", JSON + ", text/plain", 415, "application/json"),
                HttpRequirement.typed(
                        "415 for types that differ, the first allowed", "text/plain, " + JSON, 415, "application/json"),
                HttpRequirement.typed(
                        "415 for two types of JSON", JSON + ", application/graphql+json", 415, "application/json"),
                HttpRequirement.typed("415 for two encodings", JSON + ", " + JSON + "; charset=utf-16", 415, "UTF-8"),
                HttpRequirement.typed("415 for a type and nothing", JSON + ",", 415, "application/json"),
                // Methods
                HttpRequirement.method("405 for PUT", "PUT"),
                HttpRequirement.method("405 for DELETE", "DELETE"),
                HttpRequirement.method("405 for PATCH", "PATCH"),
                // Parameters
                body(
                        "400 for JSON that cannot be parsed",
                        RESPONSE,
                        "NONSENSE",
                        400,
                        RESPONSE,
                        "not valid JSON: error at line 1"),
                body("400 for JSON that ends early", RESPONSE, "{\"query\":", 400, RESPONSE, "not valid JSON: it ends"),
                body("400 for JSON that goes on", RESPONSE, PROVINCES + "{}", 400, RESPONSE, "must be a JSON object"),
                body(
                        "400 for JSON that says something twice",
                        RESPONSE,
                        "{\"query\":\"{__typename}\",\"query\":\"{provinces{id}}\"}",
                        400,
                        RESPONSE,
                        "`query` occurs twice"),
                body(
                        "400 for variables that say something twice",
                        RESPONSE,
                        "{\"query\":\"{__typename}\",\"variables\":{\"a\":1,\"a\":2}}",
                        400,
                        RESPONSE,
                        "`a` occurs twice"),
                body("400 for JSON that cannot be parsed, under json", JSON, "NONSENSE", 400, JSON, "not valid JSON"),
                body("400 for no body", RESPONSE, "", 400, RESPONSE, "must be a JSON object"),
                body("400 for a body that is null", RESPONSE, "null", 400, RESPONSE, "must be a JSON object"),
                body("400 for a text", RESPONSE, "\"query\"", 400, RESPONSE, "must be a JSON object"),
                body("400 for no query", RESPONSE, "{\"qeury\":\"{__typename}\"}", 400, RESPONSE, "query"),
                body("400 for no query, under json", JSON, "{\"qeury\":\"{__typename}\"}", 400, JSON, "query"),
                body("400 for a query that is no text", RESPONSE, "{\"query\":1}", 400, RESPONSE, "query"),
                body(
                        "400 for variables that are a list",
                        RESPONSE,
                        "{\"query\":\"{__typename}\",\"variables\":[7]}",
                        400,
                        RESPONSE,
                        "variables"),
                body(
                        "400 for variables that are a list, under json",
                        JSON,
                        "{\"query\":\"{__typename}\",\"variables\":[7]}",
                        400,
                        JSON,
                        "variables"),
                body(
                        "400 for an operationName that is no text",
                        RESPONSE,
                        "{\"query\":\"{__typename}\",\"operationName\":{}}",
                        400,
                        RESPONSE,
                        "operationName"),
                body(
                        "400 for extensions that are no map",
                        RESPONSE,
                        "{\"query\":\"{__typename}\",\"extensions\":\"\"}",
                        400,
                        RESPONSE,
                        "extensions"),
                body(
                        "a list of requests is refused",
                        RESPONSE,
                        " [" + PROVINCES + "]",
                        400,
                        RESPONSE,
                        "Batches of requests"),
                body("a list of requests is refused, under json", JSON, "[]", 400, JSON, "Batches of requests"),
                body(
                        "null is as good as not sent",
                        RESPONSE,
                        "{\"query\":\"{__typename}\",\"operationName\":null,\"variables\":null,\"extensions\":null}",
                        200,
                        RESPONSE,
                        "Query"),
                body(
                        "MUST ignore properties that it does not understand",
                        RESPONSE,
                        "{\"query\":\"{__typename}\",\"foo\":[1],\"extensions\":{\"bar\":1}}",
                        200,
                        RESPONSE,
                        "Query"),
                // Documents
                body(
                        "400 for a document that cannot be parsed",
                        RESPONSE,
                        "{\"query\":\"{\"}",
                        400,
                        RESPONSE,
                        "errors"),
                body("200 for one, under json", JSON, "{\"query\":\"{\"}", 200, JSON, "errors"),
                body("400 for a document that is empty", RESPONSE, "{\"query\":\"\"}", 400, RESPONSE, "errors"),
                body("400 for a document that is not valid", RESPONSE, "{\"query\":\"{ x }\"}", 400, RESPONSE, "'x'"),
                body("200 for one, under json", JSON, "{\"query\":\"{ x }\"}", 200, JSON, "'x'"),
                body("400 where the operation is not clear", RESPONSE, query(TWO, null), 400, RESPONSE, "operation"),
                body("200 where it is not, under json", JSON, query(TWO, null), 200, JSON, "operation"),
                body("400 where the operation is not there", RESPONSE, query(TWO, "D"), 400, RESPONSE, "D"),
                body("the operation that is named is executed", RESPONSE, query(TWO, "B"), 200, RESPONSE, "totalCount"),
                body(
                        "400 for variables that cannot be coerced",
                        RESPONSE,
                        "{\"query\":\"query($id:String!){province(id:$id){id}}\",\"variables\":{\"id\":null}}",
                        400,
                        RESPONSE,
                        "BAD_REQUEST"),
                body(
                        "200 for those, under json",
                        JSON,
                        "{\"query\":\"query($id:String!){province(id:$id){id}}\",\"variables\":{\"id\":null}}",
                        200,
                        JSON,
                        "BAD_REQUEST"),
                body(
                        "200 where a field failed and data is null",
                        RESPONSE,
                        "{\"query\":\"{ partners(first: 0) { totalCount } }\"}",
                        200,
                        RESPONSE,
                        "\"data\":null"),
                body(
                        "200 where a field failed, under json",
                        JSON,
                        "{\"query\":\"{ partners(first: 0) { totalCount } }\"}",
                        200,
                        JSON,
                        "\"data\":null"),
                body(
                        "200 where a field failed beside others",
                        RESPONSE,
                        "{\"query\":\"{ province(id: \\\"limburg\\\") { digibanks(first: 0) { totalCount } } provinces { id } }\"}",
                        200,
                        RESPONSE,
                        "\"province\":null,\"provinces\":[{"),
                body(
                        "a mutation is not valid here",
                        RESPONSE,
                        "{\"query\":\"mutation { x }\"}",
                        400,
                        RESPONSE,
                        "errors"),
                body("a subscription needs a WebSocket", RESPONSE, query(TWO, "C"), 400, RESPONSE, "WebSocket"),
                // GET
                address("MAY accept GET", RESPONSE, "query=%7Bprovinces%7Bid%7D%7D", 200, RESPONSE, "limburg"),
                address("GET encodes a space as a plus", JSON, "query=%7B+__typename+%7D", 200, JSON, "Query"),
                address(
                        "variables by GET are JSON",
                        RESPONSE,
                        "query=" + encoded("query($id:String!){province(id:$id){name}}") + "&variables="
                                + encoded("{\"id\":\"limburg\"}"),
                        200,
                        RESPONSE,
                        "Limburg"),
                address(
                        "an empty parameter is as good as none",
                        RESPONSE,
                        "query=%7B__typename%7D&operationName=&variables=&extensions=",
                        200,
                        RESPONSE,
                        "Query"),
                address(
                        "operationName=null is a name",
                        RESPONSE,
                        "query=" + encoded("query null { __typename } query b { provinces { id } }")
                                + "&operationName=null",
                        200,
                        RESPONSE,
                        "__typename"),
                address("400 for GET without query", RESPONSE, "", 400, RESPONSE, "query"),
                address(
                        "400 for a parameter sent twice",
                        RESPONSE,
                        "query=a&query=b",
                        400,
                        RESPONSE,
                        "takes one value"),
                address("400 for what is no UTF-8", RESPONSE, "query=%ff", 400, RESPONSE, "query"),
                address(
                        "400 for variables that are no JSON",
                        RESPONSE,
                        "query=%7B__typename%7D&variables=x",
                        400,
                        RESPONSE,
                        "variables"),
                address("400 for a document that is not valid", RESPONSE, "query=%7Bx%7D", 400, RESPONSE, "'x'"),
                address(
                        "MUST NOT execute mutations by GET: 405",
                        RESPONSE,
                        "query=mutation%7Bx%7D",
                        405,
                        RESPONSE,
                        "GET"),
                address("405 for one, under json", JSON, "query=mutation%7Bx%7D", 405, JSON, "GET"),
                address(
                        "405 for a mutation that is named",
                        RESPONSE,
                        "query=" + encoded("query a { __typename } mutation b { x }") + "&operationName=b",
                        405,
                        RESPONSE,
                        "GET"),
                address(
                        "405 for a subscription by GET",
                        RESPONSE,
                        "query=" + encoded("subscription { catalogueChanged { revision } }"),
                        405,
                        RESPONSE,
                        "GET"),
                address("406 by GET", "text/html", "query=%7B__typename%7D", 406, RESPONSE, "Available"),
                // Registered documents
                address(
                        "a document by its name",
                        RESPONSE,
                        "documentId=province&variables=" + encoded("{\"id\":\"limburg\"}"),
                        200,
                        RESPONSE,
                        "Limburg"),
                body(
                        "a document by its name in a body",
                        JSON,
                        "{\"documentId\":\"guide\",\"variables\":{\"postalCode\":\"9000\"}}",
                        200,
                        JSON,
                        "Oost-Vlaanderen"),
                body(
                        "an unknown document has a code",
                        RESPONSE,
                        "{\"documentId\":\"sha256:00\"}",
                        400,
                        RESPONSE,
                        "PERSISTED_DOCUMENT_NOT_FOUND"),
                address(
                        "an unknown document, under json",
                        JSON,
                        "documentId=nothing",
                        200,
                        JSON,
                        "PERSISTED_DOCUMENT_NOT_FOUND"),
                body(
                        "a document or a query, not both",
                        RESPONSE,
                        "{\"documentId\":\"guide\",\"query\":\"{__typename}\"}",
                        400,
                        RESPONSE,
                        "not both"));
    }

    private static String query(String document, String operation) {
        return "{\"query\":\"" + document + "\"" + (operation == null ? "" : ",\"operationName\":\"" + operation + "\"")
                + "}";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("requirements")
    void itKeepsToTheSpecification(HttpRequirement one) throws Exception {
        var answer = send(
                one.method(), one.address(), one.body(), "Accept", one.accept(), "Content-Type", one.contentType());
        assertEquals(one.status(), answer.statusCode(), answer.body());
        assertEquals(List.of(one.type() + "; charset=utf-8"), answer.headers().allValues("Content-Type"));
        assertTrue(answer.body().contains(one.says()), answer.body());
        assertFalse(answer.body().contains("be.digicatalogue") || answer.body().contains("Exception"), answer.body());
        boolean errors = answer.body().contains("\"errors\"");
        assertTrue(errors || answer.statusCode() == 200, answer.body());
        if (errors || one.method().equals("POST")) {
            assertEquals(List.of("no-store"), answer.headers().allValues("Cache-Control"));
            assertTrue(answer.headers().firstValue("ETag").isEmpty());
        }
        if (errors && !answer.body().contains("PERSISTED_DOCUMENT_NOT_FOUND")) {
            assertTrue(answer.body().contains("\"code\":\"BAD_REQUEST\""), answer.body());
        }
        assertEquals(one.status() == 405, answer.headers().firstValue("Allow").isPresent());
    }

    @Test
    void aQueryByGetIsCacheableAndKnownByItsTag() throws Exception {
        var address = "/graphql?query=" + encoded("{ partners(first: 100) { nodes { name } } }");
        var answer = send("GET", address, null);
        assertEquals(200, answer.statusCode());
        assertEquals(
                "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
                answer.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "Accept, Accept-Encoding, Accept-Language",
                answer.headers().firstValue("Vary").orElse(""));
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.startsWith("W/\""), tag);
        for (var method : List.of("GET", "HEAD")) {
            var same = send(method, address, null, "If-None-Match", "\"x\", " + tag);
            assertEquals(304, same.statusCode());
            assertEquals("", same.body());
            assertEquals(tag, same.headers().firstValue("ETag").orElse(""));
        }
        assertNotEquals(
                tag,
                send("GET", address.replace("100", "99").replace("name", "id"), null)
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow());
        assertEquals(
                200,
                send("POST", "/graphql", PROVINCES, "Content-Type", JSON, "If-None-Match", "*")
                        .statusCode());
    }

    @Test
    void headIsGetWithoutABody() throws Exception {
        for (var query : List.of("query=%7Bprovinces%7Bid%7D%7D", "query=%7Bx%7D", "query=mutation%7Bx%7D", "")) {
            var get = send("GET", "/graphql?" + query, null);
            var head = send("HEAD", "/graphql?" + query, null);
            assertEquals(get.statusCode(), head.statusCode(), query);
            assertEquals("", head.body());
            for (var header : List.of("Content-Type", "Cache-Control", "ETag", "Vary", "Allow", "Content-Length")) {
                assertEquals(get.headers().allValues(header), head.headers().allValues(header), query + " " + header);
            }
        }
    }

    @Test
    void theLanguageOfTheAddressCountsBeforeThatOfTheHeader() throws Exception {
        var query = "query=" + encoded("{ province(id: \"antwerpen\") { name } }");
        var french = send("GET", "/graphql?lang=fr&" + query, null, "Accept-Language", "en");
        assertTrue(french.body().contains("Anvers"), french.body());
        assertEquals("fr", french.headers().firstValue("Content-Language").orElse(""));
        assertEquals(
                "Accept, Accept-Encoding", french.headers().firstValue("Vary").orElse(""));
        var neither = send("GET", "/graphql?lang=xx&" + query, null, "Accept-Language", "en");
        assertEquals(
                "Accept, Accept-Encoding, Accept-Language",
                neither.headers().firstValue("Vary").orElse(""));
        var english = send("GET", "/graphql?" + query, null, "Accept-Language", "en");
        assertTrue(english.body().contains("Antwerp\""), english.body());
        assertEquals("en", english.headers().firstValue("Content-Language").orElse(""));
    }

    @Test
    void answersAreCompressedForWhoAsks() throws Exception {
        var request = HttpRequest.newBuilder(
                        service.resolve("/graphql?query=" + encoded("{ partners(first: 100) { nodes { name } } }")))
                .header("Accept-Encoding", "gzip");
        var packed = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        var plain = send("GET", request.build().uri().toString(), null);
        assertArrayEquals(
                plain.body().getBytes(StandardCharsets.UTF_8),
                new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
    }

    @Test
    void whatIsSentIsKeptToTheContract() {
        rest().queryParam("query", "{ provinces { name names { fr } } }")
                .get("/graphql")
                .then()
                .statusCode(200);
        rest().queryParam("query", "{ x }").get("/graphql").then().statusCode(400);
        rest().queryParam("query", "mutation { x }").get("/graphql").then().statusCode(405);
        rest().queryParam("documentId", "x").get("/graphql").then().statusCode(400);
        rest().accept("text/html").get("/graphql").then().statusCode(406);
        rest().contentType("text/plain").body("{}").post("/graphql").then().statusCode(415);
    }

    @Test
    void anAddressThatCannotBeDecodedIsRefusedWhateverTheBodyIs() throws Exception {
        var refused = send("POST", "/graphql?lang=%ff", PROVINCES, "Content-Type", JSON);
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("\"argument\":\"lang\""), refused.body());
    }

    @ParameterizedTest
    @CsvSource({"application/json, 200", "Application/JSON; charset=utf-8, 200", "text/plain, 415"})
    void aTypeMayStandInTwoLinesThatAgree(String other, int status) throws Exception {
        var answer = send("POST", "/graphql", PROVINCES, "Content-Type", JSON, "Content-Type", other);
        assertEquals(status, answer.statusCode(), answer.body());
    }

    @Test
    void methodsAreTold() throws Exception {
        var options = send("OPTIONS", "/graphql", null);
        assertEquals(204, options.statusCode());
        assertEquals(
                "GET, HEAD, POST, OPTIONS",
                options.headers().firstValue("Allow").orElse(""));
    }

    /** As Apollo clients do: the hash first, the document with it when that is not known, the hash alone from then on. */
    @ParameterizedTest
    @CsvSource({"GET", "POST"})
    void automaticPersistedQueriesAreRegisteredByWhoAsks(String method) throws Exception {
        var document = "{ partners(first: 3) { nodes { id name } } }  # " + method;
        var hash = PersistedQueries.sha256(document.getBytes(StandardCharsets.UTF_8));
        var first = persisted(method, null, hash);
        assertEquals(400, first.statusCode());
        assertTrue(
                first.body()
                        .contains("{\"message\":\"PersistedQueryNotFound\","
                                + "\"extensions\":{\"code\":\"PERSISTED_QUERY_NOT_FOUND\"}}"),
                first.body());
        assertEquals("no-store", first.headers().firstValue("Cache-Control").orElse(""));
        var registered = persisted(method, document, hash);
        assertEquals(200, registered.statusCode());
        var byHash = persisted(method, null, hash);
        assertEquals(200, byHash.statusCode());
        assertEquals(registered.body(), byHash.body());
    }

    @Test
    void aPersistedQueryCannotBePutInPlaceOfAnother() throws Exception {
        var mine = "{ chambers { id } }";
        var hash = PersistedQueries.sha256(mine.getBytes(StandardCharsets.UTF_8));
        for (var other : List.of("{ provinces { id } }", "{ chambers { id } } ", "")) {
            var refused = persisted("POST", other, hash);
            assertEquals(400, refused.statusCode(), other);
            assertTrue(refused.body().contains("SHA-256"), refused.body());
        }
        assertTrue(persisted("POST", null, hash).body().contains("PERSISTED_QUERY_NOT_FOUND"));
        persisted("POST", mine, hash);
        assertEquals(400, persisted("POST", "{ provinces { id } }", hash).statusCode());
        assertTrue(persisted("POST", null, hash).body().contains("chambers"));
        var wrong = "{ nothing }";
        var ofWrong = PersistedQueries.sha256(wrong.getBytes(StandardCharsets.UTF_8));
        assertEquals(400, persisted("POST", wrong, ofWrong).statusCode());
        assertTrue(
                persisted("POST", null, ofWrong).body().contains("PERSISTED_QUERY_NOT_FOUND"),
                "what is not valid takes no room");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version":2,"sha256Hash":"0000000000000000000000000000000000000000000000000000000000000000"}
            {"version":1,"sha256Hash":"short"}
            {"version":1,"sha256Hash":1}
            {"version":1}
            "hash"
            """)
    void aHashThatIsNoneIsRefused(String extension) throws Exception {
        var refused = send(
                "POST",
                "/graphql",
                "{\"query\":\"{__typename}\",\"extensions\":{\"persistedQuery\":" + extension + "}}",
                "Content-Type",
                JSON);
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("\"argument\":\"extensions\""), refused.body());
    }

    @Test
    void fragmentsOfFragmentsAreCountedWithoutBeingFollowed() throws Exception {
        var bomb = new StringBuilder("{ partner(id: \\\"vives\\\") { ...f0 } }");
        for (int i = 0; i < 200; i++) {
            bomb.append(" fragment f")
                    .append(i)
                    .append(" on Partner { ...f")
                    .append(i + 1)
                    .append(" a")
                    .append(i)
                    .append(": id ...f")
                    .append(i + 1)
                    .append(" }");
        }
        var answer = send(
                "POST",
                "/graphql",
                "{\"query\":\"" + bomb + " fragment f200 on Partner { id }\"}",
                "Content-Type",
                JSON);
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("errors"), answer.body());
    }

    private HttpResponse<String> persisted(String method, String document, String hash) throws Exception {
        var extensions = "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}";
        return method.equals("GET")
                ? send(
                        "GET",
                        "/graphql?" + (document == null ? "" : "query=" + encoded(document) + "&") + "extensions="
                                + encoded(extensions),
                        null)
                : send(
                        "POST",
                        "/graphql",
                        "{" + (document == null ? "" : "\"query\":\"" + document + "\",") + "\"extensions\":"
                                + extensions + "}",
                        "Content-Type",
                        JSON);
    }

    /** With the client of the JDK, which sends no header that it was not told to. */
    private HttpResponse<String> send(String method, String address, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(address))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i + 1] != null) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
