package be.digicatalogue.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an answer tells browsers not to do with it. All values are made once, at the start. */
@ApplicationScoped
public class SecurityHeaders {

    /** Nothing of this service runs or loads anything, but for its pages. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The editors load their own files only; both set styles in the elements, and images and fonts as data. */
    private static final String EDITORS = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The pages run and load nothing but files of this service, and map tiles where an operator names a server of them. */
    private static final String OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:%s; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    /** The scheme and host of a tile address; its subdomains {s} are any. */
    private static final Pattern TILE_SERVER =
            Pattern.compile("(https?://[^/{}'\";,\\s]*(?:\\{s}\\.)?[^/{}'\";,\\s]*)/.*");

    private static final String POLICY = "Content-Security-Policy";
    private static final Set<String> EDITOR_PATHS = Set.of("/swagger-ui", "/graphql-ui", "/webjars");

    private final EncodedHeaders ofData;
    private final EncodedHeaders ofEditors;
    private final EncodedHeaders ofPages;

    SecurityHeaders(
            @ConfigProperty(name = "catalogue.base-url") Optional<String> publicAddress,
            @ConfigProperty(name = "catalogue.map.tiles") Optional<String> tiles) {
        boolean secure =
                publicAddress.filter(address -> address.startsWith("https:")).isPresent();
        ofData = EncodedHeaders.of(headers(NOTHING, secure));
        ofEditors = EncodedHeaders.of(headers(EDITORS, secure));
        var pages = headers(
                OWN_FILES.formatted(
                        tiles.map(address -> " " + tileServer(address)).orElse("")),
                secure);
        pages.put("Permissions-Policy", "camera=(), geolocation=(self), microphone=()");
        ofPages = EncodedHeaders.of(pages);
    }

    /** Those of a problem that is sent before the request can be read. */
    public static Map<String, String> ofProblems() {
        return headers(NOTHING, false);
    }

    EncodedHeaders ofData() {
        return ofData;
    }

    /** Those that a page has instead; empty for any other request. */
    Optional<EncodedHeaders> ofPage(RequestContext context) {
        if (context.page().isPresent()) {
            return Optional.of(ofPages);
        }
        return isEditor(context.routing().request().path()) ? Optional.of(ofEditors) : Optional.empty();
    }

    EncodedHeaders ofPages() {
        return ofPages;
    }

    private static String tileServer(String address) {
        var server = TILE_SERVER.matcher(address);
        if (!server.matches()) {
            throw new IllegalArgumentException("catalogue.map.tiles must be an address such as"
                    + " https://tiles.example/{z}/{x}/{y}.png, not " + address);
        }
        return server.group(1).replace("{s}", "*");
    }

    private static boolean isEditor(String path) {
        int second = path.indexOf('/', 1);
        return EDITOR_PATHS.contains(second < 0 ? path : path.substring(0, second));
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
