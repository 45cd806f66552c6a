package be.digicatalogue.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.GraphqlSocket;
import be.digicatalogue.fact.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors on every face, in the language that is asked for and in English when none is. */
@QuarkusTest
class ProblemLanguageTest extends ApiTest {

    @TestHTTPResource
    URI service;

    private static final Pattern TEMPLATE = Pattern.compile("\\{(\\w+)}");

    /** What an issue says in each language of a value that is not allowed. */
    private static final Map<Language, Pattern> EXPECTED = Map.of(
            Language.NL, Pattern.compile("(Ongeldige|Onbekende) waarde .*\\. Verwacht: .+\\."),
            Language.FR, Pattern.compile("Valeur .* (non valide|inconnue) pour .*\\. Attendu\u00a0: .+\\."),
            Language.DE, Pattern.compile("(Ungültiger|Unbekannter) Wert .*\\. Erwartet: .+\\."),
            Language.EN, Pattern.compile("(Invalid|Unknown) `.*` value .*: expected .+\\."));

    /** Addresses of the contract with a value that no parameter allows, each with the parameter. */
    private static Map<String, String> badValues() throws IOException {
        var contract = new YAMLMapper().readTree(Path.of("openapi/openapi.yaml").toFile());
        var addresses = new LinkedHashMap<String, String>();
        contract.get("paths").properties().forEach(path -> {
            if (path.getKey().startsWith("/v1") || path.getKey().startsWith("/ogc")) {
                var parameters = new ArrayList<JsonNode>();
                path.getValue()
                        .path("get")
                        .path("parameters")
                        .forEach(parameter -> parameters.add(
                                parameter.has("$ref")
                                        ? contract.at(
                                                parameter.get("$ref").asText().substring(1))
                                        : parameter));
                var address = TEMPLATE.matcher(path.getKey()).replaceAll(name -> example(parameters, name.group(1)));
                parameters.stream()
                        .filter(parameter -> parameter.get("in").asText().equals("query"))
                        // An object is the parameters of another address.
                        .filter(parameter ->
                                !parameter.at("/schema/type").asText().equals("object"))
                        .map(parameter -> parameter.get("name").asText())
                        .forEach(name -> addresses.put(address + "?" + name + "=%00", name));
            }
        });
        return addresses;
    }

    private static String example(List<JsonNode> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.get("name").asText().equals(name))
                .map(parameter -> parameter.has("example")
                        ? parameter.get("example").asText()
                        : parameter.at("/schema/enum/0").asText())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aBadValueOfAnyParameterOfTheContractIsExplained(Language language) throws IOException {
        var addresses = badValues();
        assertTrue(addresses.size() > 150, () -> "addresses: " + addresses.size());
        addresses.forEach((address, name) -> {
            var answer = given().urlEncodingEnabled(false)
                    .header("Accept-Language", language.tag())
                    .get(address)
                    .then()
                    .statusCode(400)
                    .header("Content-Language", language.tag())
                    .header("Vary", containsString("Accept-Language"))
                    .extract();
            var path = answer.contentType().contains("problem")
                    ? "issues.find { it.name == '" + name + "' }.detail"
                    : "parameters.find { it.name == '" + name + "' }.description";
            String detail = answer.jsonPath().getString(path);
            assertTrue(
                    detail != null && EXPECTED.get(language).matcher(detail).matches(), () -> address + ": " + detail);
        });
    }

