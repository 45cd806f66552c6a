package be.digicatalogue.http;

import io.vertx.core.http.HttpServerRequest;
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

    private final Optional<String> configured;

    PublicAddress(@ConfigProperty(name = "catalogue.base-url") Optional<String> configured) {
        this.configured = configured.map(address -> address.replaceAll("/+$", ""));
    }

    /**
     * The configured address, or the scheme and host that the request came to.
     *
     * @throws Refusal when the request names a host that cannot be one
     */
    String of(HttpServerRequest request) {
        return configured.orElseGet(() -> {
            var authority =
                    request.authority() == null ? "" : request.authority().toString();
            if (!AUTHORITY.matcher(authority).matches()) {
                throw new Refusal(
                        Problem.badRequest("The Host header names no host. Allowed: a host name, with a port."));
            }
            return request.scheme() + "://" + authority;
        });
    }
}
