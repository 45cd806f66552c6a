package be.digicatalogue.graph;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.GraphqlSocket;
import be.digicatalogue.JsonAnswer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Arguments are taken and refused as the specification says of the input of each type
 * (https://spec.graphql.org/October2021/#sec-Scalars), whichever way they come.
 */
@QuarkusTest
class InputCoercionTest extends ApiTest {

    private static final String RESPONSE = "application/graphql-response+json";

    @TestHTTPResource("/")
    URI service;

    private static GraphqlSocket socket;

    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();

    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            // That an event loop was held tells how busy the machine is.
            if (entry.getLevel().intValue() > Level.FINE.intValue()
                    && !entry.getLoggerName().equals("io.vertx.core.impl.BlockedThreadChecker")) {
                logged.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @AfterAll
    static void close() {
        socket.close();
    }

    @BeforeEach
    void listen() {
        log.setFilter(new QuietRefusals());
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void nothingWasLogged() {
        Logger.getLogger("").removeHandler(log);
        assertEquals(
                List.of(),
                logged.stream()
                        .map(entry -> entry.getLoggerName() + ": " + entry.getMessage())
                        .toList());
    }

    /** A document, its variables, and the argument that is refused; none when the document is answered. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { changes(since: 0) { totalCount } }                                  |                                |
            { changes(since: 1) { totalCount } }                                  |                                |
            { changes(since: 2147483648) { totalCount } }                         |                                | since
            { changes(since: -2147483649) { totalCount } }                        |                                | since
            { partners(first: 100) { totalCount } }                               |                                |
            { partners(first: 101) { totalCount } }                               |                                | first
            { partners(first: 0) { totalCount } }                                 |                                | first
            { partners(first: -2147483648) { totalCount } }                       |                                | first
            { partners(first: 4294967298) { totalCount } }                        |                                | first
            { partners(first: 18446744073709551618) { totalCount } }              |                                | first
            { partners(first: 1e2) { totalCount } }                               |                                | first
            { partners(first: 2.0) { totalCount } }                               |                                | first
            { partners(first: 2.7) { totalCount } }                               |                                | first
            { partners(first: 1e999999999) { totalCount } }                       |                                | first
            { partners(first: "2") { totalCount } }                               |                                | first
            { partners(first: true) { totalCount } }                              |                                | first
            { partners(first: TWO) { totalCount } }                               |                                | first
            { partners(first: [2]) { totalCount } }                               |                                | first
            { partners(first: {n: 2}) { totalCount } }                            |                                | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":100}                      |
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":1e2}                      |
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":2.0}                      |
            query($n: Int) { partners(first: $n) { totalCount } }                 | {}                             |
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":2147483647}               | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":2147483648}               | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":-2147483649}              | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":4294967298}               | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":99999999999999999999999}  | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":2.7}                      | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":1e30}                     | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":1e999999999}              | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":1e-999999999}             | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":"2"}                      | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":true}                     | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":[2]}                      | first
            query($n: Int) { partners(first: $n) { totalCount } }                 | {"n":{"n":2}}                  | first
            query($n: Int!) { partners(first: $n) { totalCount } }                | {"n":null}                     | first
            query($n: Int!) { partners(first: $n) { totalCount } }                | {}                             | first
            query($n: Int = 3) { partners(first: $n) { totalCount } }             | {}                             |
            query($n: Int = 2147483648) { partners(first: $n) { totalCount } }    | {}                             | first
            query($n: Int = 1e1) { partners(first: $n) { totalCount } }           | {}                             | first
            query($n: Int = "3") { partners(first: $n) { totalCount } }           | {}                             | first
            query($n: Float) { partners(first: $n) { totalCount } }               | {"n":3}                        | first
            query($p: String, $n: Int) { ...f } fragment f on Query { partners(province: $p, first: $n) { totalCount } } | {"n":"3"} | first
            { servicePoints(lat: 51, lon: 4) { totalCount } }                     |                                |
            { servicePoints(lat: 51.05, lon: 3.7) { totalCount } }                |                                |
            { servicePoints(lat: 5.1e1, lon: 37E-1) { totalCount } }              |                                |
            { servicePoints(lat: "51.05", lon: 3.7) { totalCount } }              |                                | lat
            { servicePoints(lat: true, lon: 3.7) { totalCount } }                 |                                | lat
            { servicePoints(lat: NaN, lon: 3.7) { totalCount } }                  |                                | lat
            { servicePoints(lat: 51.05, lon: 1e999) { totalCount } }              |                                | lon
            { servicePoints(lat: 51.05, lon: -1e999999999) { totalCount } }       |                                | lon
            query($x: Float) { servicePoints(lat: $x, lon: 3.7) { totalCount } }  | {"x":51}                       |
            query($x: Float) { servicePoints(lat: $x, lon: 3.7) { totalCount } }  | {"x":51.05}                    |
            query($x: Int) { servicePoints(lat: $x, lon: 3.7) { totalCount } }    | {"x":51}                       | lat
            query($x: Float) { servicePoints(lat: $x, lon: 3.7) { totalCount } }  | {"x":1e999999}                 | lat
            query($x: Float) { servicePoints(lat: $x, lon: 3.7) { totalCount } }  | {"x":-1e999999999}             | lat
            query($x: Float) { servicePoints(lat: $x, lon: 3.7) { totalCount } }  | {"x":"51.05"}                  | lat
            query($x: Float) { servicePoints(lat: $x, lon: 3.7) { totalCount } }  | {"x":"NaN"}                    | lat
            query($x: Float) { servicePoints(lat: $x, lon: 3.7) { totalCount } }  | {"x":false}                    | lat
            query($x: Float = 51) { servicePoints(lat: $x, lon: 3.7) { totalCount } } | {}                         |
            query($x: Float = "51") { servicePoints(lat: $x, lon: 3.7) { totalCount } } | {}                       | lat
            { servicePoints(postalCode: "9000", radius: 1) { totalCount } }       |                                |
            { servicePoints(postalCode: "9000", radius: 100001) { totalCount } }  |                                | radius
            { servicePoints(postalCode: "9000", radius: 4294967297) { totalCount } } |                             | radius
            { servicePoints(postalCode: 9000) { totalCount } }                    |                                | postalCode
            { province(id: "limburg") { name } }                                  |                                |
            { province(id: "") { name } }                                         |                                |
            { province(id: 7) { name } }                                          |                                | id
            { province(id: 7.5) { name } }                                        |                                | id
            { province(id: true) { name } }                                       |                                | id
            { province(id: limburg) { name } }                                    |                                | id
            { province(id: null) { name } }                                       |                                | id
            { province { name } }                                                 |                                | id
            query($id: String!) { province(id: $id) { name } }                    | {"id":7}                       | id
            query($id: String!) { province(id: $id) { name } }                    | {"id":false}                   | id
            query($id: String!) { province(id: $id) { name } }                    | {"id":["limburg"]}             | id
            query($id: String!) { province(id: $id) { name } }                    | {"id":{}}                      | id
            query($id: String!) { province(id: $id) { name } }                    | {"id":null}                    | id
            query($id: String) { province(id: $id) { name } }                     | {"id":"limburg"}               | id
            query($id: String! = 7) { province(id: $id) { name } }                | {}                             | id
            query($id: Int!) { province(id: $id) { name } }                       | {"id":7}                       | id
            { servicePoints(openNow: true) { totalCount } }                       |                                |
            { servicePoints(openNow: "true") { totalCount } }                     |                                | openNow
            { servicePoints(openNow: 1) { totalCount } }                          |                                | openNow
            { servicePoints(openNow: TRUE) { totalCount } }                       |                                | openNow
            query($o: Boolean) { servicePoints(openNow: $o) { totalCount } }      | {"o":false}                    |
            query($o: Boolean) { servicePoints(openNow: $o) { totalCount } }      | {"o":"false"}                  | openNow
            query($o: Boolean) { servicePoints(openNow: $o) { totalCount } }      | {"o":0}                        | openNow
            query($o: Boolean = 0) { servicePoints(openNow: $o) { totalCount } }  | {}                             | openNow
            query($o: Boolean!) { provinces @include(if: $o) { name } }           | {"o":"yes"}                    | if
            { partners(kind: UNIVERSITY) { totalCount } }                         |                                |
            { partners(kind: "UNIVERSITY") { totalCount } }                       |                                | kind
            { partners(kind: university) { totalCount } }                         |                                | kind
            { partners(kind: SCHOOL) { totalCount } }                             |                                | kind
            { partners(kind: 1) { totalCount } }                                  |                                | kind
            query($k: PartnerKind) { partners(kind: $k) { totalCount } }          | {"k":"UNIVERSITY"}             |
            query($k: PartnerKind) { partners(kind: $k) { totalCount } }          | {"k":"university"}             | kind
            query($k: PartnerKind) { partners(kind: $k) { totalCount } }          | {"k":0}                        | kind
            query($k: PartnerKind = SCHOOL) { partners(kind: $k) { totalCount } } | {}                             | kind
            query($k: PartnerKind = "HOSPITAL") { partners(kind: $k) { totalCount } } | {}                         | kind
            { servicePoints(service: [TRAINING, REPAIR]) { totalCount } }         |                                |
            { servicePoints(service: TRAINING) { totalCount } }                   |                                |
            { servicePoints(service: []) { totalCount } }                         |                                |
            { servicePoints(service: [TRAINING, null]) { totalCount } }           |                                |
            { servicePoints(service: [TRAINING, "REPAIR"]) { totalCount } }       |                                | service
            { servicePoints(service: [[TRAINING]]) { totalCount } }               |                                | service
            { servicePoints(service: [TRAINING, BEER]) { totalCount } }           |                                | service
            query($s: [ServiceCode]) { servicePoints(service: $s) { totalCount } } | {"s":["TRAINING","REPAIR"]}   |
            query($s: [ServiceCode]) { servicePoints(service: $s) { totalCount } } | {"s":"TRAINING"}              |
            query($s: [ServiceCode]) { servicePoints(service: $s) { totalCount } } | {"s":["TRAINING",3]}          | service
            query($s: [ServiceCode]) { servicePoints(service: $s) { totalCount } } | {"s":["BEER"]}                | service
            query($s: [ServiceCode!]) { servicePoints(service: $s) { totalCount } } | {"s":["TRAINING",null]}      | service
            query($s: ServiceCode) { servicePoints(service: [TRAINING, $s]) { totalCount } } | {"s":"REPAIR"}      |
            query($s: ServiceCode) { servicePoints(service: [TRAINING, $s]) { totalCount } } | {"s":7}             | service
            { consortia(validOn: "2024-02-29") { id } }                           |                                |
            { consortia(validOn: "2024-02-30") { id } }                           |                                | validOn
            { consortia(validOn: 20240229) { id } }                               |                                | validOn
            { _entities(representations: {__typename: "Province", id: "limburg"}) { __typename } } |               |
            { _entities(representations: [{__typename: "Province", id: null}]) { __typename } } |                  | representations
            { _entities(representations: [{__typename: "Province", id: ["a", null]}]) { __typename } } |           | representations
            { _entities(representations: [{__typename: "Province", id: 1e999999999}]) { __typename } } |           | representations
            { _entities(representations: [7, "x", true]) { __typename } }         |                                | representations
            { _entities(representations: [null]) { __typename } }                 |                                | representations
            query($r: [_Any!]!) { _entities(representations: $r) { __typename } } | {"r":[{"__typename":"Province","id":"limburg"}]} |
            query($r: [_Any!]!) { _entities(representations: $r) { __typename } } | {"r":[null]}                   | representations
            query($r: [_Any!]!) { _entities(representations: $r) { __typename } } | {"r":[4294967298]}             | representations
            query($i: String!) { _entities(representations: [{__typename: "Province", id: $i}]) { __typename } } | {"i":"limburg"} |
            query($i: Date!) { _entities(representations: [{__typename: "Province", id: $i}]) { __typename } } | {"i":"2024-02-30"} | representations
            query($i: Date = "2023-02-29") { _entities(representations: [{__typename: "Province", id: $i}]) { __typename } } | {} | representations
            query($i: DateTime!) { _entities(representations: [{__typename: "Province", id: $i}]) { __typename } } | {"i":"2024-02-28T25:00:00Z"} | representations
            query($i: DateTime!) { _entities(representations: [{__typename: "Province", id: $i}]) { __typename } } | {"i":17} | representations
            query($i: BigDecimal!) { _entities(representations: [{__typename: "Province", id: $i}]) { __typename } } | {"i":"x"} | representations
            query($i: BigDecimal = true) { _entities(representations: [{__typename: "Province", id: $i}]) { __typename } } | {} | representations
            """)
    void isTakenOrRefusedAsTheSpecificationSays(String document, String variables, String argument) throws Exception {
        var request = JsonNodeFactory.instance.objectNode().put("query", document);
        if (variables != null) {
            request.putRawValue("variables", new RawValue(variables));
        }
        var body = new ObjectMapper().writeValueAsString(request);
        var posted = given().contentType("application/json")
                .accept(RESPONSE)
                .body(body)
                .post("/graphql");
        assertTrue(posted.statusCode() == 200 || argument != null && posted.statusCode() == 400, posted.asString());
        check(new JsonAnswer(posted.asString()), argument, "errors");

        var address = given().accept(RESPONSE).queryParam("query", document);
        var got = (variables == null ? address : address.queryParam("variables", variables)).get("/graphql");
        assertEquals(posted.statusCode(), got.statusCode());
        assertEquals(posted.asString(), got.asString());

        var id = UUID.randomUUID().toString();
        socket().subscribeWith(id, body);
        var told = socket.next(id);
        check(told, argument, told.getString("type").equals("error") ? "payload" : "payload.errors");
    }

    private GraphqlSocket socket() throws InterruptedException {
        if (socket == null) {
            socket = new GraphqlSocket(service);
        }
        return socket;
    }

    /** @param errors where they are; an operation that is refused over a WebSocket has nothing else */
    private static void check(JsonPath answer, String argument, String errors) {
        List<Object> told = answer.getList(errors);
        if (argument == null) {
            assertNull(told);
            return;
        }
        assertEquals("BAD_REQUEST", answer.getString(errors + "[0].extensions.code"), answer::prettify);
        assertEquals(argument, answer.getString(errors + "[0].extensions.argument"), answer::prettify);
        var message = answer.getString(errors + "[0].message");
        assertTrue(message.length() < 500, message);
        assertFalse(message.contains("Value{") || message.contains("java") || message.contains("Exception"), message);
    }
}
