package be.digicatalogue.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Authenticates curators: by a token whose hash is configured, or by a token that the configured issuer signed. */
@ApplicationScoped
public class Access {

    /** RFC 6750, 2.1; the scheme is case-insensitive. */
    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([A-Za-z0-9._~+/-]+=*) *");

    private final StaticTokens tokens;
    private final Optional<IssuedTokens> issued;

    /** The settings of an issuer, which belong together: the service does not start with some of them. */
    public static final List<String> OF_ISSUER =
            List.of("catalogue.admin.jwt.issuer", "catalogue.admin.jwt.jwks", "catalogue.admin.jwt.audience");

    Access(
            @ConfigProperty(name = "catalogue.admin.tokens") Optional<String> tokens,
            @ConfigProperty(name = "catalogue.admin.jwt.issuer") Optional<String> issuer,
            @ConfigProperty(name = "catalogue.admin.jwt.jwks") Optional<String> keys,
            @ConfigProperty(name = "catalogue.admin.jwt.audience") Optional<String> audience) {
        this.tokens = StaticTokens.parse(tokens.orElse(""));
        this.issued = issuer.map(name -> new IssuedTokens(name, keys.orElseThrow(), audience.orElseThrow()));
    }

    /** @throws IllegalArgumentException when these are no tokens; its message shows nothing of them */
    public static void checkTokens(String tokens) {
        StaticTokens.parse(tokens);
    }

    /** @throws IllegalArgumentException when these are neither a URL nor a file with keys */
    public static void checkKeys(String keys) {
        IssuedTokens.resolver(keys);
    }

    /** False while no kind of token is configured: then nothing exists under /admin. */
    public boolean isConfigured() {
        return !tokens.isEmpty() || issued.isPresent();
    }

    /**
     * The curator of the {@code Authorization} headers of a request. This may wait for the issuer.
     *
     * @throws NotAdmitted when they contain no valid token
     */
    Curator admit(List<String> authorization) throws NotAdmitted {
        if (authorization.isEmpty()) {
            throw new NotAdmitted("there is no token");
        }
        var bearer = BEARER.matcher(authorization.get(0));
        if (authorization.size() > 1 || !bearer.matches()) {
            throw new NotAdmitted("the header Authorization holds no bearer token");
        }
        var token = bearer.group(1);
        var known = tokens.find(token);
        if (known.isPresent()) {
            return known.get();
        }
        if (issued.isPresent()) {
            return issued.get().verify(token);
        }
        throw new NotAdmitted("the token is not known");
    }
}
