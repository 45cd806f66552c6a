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
@Path("/openapi")
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
    public Document contract() {
        var format = context.question(parameters -> parameters.oneOf("format", List.of("yaml", "json")));
        var chosen = format == null
                ? context.accepted(List.of(contract.yaml(), contract.json()), document -> document.type()
                        .toString())
                : Optional.of(format.equals("json") ? contract.json() : contract.yaml());
        return chosen.orElseThrow(NotAcceptableException::new);
    }

    private static Document only(Document document, RequestContext context) {
        context.question(parameters -> null);
        return context.accepted(List.of(document), only -> only.type().toString())
                .orElseThrow(NotAcceptableException::new);
    }

    /** The document as YAML. */
    @Path("/openapi.yaml")
    @Produces(MediaType.WILDCARD)
    public static class YamlContractResource {

        private final RequestContext context;
        private final Contract contract;

        YamlContractResource(RequestContext context, Contract contract) {
            this.context = context;
            this.contract = contract;
        }

        @GET
        public Document yaml() {
            return only(contract.yaml(), context);
        }
    }

    /** The document as JSON. */
    @Path("/openapi.json")
    @Produces(MediaType.WILDCARD)
    public static class JsonContractResource {

        private final RequestContext context;
        private final Contract contract;

        JsonContractResource(RequestContext context, Contract contract) {
            this.context = context;
            this.contract = contract;
        }

        @GET
        public Document json() {
            return only(contract.json(), context);
        }
    }
}
