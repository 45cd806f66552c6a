package be.digicatalogue;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import be.digicatalogue.http.Searching;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The committed contract is what is served, and knows every address that there is. */
@QuarkusTest
class ContractTest extends ApiTest {

    private static final Path OPENAPI = Path.of("openapi/openapi.yaml");
    private static final Path SCHEMA = Path.of("openapi/schema.graphql");
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("be.digicatalogue");

    @Test
    void theServedContractIsTheCommittedOne() throws IOException {
        var committed = Files.readString(OPENAPI);
        assertEquals(committed, given().get("/openapi").asString());
        assertEquals(
                committed, given().accept("application/yaml").get("/openapi").asString());
        var tree = new YAMLMapper().readTree(committed);
        var json = new ObjectMapper();
        assertEquals(tree, json.readTree(given().get("/openapi?format=json").asString()));
        assertEquals(
                tree,
                json.readTree(given().accept("application/json").get("/openapi").asString()));
    }

    /**
     * OpenAPI Generator makes an object of the parameters of such an operation. Without it, a new optional parameter would be a
     * new argument of a method, and programs that call the method would compile no more.
     */
    @Test
    void aNewOptionalParameterBreaksNoGeneratedClient() throws IOException {
        var contract = contract();
        var positional = new TreeSet<String>();
        for (var operation : contract.get("paths").findParents("operationId")) {
            if (!operation.path("x-group-parameters").asBoolean()
                    && parameters(contract, operation).stream()
                            .anyMatch(parameter -> !parameter.path("required").asBoolean())) {
                positional.add(operation.get("operationId").asText());
            }
        }
        assertEquals(Set.of(), positional);
    }

    @Test
    void everySearchMayLeaveItsEventLoop() throws IOException {
        var contract = contract();
        var documented = new TreeSet<String>();
        for (var path : contract.get("paths").properties()) {
            if (parameters(contract, path.getValue().path("get")).stream()
                    .anyMatch(parameter -> parameter.get("name").asText().equals("q"))) {
                documented.add(path.getKey());
            }
        }
        var searching = new TreeSet<String>();
        for (var type : SERVICE) {
            if (type.isAnnotatedWith(Searching.class) && type.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
                searching.add(address(type));
            }
        }
        assertEquals(documented, searching);
    }

    private static List<JsonNode> parameters(JsonNode contract, JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.has("$ref")
                        ? contract.at(parameter.get("$ref").asText().substring(1))
                        : parameter)
                .toList();
    }

    /** Follows from the faces: {@code mvn test -Dtest=ContractTest -Dschema.write} writes the file after they changed. */
    @Test
    void theServedGraphqlSchemaIsTheCommittedOne() throws IOException {
        var served = given().get("/graphql/schema.graphql").asString();
        if (System.getProperty("schema.write") != null) {
            Files.writeString(SCHEMA, served);
        }
        assertEquals(Files.readString(SCHEMA), served);
    }

    @Test
    void theServedGraphqlSchemaIsKnownByItsTag() {
        var tag = rest().get("/graphql/schema.graphql")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .header("ETag");
        rest().header("If-None-Match", tag)
                .get("/graphql/schema.graphql")
                .then()
                .statusCode(304);
        given().head("/graphql/schema.graphql").then().statusCode(200).header("ETag", tag);
        given().post("/graphql/schema.graphql")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void theContractKnowsEveryAddressAndNoOther() throws IOException {
        Set<String> documented = new TreeSet<>();
        contract().get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        documented.removeIf(operation -> operation.endsWith(" /graphql")
                || operation.endsWith(" /graphql/schema.graphql")
                || operation.endsWith(" /mcp"));
        Set<String> served = new TreeSet<>();
        for (var type : SERVICE) {
            if (type.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
                for (var method : type.getMethods()) {
                    for (var verb : List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class)) {
                        if (method.isAnnotatedWith(verb)) {
                            served.add(verb.getSimpleName() + " " + address(type)
                                    + method.tryGetAnnotationOfType(jakarta.ws.rs.Path.class)
                                            .map(path -> "/" + path.value())
                                            .orElse(""));
                        }
                    }
                }
            }
        }
        assertEquals(served, documented);
    }

    @Test
    void everyOperationHasANameADescriptionAndAnExample() throws IOException {
        var names = new ArrayList<String>();
        for (JsonNode path : contract().get("paths")) {
            for (JsonNode operation : path) {
                if (operation.has("operationId")) {
                    names.add(operation.get("operationId").asText());
                    assertTrue(
                            operation.hasNonNull("description"),
                            operation.get("operationId").asText());
                    assertTrue(
                            operation
                                    .at("/responses/" + success(operation.at("/responses")))
                                    .toString()
                                    .contains("\"example"),
                            operation.get("operationId").asText());
                }
            }
        }
        assertEquals(names.size(), Set.copyOf(names).size());
        assertTrue(names.size() >= 28, names::toString);
    }

    private static String success(JsonNode responses) {
        return responses.has("303") ? "303" : responses.has("200") ? "200" : "201";
    }

    private static String address(JavaClass type) {
        return type.getAnnotationOfType(jakarta.ws.rs.Path.class).value();
    }

    private static JsonNode contract() throws IOException {
        return new YAMLMapper().readTree(Files.readString(OPENAPI));
    }
}
