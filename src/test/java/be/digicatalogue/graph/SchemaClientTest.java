package be.digicatalogue.graph;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.ApiTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * graphql-js reads the schema file, finds in the service what the file promises, and GraphQL Code Generator makes types
 * of it. It needs node and npm, so it runs in a Maven profile of its own: {@code mvn test -Pstandards}.
 */
@Tag("standards")
@QuarkusTest
class SchemaClientTest extends ApiTest {

    private static final Path CLIENTS = Path.of("src/clients");

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path folder;

    @Test
    void otherImplementationsReadTheSchema() throws Exception {
        for (var file : List.of("package.json", "package-lock.json", "schema.mjs")) {
            Files.copy(CLIENTS.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run("npm", "ci", "--no-fund", "--no-audit", "--loglevel=error");
        var told = run(
                "node",
                "schema.mjs",
                service.toString().replaceAll("/$", ""),
                Path.of("openapi/schema.graphql").toAbsolutePath().toString(),
                Path.of("src/main/resources/graphql-documents").toAbsolutePath().toString(),
                folder.resolve("types.ts").toString());
        assertTrue(told.startsWith("GraphQL: graphql-js reads"), told);
    }

    private String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), told);
        return told;
    }
}