    /** What is sent as {@code lang} and as {@code Accept-Language}, and the language of the answer. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -  | -                 | en | yes
            -  | nl                | nl | yes
            -  | fr-BE, fr;q=0.9   | fr | yes
            -  | es, de;q=0.5      | de | yes
            -  | es                | en | yes
            -  | *                 | en | yes
            -  | ;;;               | en | yes
            nl | -                 | nl | no
            fr | de                | fr | no
            it | de                | de | yes
            """)
    void theAddressGoesBeforeTheHeaderAndEnglishIsLast(String lang, String header, String language, String varies) {
        var request = rest().urlEncodingEnabled(false);
        if (header != null) {
            request.header("Accept-Language", header);
        }
        var address = "/v1/partners?page=0" + (lang == null ? "" : "&lang=" + lang);
        var vary = request.get(address)
                .then()
                .statusCode(400)
                .header("Content-Language", language)
                .body("title", equalTo("Bad Request"))
                .extract()
                .header("Vary");
        assertEquals(
                varies.equals("yes") ? "Accept, Accept-Encoding, Accept-Language" : "Accept, Accept-Encoding", vary);
    }

    /** A cache that keeps one of them has the header that tells them apart. */
    @Test
    void theSameAddressIsRefusedInEachLanguageInTurn() {
        for (var turn : List.of("nl", "fr", "de", "en", "nl")) {
            given().header("Accept-Language", turn)
                    .get("/v1/partners/nobody")
                    .then()
                    .statusCode(404)
                    .header("Content-Language", turn)
                    .header("Cache-Control", containsString("max-age=60"))
                    .header("Vary", "Accept, Accept-Encoding, Accept-Language");
        }
    }

