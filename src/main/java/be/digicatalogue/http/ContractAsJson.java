package be.digicatalogue.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the contract as JSON. This happens in the build, because parsing the YAML would take a second of every start; the
 * service serves both formats.
 */
public final class ContractAsJson {

    private ContractAsJson() {}

    /** Converts the YAML file in the first argument to the JSON file in the second. */
    public static void main(String... arguments) throws IOException {
        var yaml = new YAMLMapper().readTree(Files.readAllBytes(Path.of(arguments[0])));
        Files.write(Path.of(arguments[1]), new ObjectMapper().writeValueAsBytes(yaml));
    }
}
