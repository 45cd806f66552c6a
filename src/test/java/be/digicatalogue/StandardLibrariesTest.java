package be.digicatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Libraries of others ask the packaged service: the SDK of the Model Context Protocol, and Apache Jena, which negotiates the format
 * of what it reads. They run with the other tools: {@code mvn verify -Pstandards}.
 */
@Tag("standards")
class StandardLibrariesTest {

    private static final String TREE = "https://w3id.org/tree#";
    private static final String SERVICE = PackagedService.shared().address().toString();

    @Test
    void anAssistantFindsItsToolsAndAsksEachForATown() {
        var transport = HttpClientStreamableHttpTransport.builder(SERVICE)
                .endpoint("/mcp")
                .build();
        try (var client = McpClient.sync(transport).build()) {
            client.initialize();
            var asked = Map.<String, Map<String, Object>>of(
                    "find_digibank", Map.of("postalCode", "9000"),
                    "partners_for_place", Map.of("postalCode", "8500"),
                    "voka_office_for_place", Map.of("postalCode", "8500"),
                    "guide", Map.of("postalCode", "8500"),
                    "search", Map.of("q", "gent"),
                    "figures", Map.of());
            assertEquals(
                    asked.keySet(),
                    Set.copyOf(client.listTools().tools().stream()
                            .map(McpSchema.Tool::name)
                            .toList()));
            asked.forEach((tool, arguments) -> {
                var told = client.callTool(new McpSchema.CallToolRequest(tool, arguments));
                assertFalse(told.isError(), told::toString);
                assertTrue(((Map<?, ?>) told.structuredContent()).containsKey("notes"), told::toString);
            });
        }
    }

    /** The shapes are those of the Commission, see NOTICE. */
    @ParameterizedTest
    @ValueSource(strings = {"shapes.ttl", "range.ttl"})
    void theDescriptionForPortalsKeepsToDcatAp(String file) {
        var shapes = Shapes.parse(RDFDataMgr.loadGraph("src/test/resources/dcat-ap-3.0.1/" + file));
        assertEquals(
                List.of(),
                ShaclValidator.get().validate(shapes, read(SERVICE + "/dcat").getGraph()).getEntries().stream()
                        .filter(entry -> entry.severity() == Severity.Violation)
                        .map(entry -> entry.focusNode() + " " + entry.resultPath() + ": " + entry.message())
                        .toList());
    }

    /** As a client of the stream does: from page to page by the relations that each has. */
    @Test
    void theEventStreamHasEveryPoint() {
        var versions = new HashSet<String>();
        var seen = new HashSet<String>();
        var pages = new ArrayDeque<>(List.of(SERVICE + "/ldes"));
        while (!pages.isEmpty()) {
            var page = pages.remove();
            if (seen.add(page)) {
                var model = read(page);
                model.listObjectsOfProperty(model.createProperty(TREE, "node"))
                        .forEach(next -> pages.add(next.asResource().getURI()));
                model.listObjectsOfProperty(DCTerms.isVersionOf)
                        .mapWith(RDFNode::toString)
                        .forEach(versions::add);
            }
        }
        var points = PackagedService.shared()
                .given()
                .get("/v1/service-points.json")
                .jsonPath()
                .getList("items.id", String.class);
        assertTrue(points.size() > 100, () -> points.size() + " points");
        for (var point : points) {
            assertTrue(
                    versions.contains(SERVICE + "/id/service-points/" + point), () -> point + " is not in " + versions);
        }
    }

    private static Model read(String address) {
        var model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, address);
        return model;
    }
}
