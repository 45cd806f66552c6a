package be.digicatalogue.operation;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The attributes of a request in the access log that may contain personal data: client, path and user agent. Quarkus'
 * own attributes would log the query with the path, and headers unchanged.
 */
@ApplicationScoped
public class AccessLog {

    /** Runs before every other filter, so that rejected requests are logged as well. */
    private static final int FIRST = 100_000;

    /** The names of the attributes in the log pattern in application.properties, such as {@code %{d,loggedPath}}. */
    private static final String CLIENT = "loggedClient";

    private static final String PATH = "loggedPath";
    private static final String AGENT = "loggedAgent";

    /** Replacements for the end of a path that reveals where somebody lives or that contains a secret. */
    private static final Map<Pattern, String> HIDDEN =
            Map.of(Pattern.compile("(/places/).+", Pattern.CASE_INSENSITIVE), "$1{id}");

    /** No URL of the service has these characters. They start a doubly encoded query or a path parameter. */
    private static final Pattern NO_PATH = Pattern.compile("[^A-Za-z0-9/._~-].*", Pattern.DOTALL);

    private static final Pattern NO_ADDRESS = Pattern.compile("[^0-9A-Za-z:.\\[\\]-]");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");
    private static final int LONGEST = 200;

    private final boolean enabled;

    AccessLog(@ConfigProperty(name = "quarkus.http.access-log.enabled", defaultValue = "false") boolean enabled) {
        this.enabled = enabled;
    }

    void register(@Observes Filters filters) {
        if (enabled) {
            filters.register(
                    request -> {
                        request.put(CLIENT, client(request));
                        request.put(PATH, path(request));
                        request.put(AGENT, agent(request));
                        request.next();
                    },
                    FIRST);
        }
    }

    /** With proxy forwarding, this text comes from a header. */
    private static String client(RoutingContext request) {
        var address = request.request().remoteAddress();
        return address == null || address.host() == null
                ? "-"
                : cut(NO_ADDRESS.matcher(address.host()).replaceAll("?"));
    }

    private static String path(RoutingContext request) {
        var path = SecretPath.masked(NO_PATH.matcher(normalized(request)).replaceFirst("…"));
        for (var hidden : HIDDEN.entrySet()) {
            path = hidden.getKey().matcher(path).replaceFirst(hidden.getValue());
        }
        return cut(path);
    }

    /** The path as routing sees it: a percent-encoded letter equals that letter. */
    private static String normalized(RoutingContext request) {
        try {
            return request.normalizedPath();
        } catch (IllegalArgumentException malformed) {
            return "…";
        }
    }

    /** A control character could fake a line of the log, or be a command to the terminal that shows it. */
    private static String agent(RoutingContext request) {
        var agent = request.request().getHeader(HttpHeaders.USER_AGENT);
        return agent == null ? "-" : cut(NOT_PRINTABLE.matcher(agent).replaceAll("?"));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
