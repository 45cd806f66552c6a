package be.digicatalogue.access;

import be.digicatalogue.fact.Link;
import be.digicatalogue.http.RequestContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The starting point for curators: the name of the curator, the roles and links. */
@Path("/admin/v1")
@Produces(MediaType.APPLICATION_JSON)
public class CuratorResource {

    private final RequestContext context;
    private final Caller caller;

    CuratorResource(RequestContext context, Caller caller) {
        this.context = context;
        this.caller = caller;
    }

    @GET
    public Myself myself() {
        context.question(parameters -> null);
        var curator = caller.must(Role.values());
        return new Myself(
                curator.name(),
                Arrays.stream(Role.values()).filter(curator.roles()::contains).toList(),
                Map.of(
                        "publications",
                        new Link("/admin/v1/publications"),
                        "reports",
                        new Link("/admin/v1/reports"),
                        "confirmations",
                        new Link("/admin/v1/confirmations")));
    }

    /** The curator who sent the request. */
    public record Myself(String name, List<Role> roles, Map<String, Link> links) {}
}
