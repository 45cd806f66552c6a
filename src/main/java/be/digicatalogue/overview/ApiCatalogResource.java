package be.digicatalogue.overview;

import be.digicatalogue.http.Document;
import be.digicatalogue.http.RequestContext;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The APIs of this service, for programs that know only its host: a linkset (RFC 9264) at the address of RFC 9727. */
@Path(ApiCatalogResource.PATH)
@Produces(MediaType.WILDCARD)
public class ApiCatalogResource {

    static final String PATH = "/.well-known/api-catalog";

    private static final String LINKSET = "application/linkset+json";
    private static final MediaType TYPE =
            new MediaType("application", "linkset+json", Map.of("profile", "https://www.rfc-editor.org/info/rfc9727"));

    private static final String DESCRIPTION = "service-desc";
    private static final String DOCUMENTATION = "service-doc";
    private static final String HTML = "text/html";
    private static final String CONTRACT = "/openapi.json";

    private final RequestContext context;

    ApiCatalogResource(RequestContext context) {
        this.context = context;
    }

    @GET
    public Response apis() {
        context.question(parameters -> null);
        if (context.accepted(List.of(LINKSET), form -> form).isEmpty()) {
            throw new NotAcceptableException();
        }
        var document = JsonNodeFactory.instance.objectNode();
        var linkset = document.putArray("linkset");
        var all = linkset.addObject().put("anchor", context.base() + PATH).putArray("item");
        for (var api : List.of(
                rest(),
                graphql(),
                api("/ogc", "/ogc/api", "application/vnd.oai.openapi+json"),
                api("/ldes", CONTRACT, MediaType.APPLICATION_JSON),
                api("/mcp", CONTRACT, MediaType.APPLICATION_JSON))) {
            all.addObject().set("href", api.get("anchor"));
            linkset.add(api);
        }
        return Response.ok(Document.of(document.toString().getBytes(StandardCharsets.UTF_8), TYPE))
                .header(HttpHeaders.LINK, "<" + context.base() + PATH + ">; rel=\"api-catalog\"")
                .build();
    }

    private ObjectNode rest() {
        var api = api("/v1", CONTRACT, MediaType.APPLICATION_JSON);
        link(api, DESCRIPTION, "/openapi.yaml", "application/yaml");
        link(api, DOCUMENTATION, "/swagger-ui/", HTML);
        link(api, "service-meta", "/dcat", "application/ld+json");
        link(api, "status", "/health", MediaType.APPLICATION_JSON);
        return api;
    }

    private ObjectNode graphql() {
        var api = api("/graphql", "/graphql/schema.graphql", MediaType.TEXT_PLAIN);
        link(api, DOCUMENTATION, "/graphql-ui/", HTML);
        return api;
    }

    private ObjectNode api(String path, String description, String type) {
        var api = JsonNodeFactory.instance.objectNode().put("anchor", context.base() + path);
        link(api, DESCRIPTION, description, type);
        return api;
    }

    private void link(ObjectNode api, String relation, String path, String type) {
        api.withArray(relation).addObject().put("href", context.base() + path).put("type", type);
    }
}
