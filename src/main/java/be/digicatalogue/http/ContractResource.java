package be.digicatalogue.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The OpenAPI document as it was written, and the same as JSON. */
@Path("/openapi")
public class ContractResource {

    private final Asked asked;
    private final Contract contract;

    ContractResource(Asked asked, Contract contract) {
        this.asked = asked;
        this.contract = contract;
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
        return wantsJson ? contract.json() : contract.yaml();
    }
}
