package be.digicatalogue.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/**
 * The OpenAPI document as YAML and as JSON: at one address in the form that a client chooses, and at two addresses with the
 * endings that tools look for.
 */
@Path("")
@Produces(MediaType.WILDCARD)
public class ContractResource {

    private final RequestContext context;
    private final Contract contract;

    ContractResource(RequestContext context, Contract contract) {
        this.context = context;
        this.contract = contract;
    }

    /** {@code format} takes precedence over {@code Accept}. */
    @GET
    @Path("openapi")
    public Document contract() {
        var format = context.question(parameters -> parameters.oneOf("format", List.of("yaml", "json")));
        var chosen = format == null
                ? context.accepted(List.of(contract.yaml(), contract.json()), document -> document.type()
                        .toString())
                : Optional.of(format.equals("json") ? contract.json() : contract.yaml());
        return chosen.orElseThrow(NotAcceptableException::new);
    }

    @GET
    @Path("openapi.yaml")
    public Document yaml() {
        return only(contract.yaml());
    }

    @GET
    @Path("openapi.json")
    public Document json() {
        return only(contract.json());
    }

    private Document only(Document document) {
        context.question(parameters -> null);
        return context.accepted(List.of(document), only -> only.type().toString())
                .orElseThrow(NotAcceptableException::new);
    }
}
