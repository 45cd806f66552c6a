package be.digicatalogue.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an answer tells browsers not to do with it. All values are made once, at the start. */
@ApplicationScoped
public class SecurityHeaders {

    /** Nothing of this service runs or loads anything, but for its pages. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The pages load their own files only; both editors set styles in the elements, and images and fonts as data. */
    private static final String OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String POLICY = "Content-Security-Policy";
    private static final Set<String> PAGES = Set.of("/swagger-ui", "/graphql-ui", "/webjars");

    private final Head ofData;
    private final Head ofPages;

    SecurityHeaders(@ConfigProperty(name = "catalogue.base-url") Optional<String> publicAddress) {
        boolean secure =
                publicAddress.filter(address -> address.startsWith("https:")).isPresent();
        ofData = Head.of(headers(NOTHING, secure));
        ofPages = Head.of(headers(OWN_FILES, secure));
    }

    /** Those of a problem that is sent before the request can be read. */
    public static Map<String, String> ofProblems() {
        return headers(NOTHING, false);
    }

    Head ofData() {
        return ofData;
    }

    /** Those that a page has instead; empty for any other path. */
    Optional<Head> ofPage(String path) {
        return isPage(path) ? Optional.of(ofPages) : Optional.empty();
    }

    private static boolean isPage(String path) {
        int second = path.indexOf('/', 1);
        return PAGES.contains(second < 0 ? path : path.substring(0, second));
    }

    private static Map<String, String> headers(String policy, boolean secure) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(POLICY, policy);
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "no-referrer");
        // Anybody's page may read this API; what curators see is guarded by its token and has no cookie.
        headers.put("Cross-Origin-Resource-Policy", "cross-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return headers;
    }
}
