package be.digicatalogue.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The OpenAPI document as it was written, and the same as JSON. */
@Path("/openapi")
public class ContractResource {

    private static final MediaType YAML = new MediaType("application", "yaml");

    private final Asked asked;
    private final byte[] yaml;
    private final byte[] json;

    ContractResource(Asked asked) {
        this.asked = asked;
        try (var stream = ContractResource.class.getResourceAsStream("/openapi/openapi.yaml")) {
            yaml = stream.readAllBytes();
            json = new ObjectMapper().writeValueAsBytes(new YAMLMapper().readTree(yaml));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read openapi.yaml", unreadable);
        }
    }

    /** {@code format} before {@code Accept}. */
    @GET
    @Produces({"application/yaml", "application/json"})
    public Document contract(HttpHeaders headers) {
        var format = asked.question(parameters -> parameters.oneOf("format", List.of("yaml", "json")));
        var wantsJson = format == null
                ? headers.getAcceptableMediaTypes().get(0).isCompatible(MediaType.APPLICATION_JSON_TYPE)
                        && !headers.getAcceptableMediaTypes().get(0).isWildcardType()
                : format.equals("json");
        return wantsJson ? Document.of(json, MediaType.APPLICATION_JSON_TYPE) : Document.of(yaml, YAML);
    }
}
