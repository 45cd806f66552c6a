package be.digicatalogue.graph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.NodeTools;
import be.digicatalogue.PackagedService;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * graphql-js reads the schema file, finds in the packaged service what the file promises, and GraphQL Code Generator makes
 * types of it. It needs node and npm, so it runs in a Maven profile of its own: {@code mvn verify -Pstandards}.
 */
@Tag("standards")
class SchemaClientTest {

    @TempDir
    Path folder;

    @Test
    void otherImplementationsReadTheSchema() throws Exception {
        var told = NodeTools.run(
                "schema.mjs",
                PackagedService.shared().address().toString(),
                Path.of("openapi/schema.graphql").toAbsolutePath().toString(),
                Path.of("src/main/resources/graphql-documents").toAbsolutePath().toString(),
                folder.resolve("types.ts").toString());
        assertTrue(told.startsWith("GraphQL: graphql-js reads"), told);
    }
}
