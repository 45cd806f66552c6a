package be.digicatalogue.graph;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import be.digicatalogue.JsonAnswer;
import be.digicatalogue.publication.Curating;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A folder of an operator with documents, one of which asks for what there is not. */
@QuarkusTest
@TestProfile(Curating.class)
class TrustedDocumentsTest extends ApiTest {

    private static final Path BUNDLED = Path.of("src/main/resources/graphql-documents");

    @Inject
    QueryDocuments documents;

    @Test
    void aDocumentOfTheOperatorIsKnownByItsNameAndItsHash() throws IOException {
        var hash = PersistedQueries.sha256(Files.readAllBytes(Curating.DOCUMENTS.resolve("in-french.graphql")));
        for (var id : Set.of("in-french", "sha256:" + hash)) {
            assertEquals(
                    "Limbourg",
                    given().queryParam("documentId", id)
                            .queryParam("variables", "{\"id\":\"limburg\"}")
                            .get("/graphql")
                            .jsonPath()
                            .getString("data.province.names.fr"),
                    id);
        }
        assertEquals(
                "Limbourg",
                given().queryParam("variables", "{\"id\":\"limburg\"}")
                        .queryParam(
                                "extensions", "{\"persistedQuery\":{\"version\":1,\"sha256Hash\":\"" + hash + "\"}}")
                        .get("/graphql")
                        .jsonPath()
                        .getString("data.province.names.fr"));
    }

    @Test
    void whatIsWrongIsNotServedAndNamedInTheLog() throws IOException {
        for (var name : Set.of("wrong", "broken")) {
            eventually(() -> "PERSISTED_DOCUMENT_NOT_FOUND"
                    .equals(given().queryParam("documentId", name)
                            .get("/graphql")
                            .jsonPath()
                            .getString("errors[0].extensions.code")));
        }
        eventually(
                () -> log().contains("broken.graphql is not served") && log().contains("wrong.graphql is not served"));
        assertTrue(log().contains("'nam'"), TrustedDocumentsTest::log);
        assertTrue(!log().contains("in-french.graphql is not served") && !log().contains("guide.graphql is not"));
    }

    @Test
    void theBundledDocumentsAreValidAndServed() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.list(BUNDLED)) {
            for (var file : files.toList()) {
                var text = Files.readString(file);
                assertEquals(List.of(), documents.prepared(text).errors(), file::toString);
                var id = "sha256:" + PersistedQueries.sha256(text.getBytes(StandardCharsets.UTF_8));
                // They need variables, which is something else than not to be known.
                assertEquals(
                        "BAD_REQUEST",
                        given().queryParam("documentId", id)
                                .get("/graphql")
                                .jsonPath()
                                .getString("errors[0].extensions.code"));
                names.add(file.getFileName().toString());
            }
        }
        assertEquals(Set.of("guide.graphql", "province.graphql", "service-points-nearby.graphql"), names);
    }

    @Test
    void theValidDocumentsAreListedWithWhatNamesThem() throws IOException {
        var listed = rest().get("/graphql/documents")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", containsString("public, max-age=60"));
        var page = new JsonAnswer(listed.extract().asString());
        assertEquals(List.of("guide", "in-french", "province", "service-points-nearby"), page.getList("items.id"));
        var french = page.setRootPath("items[1]");
        var file = Files.readAllBytes(Curating.DOCUMENTS.resolve("in-french.graphql"));
        assertEquals("sha256:" + PersistedQueries.sha256(file), french.getString("hash"));
        assertEquals(new String(file, StandardCharsets.UTF_8), french.getString("document"));
        assertEquals(List.of(Map.of("name", "id", "type", "String!")), french.getList("variables"));
        for (var id : List.of(french.getString("id"), french.getString("hash"))) {
            assertEquals(
                    "Limbourg",
                    given().queryParam("documentId", id)
                            .queryParam("variables", "{\"id\":\"limburg\"}")
                            .get("/graphql")
                            .jsonPath()
                            .getString("data.province.names.fr"));
        }
        rest().header("If-None-Match", listed.extract().header("ETag"))
                .get("/graphql/documents")
                .then()
                .statusCode(304);
        answer("/graphql/documents?name=guide").statusCode(400);
        rest().post("/graphql/documents").then().statusCode(405).header("Allow", containsString("GET"));
        assertTrue(get("/v1").getString("links.graphqlDocuments").endsWith("/graphql/documents"));
        given().get(get("/v1").getString("links.graphqlSchema")).then().statusCode(200);
    }

    @Test
    void aValidDocumentIsParsedOnce() {
        var text = "{ services { code } }";
        assertTrue(documents.prepared(text) == documents.prepared(new String(text)));
        assertTrue(documents.prepared("{ nothing }") != documents.prepared("{ nothing }"));
    }

    private static String log() {
        try {
            return Files.exists(Curating.LOG) ? Files.readString(Curating.LOG) : "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
