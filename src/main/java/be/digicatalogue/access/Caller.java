package be.digicatalogue.access;

import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Who sent the request at hand, for the resources under /admin: each asks for the role that it needs. */
@RequestScoped
public class Caller {

    private static final Logger LOG = Logger.getLogger(Caller.class);
    private static final String CURATOR = "curator";
    private static final int LONGEST_ADDRESS = 64;

    private final RoutingContext request;

    Caller(RoutingContext request) {
        this.request = request;
    }

    static void enters(RoutingContext request, Curator curator) {
        request.put(CURATOR, curator);
    }

    /** The address a request came from; the one that a proxy names only where proxies are believed. */
    static String address(RoutingContext request) {
        var remote = request.request().remoteAddress();
        if (remote == null) {
            return "an unknown address";
        }
        var address = remote.hostAddress() == null ? String.valueOf(remote.host()) : remote.hostAddress();
        return address.replaceAll("[^A-Za-z0-9.:_%-]", "?").substring(0, Math.min(address.length(), LONGEST_ADDRESS));
    }

    /**
     * The curator, who has one of these roles.
     *
     * @throws Refusal 403 when not
     */
    public Curator must(Role... oneOf) {
        Curator curator = request.get(CURATOR);
        if (curator == null) {
            throw new IllegalStateException("a resource for curators lies outside the gate");
        }
        if (Arrays.stream(oneOf).noneMatch(curator.roles()::contains)) {
            var needed = Arrays.stream(oneOf).map(Role::id).collect(Collectors.joining(" or "));
            LOG.warnf("Refused %s at %s: needs the role %s", curator.name(), address(request), needed);
            throw new Refusal(Problem.forbidden("This needs the role " + needed + "."));
        }
        return curator;
    }
}
