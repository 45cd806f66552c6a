package be.digicatalogue.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the contract as JSON. The build does so, because every start would spend a second on reading it as YAML; the
 * service serves both forms.
 */
public final class ContractAsJson {

    private ContractAsJson() {}

    /** From the YAML file that is named first to the JSON file that is named second. */
    public static void main(String... arguments) throws IOException {
        var yaml = new YAMLMapper().readTree(Files.readAllBytes(Path.of(arguments[0])));
        Files.write(Path.of(arguments[1]), new ObjectMapper().writeValueAsBytes(yaml));
    }
}
