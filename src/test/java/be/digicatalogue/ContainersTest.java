package be.digicatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.operation.OperatorSetting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compose files, the manifests and the image stay in step with the service and with each other. */
class ContainersTest {

    private static final Path DOCKER = Path.of("docker");
    private static final String DATA = "/data";
    private static final String MEMORY = "512m";

    @ParameterizedTest
    @CsvSource({
        "compose.yaml, catalogue",
        "compose.replicated.yaml, catalogue-1",
        "compose.replicated.yaml, catalogue-2"
    })
    void aComposedServiceTakesTokensAndKeepsItsCopy(String file, String name) throws IOException {
        var compose = compose(file);
        var service = compose.path("services").path(name);
        var environment = service.path("environment");
        assertEquals(
                "${CATALOGUE_ADMIN_TOKENS:-}",
                environment.path("CATALOGUE_ADMIN_TOKENS").asText());
        assertEquals(DATA, environment.path("CATALOGUE_DATA_FOLDER").asText());
        var volume = texts(service.path("volumes")).stream()
                .filter(each -> each.endsWith(":" + DATA))
                .map(each -> each.replaceFirst(":.*", ""))
                .findFirst()
                .orElseThrow();
        assertTrue(compose.path("volumes").has(volume), volume);
        assertTrue(service.path("read_only").asBoolean());
        assertEquals(List.of("/tmp"), texts(service.path("tmpfs")));
        assertEquals(List.of("ALL"), texts(service.path("cap_drop")));
        assertEquals(MEMORY, service.path("mem_limit").asText());
        assertEquals(
                "digi-catalogue:" + VersionTest.ofPom(), service.path("image").asText());
        assertAreSettings(fields(environment));
    }

    @Test
    void everyContainerHasALimitOfMemoryAndAHealthCheck() throws IOException {
        for (var file : List.of("compose.yaml", "compose.replicated.yaml")) {
            compose(file).path("services").fields().forEachRemaining(service -> {
                assertTrue(service.getValue().has("mem_limit"), service.getKey());
                assertTrue(
                        service.getValue().has("healthcheck")
                                || service.getValue().has("build")
                                || service.getKey().equals("nginx"),
                        service.getKey());
            });
        }
        assertTrue(dockerfile().contains("\nHEALTHCHECK "));
    }

    @Test
    void theFilesForTlsChangeServicesThatExist() throws IOException {
        for (var file : Map.of(
                        "compose.tls.yaml", "compose.yaml", "compose.replicated.tls.yaml", "compose.replicated.yaml")
                .entrySet()) {
            var services = fields(compose(file.getValue()).path("services"));
            assertTrue(services.containsAll(fields(compose(file.getKey()).path("services"))), file.getKey());
        }
    }

    @Test
    void theManifestRunsTheSameImageUnderTheSameLimits() throws IOException {
        var pod = manifest("Deployment").at("/spec/template/spec");
        var container = pod.at("/containers/0");
        assertEquals(
                "digi-catalogue:" + VersionTest.ofPom(), container.path("image").asText());
        assertEquals("512Mi", container.at("/resources/limits/memory").asText());
        assertTrue(container.at("/securityContext/readOnlyRootFilesystem").asBoolean());
        assertTrue(pod.at("/securityContext/runAsNonRoot").asBoolean());
        var settings = new HashMap<String, JsonNode>();
        container.path("env").forEach(each -> settings.put(each.path("name").asText(), each));
        assertAreSettings(settings.keySet());
        assertEquals(DATA, settings.get("CATALOGUE_DATA_FOLDER").path("value").asText());
        assertTrue(settings.containsKey("CATALOGUE_ADMIN_TOKENS"));
        var mounts = new HashMap<String, String>();
        container
                .path("volumeMounts")
                .forEach(each -> mounts.put(
                        each.path("mountPath").asText(), each.path("name").asText()));
        var volumes = new TreeSet<String>();
        pod.path("volumes").forEach(each -> volumes.add(each.path("name").asText()));
        assertEquals(volumes, new TreeSet<>(mounts.values()));
        assertTrue(mounts.keySet().containsAll(List.of(DATA, "/tmp")));
        // Else the Service adds variables such as CATALOGUE_PORT.
        assertEquals(false, pod.path("enableServiceLinks").asBoolean(true));
        for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertTrue(container.at("/" + probe + "/httpGet/path").asText().startsWith("/q/health/"), probe);
        }
    }

    @Test
    void theSelectorsOfTheManifestFindThePods() throws IOException {
        var labels = manifest("Deployment").at("/spec/template/metadata/labels");
        assertEquals(labels, manifest("Deployment").at("/spec/selector/matchLabels"));
        assertEquals(labels, manifest("Service").at("/spec/selector"));
        assertEquals(labels, manifest("PodDisruptionBudget").at("/spec/selector/matchLabels"));
        assertEquals(labels, manifest("NetworkPolicy").at("/spec/podSelector/matchLabels"));
        assertEquals(
                manifest("Deployment").at("/metadata/name"),
                manifest("HorizontalPodAutoscaler").at("/spec/scaleTargetRef/name"));
    }

    @Test
    void theImageRunsAsTheUserOfTheManifestAndCopiesLibrariesFirst() throws IOException {
        var image = dockerfile();
        assertTrue(image.contains("\nUSER "
                + manifest("Deployment")
                        .at("/spec/template/spec/securityContext/runAsUser")
                        .asText() + "\n"));
        assertTrue(image.contains("\nENV CATALOGUE_DATA_FOLDER=" + DATA + "\n"));
        var last = image.substring(image.lastIndexOf("\nFROM "));
        assertTrue(last.indexOf("quarkus-app/lib lib") < last.indexOf("quarkus-app/app app"));
        assertTrue(last.contains("licences.txt") && last.contains("bom.json"));
    }

    private static void assertAreSettings(Iterable<String> variables) {
        var known = Settings.all().stream().map(OperatorSetting::variable).collect(Collectors.toSet());
        for (var variable : variables) {
            assertTrue(known.contains(variable), variable);
        }
    }

    private static JsonNode compose(String file) throws IOException {
        var node = new YAMLMapper().readTree(DOCKER.resolve(file).toFile());
        // YAML's merge key, which Jackson does not apply.
        for (var service : node.path("services")) {
            if (service.has("<<")) {
                var merged = node.path("x-instance").deepCopy();
                merged.fields().forEachRemaining(each -> {
                    if (!service.has(each.getKey())) {
                        ((ObjectNode) service).set(each.getKey(), each.getValue());
                    }
                });
            }
        }
        return node;
    }

    private static JsonNode manifest(String kind) throws IOException {
        try (var documents = new YAMLMapper()
                .readerFor(JsonNode.class)
                .<JsonNode>readValues(
                        DOCKER.resolve("kubernetes/catalogue.yaml").toFile())) {
            return documents.readAll().stream()
                    .filter(each -> each.path("kind").asText().equals(kind))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String dockerfile() throws IOException {
        return Files.readString(DOCKER.resolve("Dockerfile"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> fields(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