    /** Problems of the pipeline, of the router and of REST. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /nothing                            | 404 | Er is niets op `/nothing`. Begin bij `/v1`.
            GET    | /v1/partners/nobody                 | 404 | Er is geen record met de id `nobody`.
            DELETE | /v1/partners                        | 405 | Deze methode is hier niet toegelaten. Toegelaten methodes: GET, HEAD, OPTIONS.
            GET    | /v1/sources?f=geojson               | 406 | Dit formaat is hier niet beschikbaar.
            GET    | /v1/partners?q=%FF                  | 400 | Er zijn fouten in het verzoek. Zie `issues`.
            GET    | /v1/guide.csv                       | 404 | Er is geen lijst `guide` onder `/v1`.
            GET    | /v1/services.geojson                | 404 | De records van deze lijst hebben geen plaats op de kaart.
            GET    | /export/nothing.csv                 | 404 | Er is geen tabel `nothing`.
            GET    | /id/partners/nobody                 | 404 | Er is geen record met de naam `partners/nobody`.
            GET    | /ldes/nothing                       | 404 | Er is geen pagina `nothing`.
            GET    | /embed/v1-nothing.js                | 404 | Er is geen versie `nothing` van het script.
            GET    | /admin/v1                           | 404 | Er is niets op `/admin/v1`.
            POST   | /graphql/schema.graphql             | 405 | Deze methode is hier niet toegelaten.
            """)
    void aProblemIsExplainedInDutch(String method, String address, int status, String detail) {
        given().urlEncodingEnabled(false)
                .header("Accept-Language", "nl-BE")
                .request(method, address)
                .then()
                .statusCode(status)
                .header("Content-Language", "nl")
                .body("detail", containsString(detail));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nl | Ongeldige `filter` bij teken 12. Verwacht: een attribuut of een waarde.
            fr | `filter` non valide au caractère 12. Attendu\u00a0: un attribut ou une valeur.
            de | Ungültiger `filter` bei Zeichen 12. Erwartet: ein Attribut oder ein Wert.
            en | Invalid `filter` at character 12: expected an attribute or a value.
            """)
    void anExceptionOfOgcIsExplained(String language, String description) {
        given().urlEncodingEnabled(false)
                .header("Accept-Language", language)
                .get("/ogc/collections/service-points/items?filter=province%20%3D%20")
                .then()
                .statusCode(400)
                .header("Content-Language", language)
                .body("code", equalTo("BadRequest"))
                .body("description", equalTo(description));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            nl | { partners(first: 0) { totalCount } } | Ongeldige waarde `0` voor `first`. Verwacht: een geheel getal van 1 tot 100.
            fr | { partners(first: 0) { totalCount } } | Valeur `0` non valide pour `first`. Attendu\u00a0: un nombre entier de 1 à 100.
            de | { partners(first: 0) { totalCount } } | Ungültiger Wert `0` für `first`. Erwartet: eine ganze Zahl von 1 bis 100.
            en | { partners(first: 0) { totalCount } } | Invalid `first` value `0`: expected a whole number from 1 to 100.
            nl | { partners(first: "a") { totalCount } } | Ongeldige waarde `"a"` voor `first`. Verwacht: een geheel getal
            de | { nothing } | Feld 'nothing' vom Typ 'Query' ist nicht definiert
            nl | { nothing } | Veld 'nothing' in type 'Query' is ongedefinieerd
            fr | { nothing } | Le champ 'nothing' n'existe pas dans le type 'Query'
            fr | { provinces | Syntaxe non valide, '<EOF>' inattendu à la ligne 1, colonne 12
            en | { nothing } | Field 'nothing' in type 'Query' is undefined
            """)
    void anErrorOfGraphqlIsExplained(String language, String query, String message) {
        given().header("Accept-Language", language)
                .contentType("application/json")
                .body(Map.of("query", query))
                .post("/graphql")
                .then()
                .body("errors[0].message", startsWith(message))
                .body("errors[0].extensions.code", equalTo("BAD_REQUEST"));
    }

    @Test
    void anErrorOverAWebSocketIsExplained() throws Exception {
        try (var socket = new GraphqlSocket(service, "127.0.0.1", "nl")) {
            socket.subscribe("value", "{ partners(first: 0) { totalCount } }");
            assertEquals(
                    "Ongeldige waarde `0` voor `first`. Verwacht: een geheel getal van 1 tot 100.",
                    socket.next("value").getString("payload[0].message"));
            socket.subscribe("field", "{ nothing }");
            assertTrue(socket.next("field").prettify().contains("Veld 'nothing' in type 'Query' is ongedefinieerd"));
        }
    }

    @Test
    void aRequestWithoutAQueryIsExplained() {
        given().header("Accept-Language", "nl")
                .contentType("application/json")
                .body("{}")
                .post("/graphql")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("Het document ontbreekt."));
    }

    /** A tool says in its arguments which language it wants, a client in its header. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -  | de | Ungültiger Wert `500` für `pageSize`. Erwartet: eine ganze Zahl von 1 bis 100.
            nl | de | Ongeldige waarde `500` voor `pageSize`. Verwacht: een geheel getal van 1 tot 100.
            """)
    void aToolOfAssistantsExplains(String lang, String header, String text) {
        given().header("Accept-Language", header)
                .contentType("application/json")
                .accept("application/json")
                .body("""
                        {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
                         "params": {"name": "find_digibank", "arguments": {"pageSize": 500%s}}}""".formatted(lang == null ? "" : ", \"lang\": \"" + lang + "\""))
                .post("/mcp")
                .then()
                .statusCode(200)
                .body("result.isError", equalTo(true))
                .body("result.content[0].text", equalTo(text))
                .body("result.structuredContent.issues[0].detail", equalTo(text));
    }

    @Test
    void aMessageOfAssistantsThatIsNoneIsExplained() {
        given().header("Accept-Language", "fr")
                .contentType("application/json")
                .body("{\n  \"jsonrpc\": }")
                .post("/mcp")
                .then()
                .statusCode(400)
                .body(
                        "error.message",
                        equalTo("Le corps de la requête n'est pas du JSON valide\u00a0: `}` inattendu à la ligne 2,"
                                + " colonne 14."));
        given().header("Origin", "nonsense")
                .contentType("application/json")
                .body("{}")
                .post("/mcp")
                .then()
                .statusCode(403)
                .body("error.message", equalTo("Invalid `Origin` header `nonsense`: expected `scheme://host[:port]`."));
    }

    /** Pages have the language of their address, whatever the header says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nergens    | nl
            /fr/nergens | fr
            /de/nergens | de
            /en/nergens | en
            """)
    void aPageThatIsNotThereHasTheLanguageOfItsAddress(String address, String language) {
        given().accept("text/html")
                .header("Accept-Language", "en")
                .get(address)
                .then()
                .statusCode(404)
                .header("Content-Language", language)
                .header("Vary", not(containsString("Accept-Language")))
                .body(containsString("<html lang=\"" + language + "\""));
        var asData = given().accept("application/json").get(address).then().statusCode(404);
        asData.header("Content-Language", language.equals("nl") ? "en" : language);
        assertFalse(asData.extract().jsonPath().getString("detail").isEmpty());
    }
}
