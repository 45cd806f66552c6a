package be.digicatalogue.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Under which address the service is known to its callers; links start with it. */
@ApplicationScoped
public class PublicAddress {

    /** A host name, IPv4 or bracketed IPv6 address, with an optional port: nothing that could break out of a link. */
    private static final Pattern AUTHORITY =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    private static final String ADDRESS = "public address";

    private final Optional<String> configured;

    /** What requests came to, each looked at once. */
    private final LoadingCache<Came, Optional<String>> known =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(1_000).build(PublicAddress::address);

    private record Came(String scheme, String authority) {}

    /** The longest host name with a port. */
    private static final int LONGEST = 260;

    PublicAddress(@ConfigProperty(name = "catalogue.base-url") Optional<String> configured) {
        this.configured = configured.map(address -> address.replaceAll("/+$", ""));
    }

    /** The configured address, or the scheme and host that the request came to; empty when that can be no host. */
    Optional<String> of(RoutingContext request) {
        if (configured.isPresent()) {
            return configured;
        }
        Optional<String> found = request.get(ADDRESS);
        if (found == null) {
            found = of(request.request());
            request.put(ADDRESS, found);
        }
        return found;
    }

    private Optional<String> of(HttpServerRequest request) {
        var authority = request.authority() == null ? "" : request.authority().toString();
        return authority.length() > LONGEST ? Optional.empty() : known.get(new Came(request.scheme(), authority));
    }

    private static Optional<String> address(Came came) {
        return AUTHORITY.matcher(came.authority()).matches()
                ? Optional.of(came.scheme() + "://" + came.authority())
                : Optional.empty();
    }
}
