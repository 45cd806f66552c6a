package be.digicatalogue.access;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Clients;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import org.jboss.logging.Logger;

/** The curator who sent the current request. Each resource under /admin requires its role here. */
@RequestScoped
public class Caller {

    private static final Logger LOG = Logger.getLogger(Caller.class);
    private static final String CURATOR = "curator";
    private final RoutingContext request;
    private final Clients clients;

    Caller(RoutingContext request, Clients clients) {
        this.request = request;
        this.clients = clients;
    }

    static void enters(RoutingContext request, Curator curator) {
        request.put(CURATOR, curator);
    }

    /**
     * The curator, who must have one of these roles.
     *
     * @throws Refusal 403 otherwise
     */
    public Curator must(Role... oneOf) {
        Curator curator = request.get(CURATOR);
        if (curator == null) {
            throw new IllegalStateException("a resource for curators lies outside the gate");
        }
        if (Arrays.stream(oneOf).noneMatch(curator.roles()::contains)) {
            var needed = Arrays.stream(oneOf).map(Role::id).toList();
            LOG.warnf(
                    "Refused %s at %s: needs one of the roles %s",
                    curator.name(), clients.of(request.request()), needed);
            throw new Refusal(Problem.forbidden(Message.of("access.roleMissing", needed)));
        }
        return curator;
    }
}
