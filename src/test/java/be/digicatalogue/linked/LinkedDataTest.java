package be.digicatalogue.linked;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.rdf.RdfNQuad;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue as linked data, read by a library that knows nothing of it. */
@QuarkusTest
class LinkedDataTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** An address as well as a text. */
    private static final String MARK = "urn:example:mark";

    /** What no JSON has: the same facts as the vocabularies in use want them. */
    private static final Set<String> ADDED = Set.of("asWKT", "contactPoint");

    private static final String CONTEXT = "/context/v1.jsonld";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/provinces?embed=consortium,partners,vokaOffices",
                "/v1/consortia",
                "/v1/partners?pageSize=100&facets=kind",
                "/v1/chambers",
                "/v1/voka-offices?pageSize=100&place=Gent",
                "/v1/digibanks?pageSize=100",
                "/v1/service-points?pageSize=100&openAt=2026-11-24T14:00&facets=service,opening",
                "/v1/service-points?postalCode=9000&service=device-loan&openAt=2026-12-25T10:00",
                "/v1/services",
                "/v1/places?pageSize=100",
                "/v1/municipalities?pageSize=100&validOn=2024-12-31",
                "/v1/programmes",
                "/v1/figures?pageSize=100",
                "/v1/timeline?pageSize=100",
                "/v1/sources",
                "/v1/search?q=gent",
                "/v1/search?q=zzzzgent",
                "/v1/changes?pageSize=5",
                "/v1/partners/vives",
                "/v1/programmes/digihub"
            })
    void everyPropertyOfTheJsonGivesTriples(String address) throws Exception {
        var json = json(address);
        var document = json(address + (address.contains("?") ? "&" : "?") + "f=jsonld");
        assertEquals(withoutLinks(json), withoutLinks(withoutNames(document)), "the JSON is all there");

        var loader = contextOf(document);
        var triples = triples(document, loader);
        var terms = new HashSet<String>();
        var numbers = new TreeSet<BigDecimal>();
        for (var triple : triples) {
            for (var value : List.of(triple.getSubject(), triple.getObject())) {
                terms.add(value.getValue());
                // A service is named by an address that ends in its code.
                terms.add(value.getValue().replaceFirst("^.*/id/services/", ""));
                if (value.isLiteral() && value.getValue().matches("-?[0-9.]+(E-?[0-9]+)?")) {
                    numbers.add(new BigDecimal(value.getValue()));
                }
            }
        }
        for (var leaf : leaves(json)) {
            if (!leaf.asText().contains("://")) {
                assertTrue(
                        leaf.isNumber() ? numbers.contains(leaf.decimalValue()) : terms.contains(leaf.asText()),
                        () -> "lost: " + leaf);
            }
        }

        // Whatever is written in the place of a value is in the triples.
        var few = withFewItems(document);
        for (var way : ways(few)) {
            if (!way.contains("@")) {
                var marked = few.deepCopy();
                mark(marked, way);
                assertTrue(
                        triples(marked, loader).stream()
                                .anyMatch(
                                        triple -> triple.getSubject().getValue().equals(MARK)
                                                || triple.getObject().getValue().equals(MARK)),
                        () -> "no triple tells " + way);
            }
        }
    }

    @Test
    void everyTermOfItsOwnIsExplained() throws Exception {
        var context = JSON.readTree(rest().get(CONTEXT).asByteArray());
        var explained = StreamSupport.stream(context.get("@graph").spliterator(), false)
                .map(term -> term.get("@id").asText())
                .collect(Collectors.toSet());
        var used = new HashSet<String>();
        var document = json("/v1/partners/vives?f=jsonld");
        var namespace = document.get("@context").asText() + "#";
        for (var address : List.of(
                "/v1/provinces?embed=consortium,partners,vokaOffices",
                "/v1/digibanks?pageSize=100",
                "/v1/voka-offices?place=Gent",
                "/v1/service-points?postalCode=9000&facets=service&service=device-loan&openAt=2026-12-25T10:00",
                "/v1/figures?pageSize=100",
                "/v1/timeline?pageSize=100",
                "/v1/sources?pageSize=100",
                "/v1/programmes/digihub?lang=en",
                "/v1/changes?pageSize=5",
                "/v1/search?q=gent")) {
            var asked = json(address + (address.contains("?") ? "&" : "?") + "f=jsonld");
            for (var triple : triples(asked, contextOf(asked))) {
                for (var iri : List.of(
                        triple.getPredicate().getValue(), triple.getObject().getValue())) {
                    if (iri.startsWith(namespace)) {
                        used.add("cat:" + iri.substring(namespace.length()));
                    }
                }
            }
        }
        used.removeAll(explained);
        assertEquals(Set.of(), used);
        assertTrue(explained.size() > 40);
    }

    @Test
    void anOrganisationIsOneInTheVocabulariesInUse() throws Exception {
        var document = json("/v1/partners/vives?f=jsonld");
        var id = document.get("@id").asText();
        var base = id.substring(0, id.indexOf("/id/"));
        var told = triples(document, contextOf(document)).stream()
                .filter(triple -> triple.getSubject().getValue().equals(id))
                .map(triple -> triple.getPredicate().getValue() + " "
                        + (triple.getObject().isBlankNode()
                                ? "_"
                                : triple.getObject().getValue()))
                .collect(Collectors.toSet());
        for (var triple : List.of(
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#type http://www.w3.org/ns/org#Organization",
                "http://www.w3.org/2004/02/skos/core#prefLabel "
                        + document.get("name").asText(),
                "http://xmlns.com/foaf/0.1/isPrimaryTopicOf " + base + "/v1/partners/vives",
                "http://www.w3.org/ns/org#memberOf " + base + "/id/consortia/west-vlaanderen",
                "http://www.w3.org/ns/locn#address _")) {
            assertTrue(told.contains(triple), () -> triple + " is not among " + told);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/provinces/limburg     | fr | http://www.w3.org/2004/02/skos/core#prefLabel | Limbourg@fr
            /v1/provinces/limburg     | nl | http://www.w3.org/2004/02/skos/core#prefLabel | Limburg@nl
            /v1/services              | de | http://www.w3.org/2004/02/skos/core#prefLabel | @de
            /v1/programmes/digihub    | en | http://schema.org/text                        | @en
            /v1/programmes/digihub    | de | http://schema.org/text                        | @en
            /v1/programmes/digihub    | nl | http://schema.org/text                        | @nl
            /v1/partners/vives        | fr | http://www.w3.org/2004/02/skos/core#prefLabel | Hogeschool
            """)
    void aTextHasItsLanguageAndANameHasNone(String address, String language, String property, String expected)
            throws Exception {
        var document = json(address + "?f=jsonld&lang=" + language);
        var told = triples(document, contextOf(document)).stream()
                .filter(triple -> triple.getPredicate().getValue().equals(property))
                .map(triple -> triple.getObject().getValue()
                        + triple.getObject()
                                .asLiteral()
                                .getLanguage()
                                .map(tag -> "@" + tag)
                                .orElse(""))
                .toList();
        assertTrue(
                told.stream()
                        .anyMatch(text -> expected.startsWith("Hogeschool")
                                ? text.startsWith(expected) && !text.matches(".*@[a-z]{2}")
                                : text.endsWith(expected)),
                told::toString);
    }

    @Test
    void aServicePointIsReachedAtItsContactPoint() throws Exception {
        var point = json("/v1/service-points?pageSize=100&f=jsonld");
        var triples = triples(point, contextOf(point));
        int reached = 0;
        for (var item : point.get("items")) {
            boolean old = Stream.of("overdue", "undated")
                    .anyMatch(fields -> item.path(fields).toString().contains("openingHours"));
            if (item.has("phone") || item.has("email") || item.has("openingHours") && !old) {
                var contact = triples.stream()
                        .filter(triple -> triple.getSubject()
                                        .getValue()
                                        .equals(item.get("@id").asText())
                                && triple.getPredicate().getValue().equals("http://schema.org/contactPoint"))
                        .map(triple -> triple.getObject().getValue())
                        .findFirst()
                        .orElseThrow();
                var told = triples.stream()
                        .filter(triple -> triple.getSubject().getValue().equals(contact))
                        .collect(Collectors.toMap(
                                triple -> triple.getPredicate().getValue(),
                                triple -> triple.getObject().getValue()));
                assertEquals(
                        "http://schema.org/ContactPoint", told.get("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"));
                assertEquals(item.path("phone").asText(), told.getOrDefault("http://schema.org/telephone", ""));
                assertEquals(item.path("email").asText(), told.getOrDefault("http://schema.org/email", ""));
                assertEquals(
                        old ? "" : item.path("openingHours").asText(),
                        told.getOrDefault("http://schema.org/openingHours", ""));
                reached++;
            }
        }
        assertTrue(reached > 3, "points that can be reached: " + reached);
    }

    @Test
    void theChambersLeadTheConsortium() throws Exception {
        var document = json("/v1/consortia/antwerpen?f=jsonld");
        var leads = triples(document, contextOf(document)).stream()
                .filter(triple -> triple.getPredicate().getValue().equals("http://www.w3.org/ns/org#headOf"))
                .map(triple -> triple.getSubject().getValue().replaceFirst(".*/id/", "") + " "
                        + triple.getObject().getValue().replaceFirst(".*/id/", ""))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "chambers/voka-antwerpen-waasland consortia/antwerpen",
                        "chambers/voka-mechelen-kempen consortia/antwerpen"),
                leads);
    }

    @Test
    void theContextMayBeKeptForAWeek() {
        var answer = rest().get(CONTEXT)
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("Cache-Control", equalTo("public, max-age=604800"))
                .header("Access-Control-Allow-Origin", equalTo("*"))
                .extract();
        rest().header("If-None-Match", answer.header("ETag"))
                .get(CONTEXT)
                .then()
                .statusCode(304)
                .header("Cache-Control", equalTo("public, max-age=604800"));
        rest().accept("application/ld+json, application/json;q=0.9, */*;q=0.1")
                .get(CONTEXT)
                .then()
                .statusCode(200);
        rest().accept("text/csv").get(CONTEXT).then().statusCode(406);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /id/partners/vives                    | /v1/partners/vives                 | /partners/vives
            /id/partners/vives?lang=en            | /v1/partners/vives?lang=en         | /en/partners/vives
            /id/consortia/limburg                 | /v1/consortia/limburg              | /digihubs/limburg
            /id/voka-offices/voka-gent            | /v1/voka-offices/voka-gent         | /voka/voka-gent
            /id/provinces/brussel                 | /v1/provinces/brussel              | /v1/provinces/brussel
            /id/municipalities/44021              | /v1/municipalities/44021           | /v1/municipalities/44021
            /id/places/9000-gent                  | /v1/places?postalCode=9000         | /v1/places?postalCode=9000
            /id/places/9000-gent?lang=fr          | /v1/places?postalCode=9000&lang=fr | /v1/places?postalCode=9000&lang=fr
            /id/services/training                 | /v1/services                       | /v1/services
            """)
    void aNameLeadsToADocumentAboutIt(String name, String document, String page) {
        for (var accept : List.of("*/*", "application/ld+json", "text/html,application/xhtml+xml,*/*;q=0.8")) {
            var leads = rest().redirects()
                    .follow(false)
                    .accept(accept)
                    .get(name)
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(accept.startsWith("text/html") ? page : document))
                    .header("Vary", containsString("Accept"))
                    .extract()
                    .header("Location");
            given().get(leads).then().statusCode(200);
        }
        given().accept("application/ld+json").get(name).then().statusCode(200).contentType("application/ld+json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html;q=0, */*                     | /v1/partners/vives
            text/html;q=0.4, application/json;q=0.5| /v1/partners/vives
            text/html;q=0.5, application/json;q=0.4| /partners/vives
            json                                   | /v1/partners/vives
            text/html, json                        | /partners/vives
            ;                                      | /v1/partners/vives
            """)
    void aPageIsForWhoLikesPagesBest(String accept, String document) {
        given().redirects()
                .follow(false)
                .header("Accept", accept)
                .get("/id/partners/vives")
                .then()
                .statusCode(303)
                .header("Location", endsWith(document));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /id/partners/nobody        | 404
            /id/nothing/vives          | 404
            /id/places/9000-nergens    | 404
            /id/services/TRAINING      | 404
            /id/partners               | 404
            /id/partners/vives?f=csv   | 400
            /id/partners/%00           | 404
            """)
    void whatHasNoNameIsAProblem(String name, int status) {
        given().urlEncodingEnabled(false).get(name).then().statusCode(status).contentType("application/problem+json");
    }

    @Test
    void everyRecordThatIsListedHasANameThatLeadsSomewhere() throws Exception {
        for (var list : List.of(
                "provinces",
                "consortia",
                "partners",
                "chambers",
                "voka-offices",
                "digibanks",
                "service-points",
                "services",
                "places",
                "municipalities",
                "programmes",
                "figures",
                "timeline",
                "sources")) {
            var first = json("/v1/" + list + "?f=jsonld&pageSize=1").at("/items/0");
            assertTrue(first.get("@id").asText().contains("/id/" + list + "/"), list);
            var document = given().redirects()
                    .follow(false)
                    .get(first.get("@id").asText())
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");
            var told = json(document + (document.contains("?") ? "&" : "?") + "f=jsonld");
            assertTrue(told.findValuesAsText("@id").contains(first.get("@id").asText()), document);
        }
    }

    private static ObjectNode json(String address) throws IOException {
        return (ObjectNode)
                JSON.readTree(answer(address).statusCode(200).extract().asByteArray());
    }

    /** No network: the one document that there is comes from the service, under the address that the answer names. */
    private static DocumentLoader contextOf(JsonNode document) {
        var address = document.get("@context").asText();
        assertTrue(address.endsWith(CONTEXT), address);
        var context = rest().get(address).asString();
        return (asked, options) -> {
            assertEquals(address, asked.toString());
            return JsonDocument.of(new StringReader(context));
        };
    }

    private static List<RdfNQuad> triples(JsonNode document, DocumentLoader loader) throws JsonLdError {
        return JsonLd.toRdf(JsonDocument.of(new StringReader(document.toString())))
                .loader(loader)
                .get()
                .toList();
    }

    private static JsonNode withoutLinks(JsonNode page) {
        return page.has("items")
                ? ((ObjectNode) page.deepCopy()).remove(List.of("self", "first", "prev", "next", "last"))
                : page;
    }

    private static JsonNode withoutNames(JsonNode node) {
        if (node instanceof ArrayNode list) {
            var values = JsonNodeFactory.instance.arrayNode();
            list.forEach(value -> values.add(withoutNames(value)));
            return values;
        }
        if (node.has("@value")) {
            return node.get("@value");
        }
        if (node instanceof ObjectNode object) {
            var values = JsonNodeFactory.instance.objectNode();
            object.fields().forEachRemaining(field -> {
                if (!field.getKey().startsWith("@") && !ADDED.contains(field.getKey())) {
                    values.set(field.getKey(), withoutNames(field.getValue()));
                }
            });
            return values;
        }
        return node;
    }

    private static List<JsonNode> leaves(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false)
                        .flatMap(value -> leaves(value).stream())
                        .toList()
                : List.of(node);
    }

    /** The page with those items only that have a property that none before has. */
    private static ObjectNode withFewItems(ObjectNode page) {
        var few = page.deepCopy();
        if (page.get("items") instanceof ArrayNode items) {
            var seen = new HashSet<String>();
            var kept = few.putArray("items");
            items.forEach(item -> {
                if (seen.addAll(ways(item))) {
                    kept.add(item);
                }
            });
        }
        return few;
    }

    /** The ways to all values, whatever their place in lists. */
    private static Set<String> ways(JsonNode node) {
        var ways = new LinkedHashSet<String>();
        if (node.isArray()) {
            node.forEach(item -> ways.addAll(ways(item)));
        } else if (node.isObject() && !node.has("@value")) {
            node.fields().forEachRemaining(field -> ways(field.getValue())
                    .forEach(further -> ways.add("." + field.getKey() + further)));
        } else {
            ways.add("");
        }
        return ways;
    }

    private static JsonNode mark(JsonNode node, String way) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, mark(list.get(i), way));
            }
        } else if (way.isEmpty()) {
            return TextNode.valueOf(MARK);
        } else if (node instanceof ObjectNode object) {
            int next = way.indexOf('.', 1);
            var name = next < 0 ? way.substring(1) : way.substring(1, next);
            if (object.has(name)) {
                object.set(name, mark(object.get(name), next < 0 ? "" : way.substring(next)));
            }
        }
        return node;
    }
}
