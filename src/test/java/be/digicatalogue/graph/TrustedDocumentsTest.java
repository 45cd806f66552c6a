package be.digicatalogue.graph;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
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
@TestProfile(TrustedDocumentsTest.Folder.class)
class TrustedDocumentsTest extends ApiTest {

    private static final String GOOD = "query ($id: String!) { province(id: $id) { names { fr } } }\n";
    private static final Path BUNDLED = Path.of("src/main/resources/graphql-documents");
    private static final Path LOG = Path.of("target/trusted-documents.log");

    public static class Folder implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                var folder = Files.createTempDirectory("documents");
                Files.writeString(folder.resolve("in-french.graphql"), GOOD);
                Files.writeString(folder.resolve("wrong.graphql"), "{ provinces { nam } }");
                Files.writeString(folder.resolve("broken.graphql"), "{ provinces {");
                Files.writeString(folder.resolve("notes.txt"), "no document");
                Files.deleteIfExists(LOG);
                return Map.of(
                        "catalogue.graphql.documents", folder.toString(),
                        "quarkus.log.file.enabled", "true",
                        "quarkus.log.file.path", LOG.toString());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Inject
    Documents documents;

    @Test
    void aDocumentOfTheOperatorIsKnownByItsNameAndItsHash() {
        var hash = PersistedQueries.sha256(GOOD.getBytes(StandardCharsets.UTF_8));
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
    void aValidDocumentIsParsedOnce() {
        var text = "{ services { code } }";
        assertTrue(documents.prepared(text) == documents.prepared(new String(text)));
        assertTrue(documents.prepared("{ nothing }") != documents.prepared("{ nothing }"));
    }

    private static String log() {
        try {
            return Files.exists(LOG) ? Files.readString(LOG) : "";
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
