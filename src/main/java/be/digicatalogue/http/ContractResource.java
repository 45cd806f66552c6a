package be.digicatalogue.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;

/**
 * The OpenAPI document as YAML and as JSON: at one address in the form that a client chooses, and at two addresses with the
 * endings that tools look for.
 */
@Path("/openapi{extension: (\\.(yaml|json))?}")
@Produces(MediaType.WILDCARD)
public class ContractResource {

    private final RequestContext context;
    private final Contract contract;

    ContractResource(RequestContext context, Contract contract) {
        this.context = context;
        this.contract = contract;
    }

    /** {@code format} takes precedence over {@code Accept}; an extension leaves no choice. */
    @GET
    public Document contract(@PathParam("extension") String extension) {
        var offered = Stream.of(contract.yaml(), contract.json())
                .filter(document -> extension.isEmpty() || document == ofFormat(extension.substring(1)))
                .toList();
        var format = context.question(
                parameters -> extension.isEmpty() ? parameters.oneOf("format", List.of("yaml", "json")) : null);
        return format == null
                ? context.accepted(offered, document -> document.type().toString())
                        .orElseThrow(NotAcceptableException::new)
                : ofFormat(format);
    }

    private Document ofFormat(String format) {
        return format.equals("json") ? contract.json() : contract.yaml();
    }
}
