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
 * What the access log tells of a request besides numbers: its client, its path and the program that asked. Quarkus' own
 * attributes print the query with the path, and what a header holds as it is.
 */
@ApplicationScoped
public class AccessLog {

    /** Before everything else, so that what is refused is logged as well. */
    private static final int FIRST = 100_000;

    /** Names of what the pattern in application.properties takes from a request, as {@code %{d,loggedPath}}. */
    private static final String CLIENT = "loggedClient";

    private static final String PATH = "loggedPath";
    private static final String AGENT = "loggedAgent";

    /** What is shown instead of the end of a path that tells where somebody lives, or that lets in whoever knows it. */
    private static final Map<Pattern, String> HIDDEN =
            Map.of(Pattern.compile("(/places/).+", Pattern.CASE_INSENSITIVE), "$1{id}");

    /** No address of the service has these characters; a query follows that was encoded twice, or a parameter of the path. */
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

    /** With proxy forwarding this is text of a header. */
    private static String client(RoutingContext request) {
        var address = request.request().remoteAddress();
        return address == null || address.host() == null
                ? "-"
                : cut(NO_ADDRESS.matcher(address.host()).replaceAll("?"));
    }

    private static String path(RoutingContext request) {
        var path = NO_PATH.matcher(normalized(request)).replaceFirst("…");
        for (var hidden : HIDDEN.entrySet()) {
            path = hidden.getKey().matcher(path).replaceFirst(hidden.getValue());
        }
        return cut(path);
    }

    /** As routing sees it: a percent-encoded letter is that letter. */
    private static String normalized(RoutingContext request) {
        try {
            return request.normalizedPath();
        } catch (IllegalArgumentException malformed) {
            return "…";
        }
    }

    /** A control character could pass for a line of its own, or for a command to the terminal that shows it. */
    private static String agent(RoutingContext request) {
        var agent = request.request().getHeader(HttpHeaders.USER_AGENT);
        return agent == null ? "-" : cut(NOT_PRINTABLE.matcher(agent).replaceAll("?"));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
