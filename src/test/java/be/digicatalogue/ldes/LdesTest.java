package be.digicatalogue.ldes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.catalogue.LivenessTest;
import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.rdf.RdfNQuad;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;

/** Follows the event stream as its clients do, while the database is changed under the service. */
@QuarkusTest
@TestProfile(LivenessTest.OnItsOwn.class)
class LdesTest extends ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What REST shows of a record that follows from other records, the clock, or what stands beside it. */
    private static final Set<String> FOLLOWS =
            Set.of("href", "ended", "links", "names", "labels", "opening", "openingHoursText", "overdue", "undated");

    private static final Map<String, Set<String>> FOLLOWS_FROM_OTHERS = Map.of(
            "partners",
            Set.of("provinces", "consortia"),
            "chambers",
            Set.of("provinces", "leads", "vokaOffices"),
            "voka-offices",
            Set.of("province", "location"),
            "digibanks",
            Set.of("provinces", "servicePoints"),
            "service-points",
            Set.of("province", "location"),
            "places",
            Set.of("province"),
            "programmes",
            Set.of("calendar", "figures"));

    private static final List<String> TYPES = List.of(
            "consortia",
            "partners",
            "chambers",
            "voka-offices",
            "digibanks",
            "service-points",
            "services",
            "places",
            "programmes",
            "figures",
            "timeline",
            "sources");

    @Test
    void whoFollowsTheStreamHasEveryRecordAsItIs() throws Exception {
        publish("""
                INSERT INTO voka_office (id, name, postal_code, municipality, confirmed, urls)
                VALUES ('voka-to-go', 'Voka to go', '9000', '44021', 'no', ARRAY['https://example.org'])""");
        var before = follow();
        assertTrue(before.objects.containsKey("voka-offices/voka-to-go"));
        publish(
                "DELETE FROM voka_office WHERE id = 'voka-to-go'",
                "UPDATE service_point SET phone = '+32 9 333 33 33' WHERE id = 'gent-kringwinkel-vlaamsekaai'",
                "UPDATE organisation SET name = 'Howest!' WHERE id = 'howest'",
                "UPDATE subject SET name_en = name_en || '!' WHERE id = (SELECT min(subject) FROM figure)",
                "UPDATE consortium_member SET valid_to = '2023-10-02' WHERE province = 'limburg' AND organisation ="
                        + " 'universiteit-hasselt'");
        var after = follow();
        assertEquals(List.of("as:Delete"), texts(after.objects.get("voka-offices/voka-to-go"), "@type"));
        for (var type : TYPES) {
            var nl = all(type, "nl");
            var en = all(type, "en");
            assertEquals(nl.keySet(), after.alive(type), type);
            nl.forEach((id, record) -> {
                var member = after.objects.get(type + "/" + id);
                same(member, record, "nl", type + "/" + id);
                same(member, en.get(id), "en", type + "/" + id);
            });
        }
        // The lists have the provinces with a digihub, and the municipalities of today; all have an address.
        for (var type : List.of("provinces", "municipalities")) {
            for (var id : after.alive(type)) {
                same(after.objects.get(type + "/" + id), json("/v1/" + type + "/" + id), "nl", type + "/" + id);
            }
            assertTrue(after.alive(type).containsAll(all(type, "nl").keySet()));
        }
        // What was fetched once is not fetched again: only what changed is new.
        var fresh = new TreeSet<>(after.versions);
        fresh.removeAll(before.versions);
        assertTrue(fresh.size() >= 5 && fresh.size() < 60, fresh::toString);
        assertTrue(fresh.stream().anyMatch(version -> version.contains("/id/partners/howest#")), fresh::toString);
        for (var page : before.pages.keySet()) {
            if (after.pages.containsKey(page)) {
                assertEquals(before.pages.get(page), after.pages.get(page), page);
            } else {
                rest().get(page).then().statusCode(410).body("detail", containsString("/ldes"));
            }
        }
        assertTrue(before.pages.keySet().stream().anyMatch(after.pages::containsKey));
    }

    @Test
    void aPageIsKeptForEverAndTheRootForAMinute() throws Exception {
        rest().get("/ldes")
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("Cache-Control", containsString("max-age=60"));
        var page = follow().pages.keySet().iterator().next();
        var answer = rest().get(page)
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .extract();
        for (var known : List.of(answer.header("ETag"), "*", "\"other\", " + answer.header("ETag"))) {
            rest().header("If-None-Match", known)
                    .get(page)
                    .then()
                    .statusCode(304)
                    .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                    .body(equalTo(""));
        }
        assertEquals(
                answer.header("ETag"),
                rest().head(page).then().statusCode(200).extract().header("ETag"));
    }

    /** As TREE has clients take a member: what is said of it, and of what has no name of its own. */
    @Test
    void whoReadsThePagesAsTriplesHasAllOfAMember() throws Exception {
        var loader = (DocumentLoader) (url, options) -> context();
        var root = triples(rest().get("/ldes").asString(), loader);
        assertTrue(root.stream()
                .anyMatch(triple -> triple.getPredicate().getValue().equals("https://w3id.org/ldes#pollingInterval")
                        && triple.getObject().getValue().equals("60")
                        && triple.getObject().asLiteral().getDatatype().endsWith("#integer")));
        assertTrue(root.stream()
                .anyMatch(triple -> triple.getPredicate().getValue().equals("https://w3id.org/ldes#retentionPolicy")
                        && triple.getObject().getValue().endsWith("/ldes#retention")));
        var leads = new TreeMap<String, Set<String>>();
        var parts = new TreeSet<String>();
        for (var text : follow().pages.values()) {
            var triples = triples(text, loader);
            var members = new HashMap<String, String>();
            triples.forEach(triple -> {
                if (triple.getPredicate().getValue().equals("http://purl.org/dc/terms/isVersionOf")) {
                    members.put(
                            triple.getSubject().getValue(), triple.getObject().getValue());
                }
            });
            for (var triple : triples) {
                var subject = triple.getSubject();
                var predicate = triple.getPredicate().getValue();
                if (predicate.endsWith("#ledBy")) {
                    leads.computeIfAbsent(members.get(subject.getValue()), first -> new TreeSet<>())
                            .add(triple.getObject().getValue());
                }
                assertFalse(predicate.endsWith("#headOf"), triple::toString);
                if (subject.isBlankNode() && predicate.endsWith("#type")) {
                    parts.add(triple.getObject().getValue());
                } else if (predicate.endsWith("#asWKT")) {
                    assertTrue(subject.isBlankNode()
                            && triple.getObject().getValue().startsWith("POINT ("));
                    parts.add(predicate);
                }
            }
        }
        for (var consortium : json("/v1/consortia?pageSize=100").get("items")) {
            var told = new TreeSet<String>();
            consortium
                    .get("leads")
                    .forEach(lead -> told.add(lead.get("href").asText().replace("/v1/", "/id/")));
            assertFalse(told.isEmpty());
            assertEquals(told, leads.get(consortium.get("href").asText().replace("/v1/", "/id/")));
        }
        assertTrue(
                parts.containsAll(Set.of(
                        "http://www.w3.org/ns/locn#Address",
                        "http://www.opengis.net/ont/sf#Point",
                        "http://purl.org/dc/terms/ProvenanceStatement",
                        "http://www.opengis.net/ont/geosparql#asWKT")),
                parts::toString);
    }

    /** The context of the JSON-LD is read from the service, as every client does. */
    @Test
    void allFormatsSayTheSame() throws Exception {
        for (var address : List.of("/ldes", follow().pages.keySet().iterator().next())) {
            var model = read(address, "application/ld+json", Lang.JSONLD11);
            assertFalse(model.isEmpty());
            assertTrue(model.isIsomorphicWith(read(address, "text/turtle;charset=UTF-8", Lang.TURTLE)));
            assertTrue(model.isIsomorphicWith(read(address, "application/n-triples", Lang.NTRIPLES)));
            assertTrue(model.isIsomorphicWith(read(address, "application/n-quads", Lang.NQUADS)));
        }
    }

    private static Model read(String address, String mediaType, Lang lang) {
        var answer =
                rest().accept(mediaType).get(address).then().statusCode(200).contentType(mediaType);
        var model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, answer.extract().asInputStream(), lang);
        return model;
    }

    private static JsonDocument context() {
        try {
            return JsonDocument.of(rest().get("/context/v1.jsonld").asInputStream());
        } catch (JsonLdError malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static List<RdfNQuad> triples(String document, DocumentLoader loader) throws JsonLdError {
        return JsonLd.toRdf(JsonDocument.of(new StringReader(document)))
                .loader(loader)
                .get()
                .toList();
    }

    @Test
    void whatIsNotThereOrNotAskedInThisWayIsRefused() {
        answer("/ldes/1-nonsense").statusCode(404);
        answer("/ldes/1-AAAAAAAAAAAAAAAAAAAAAA").statusCode(410).body("title", equalTo("Gone"));
        // An instance that is ahead may have told of it.
        answer("/ldes/999999-AAAAAAAAAAAAAAAAAAAAAA")
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .header("Cache-Control", equalTo("no-store"));
        answer("/ldes?since=1").statusCode(400).body("issues[0].name", equalTo("since"));
        rest().accept("application/rdf+xml").get("/ldes").then().statusCode(406);
        rest().post("/ldes").then().statusCode(405).header("Allow", containsString("GET"));
    }

    /** What a client has in the end: each object as its newest version has it. */
    private static final class Copy {
        private final Map<String, String> pages = new LinkedHashMap<>();
        private final Map<String, JsonNode> objects = new HashMap<>();
        private final Map<String, Instant> times = new HashMap<>();
        private final Set<String> versions = new TreeSet<>();

        Set<String> alive(String type) {
            var ids = new TreeSet<String>();
            objects.forEach((name, member) -> {
                if (name.startsWith(type + "/") && !member.get("@type").asText().equals("as:Delete")) {
                    ids.add(name.substring(type.length() + 1));
                }
            });
            return ids;
        }
    }

    private static Copy follow() throws IOException {
        var copy = new Copy();
        var root = json("/ldes");
        assertEquals(
                1, root.at("/tree:view/ldes:retentionPolicy/ldes:versionAmount").asInt());
        var least = new HashMap<String, Instant>();
        var below = new HashMap<String, Instant>();
        for (var relation : root.at("/tree:view/tree:relation")) {
            var node = relation.at("/tree:node/@id").asText();
            assertEquals("prov:generatedAtTime", relation.at("/tree:path/@id").asText());
            (relation.get("@type").asText().equals("tree:LessThanRelation") ? below : least)
                    .put(node, Instant.parse(relation.at("/tree:value/@value").asText()));
        }
        for (var node : least.keySet()) {
            var path = URI.create(node).getPath();
            var text = rest().get(path).then().statusCode(200).extract().asString();
            copy.pages.put(path, text);
            var page = JSON.readTree(text);
            assertEquals(root.get("@id"), page.get("@id"));
            for (var member : page.get("tree:member")) {
                var time =
                        Instant.parse(member.at("/prov:generatedAtTime/@value").asText());
                assertFalse(time.isBefore(least.get(node)), node);
                assertTrue(!below.containsKey(node) || time.isBefore(below.get(node)), node);
                var object = member.at("/dct:isVersionOf/@id").asText();
                var name = object.substring(object.indexOf("/id/") + 4);
                assertTrue(copy.versions.add(member.get("@id").asText()), name);
                if (!copy.times.containsKey(name) || copy.times.get(name).isBefore(time)) {
                    copy.times.put(name, time);
                    copy.objects.put(name, member);
                }
            }
        }
        assertEquals(copy.objects.size(), copy.versions.size());
        return copy;
    }

    /** Whether a part of a version says the same as REST does in a language. */
    private static void same(JsonNode part, JsonNode rest, String language, String where) {
        if (part.isArray() && part.path(0).has("@language")) {
            var texts = new TreeMap<String, String>();
            part.forEach(text ->
                    texts.put(text.get("@language").asText(), text.get("@value").asText()));
            assertEquals(texts.getOrDefault(language, texts.getOrDefault("en", texts.get("nl"))), rest.asText(), where);
        } else if (part.isArray()) {
            assertEquals(rest.size(), part.size(), where);
            for (int i = 0; i < part.size(); i++) {
                same(part.get(i), rest.get(i), language, where + "/" + i);
            }
        } else if (part.isObject()) {
            part.properties().forEach(property -> {
                // The leads are told the other way round, a point in well-known text as well, and how to reach one
                // apart.
                var name = property.getKey().equals("ledBy") ? "leads" : property.getKey();
                if (!name.contains(":")
                        && !name.startsWith("@")
                        && !Set.of("asWKT", "contactPoint").contains(name)) {
                    assertTrue(rest.has(name), where + "/" + name);
                    same(property.getValue(), rest.get(name), language, where + "/" + name);
                }
            });
            // A reference has a name that is not its own, and a programme comes with its figures.
            if (!part.has("@id") || part.has("tree:member") || part.has("dct:isVersionOf")) {
                rest.fieldNames()
                        .forEachRemaining(name -> assertTrue(
                                part.has(name.equals("leads") ? "ledBy" : name)
                                        || FOLLOWS.contains(name)
                                        || FOLLOWS_FROM_OTHERS
                                                .getOrDefault(where.split("/")[0], Set.of())
                                                .contains(name),
                                where + "/" + name));
            }
        } else {
            assertEquals(rest.asText(), part.asText(), where);
        }
    }

    private static Map<String, JsonNode> all(String type, String language) throws IOException {
        var found = new TreeMap<String, JsonNode>();
        for (var next = "/v1/" + type + "?pageSize=100&lang=" + language; next != null; ) {
            var page = json(next);
            page.get("items")
                    .forEach(item -> found.put(
                            item.path(type.equals("services") ? "code" : "id").asText(), item));
            next = page.has("next") ? page.get("next").asText().replaceFirst("https?://[^/]+", "") : null;
        }
        return found;
    }

    private static List<String> texts(JsonNode node, String name) {
        return Stream.of(node.get(name)).map(JsonNode::asText).toList();
    }

    private static JsonNode json(String address) throws IOException {
        return JSON.readTree(answer(address).statusCode(200).extract().asString());
    }
}
