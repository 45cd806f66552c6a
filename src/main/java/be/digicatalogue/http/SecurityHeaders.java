package be.digicatalogue.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The security headers for browsers. All values are computed at start. */
@ApplicationScoped
public class SecurityHeaders {

    /** Answers other than pages must not run or load anything. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI and GraphiQL load only files of this service, but set styles in elements, and images and fonts as data. */
    private static final String EDITORS = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Pages run and load only files of this service, and map tiles from the configured server. */
    private static final String OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:%s; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    /** The scheme and host of a URL of map tiles; its subdomain {s} is a wildcard. */
    private static final Pattern TILE_SERVER =
            Pattern.compile("(https?://[^/{}'\";,\\s]*(?:\\{s}\\.)?[^/{}'\";,\\s]*)/.*");

    private static final String POLICY = "Content-Security-Policy";

    /** The headers, beside those of data, of documents with a style and an icon of this service and nothing that runs. */
    public static final Map<String, String> OF_DOCUMENTS = Map.of(
            POLICY,
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");

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

    /** The headers of a problem that is sent before the request can be read. */
    public static Map<String, String> ofProblems() {
        return headers(NOTHING, false);
    }

    EncodedHeaders ofData() {
        return ofData;
    }

    /** The headers of a page; empty for any other request. */
    Optional<EncodedHeaders> ofPage(RequestContext context) {
        if (context.page().isPresent()) {
            return Optional.of(ofPages);
        }
        return isEditor(context.routing().request().path()) ? Optional.of(ofEditors) : Optional.empty();
    }

    EncodedHeaders ofPages() {
        return ofPages;
    }

    /**
     * The scheme and host of a URL of map tiles, such as {@code https://tiles.example/{z}/{x}/{y}.png}.
     *
     * @throws IllegalArgumentException when it is not such a URL
     */
    public static String tileServer(String address) {
        var server = TILE_SERVER.matcher(address);
        if (!server.matches() || !List.of("{z}", "{x}", "{y}").stream().allMatch(address::contains)) {
            throw new IllegalArgumentException(address + " is not a URL of map tiles");
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
        // Pages of any origin may read this API; what curators see is protected by a token and uses no cookies.
        headers.put("Cross-Origin-Resource-Policy", "cross-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return headers;
    }
}
