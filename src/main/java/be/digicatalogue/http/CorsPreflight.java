package be.digicatalogue.http;

import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Answers CORS preflight requests of browsers. Pages of any origin may read the public faces; none may use /admin or send
 * reports. They may
 * send any header: clients add headers of their own, such as {@code traceparent}, and the public faces ignore those.
 */
@Singleton
public class CorsPreflight implements RequestStep {

    private static final String REQUESTED = "Access-Control-Request-Headers";

    /** For a browser that names no header. */
    private static final String USUAL =
            "Accept, Accept-Language, Content-Type, If-None-Match, Last-Event-ID, Mcp-Protocol-Version, "
                    + CatalogueRevision.AT_LEAST;

    /** Names of headers are tokens (RFC 9110, 5.6.2); at most {@value #LONGEST} characters are sent back. */
    private static final Pattern NAMES =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+([ \\t]*,[ \\t]*[!#$%&'*+.^_`|~0-9A-Za-z-]+)*+");

    private static final int LONGEST = 2000;

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        if (!isPreflight(context) || context.isAdmin() || context.isSecret()) {
            next.accept(context);
            return;
        }
        context.routing()
                .response()
                .putHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST")
                .putHeader("Access-Control-Allow-Headers", allowed(context))
                .putHeader("Vary", REQUESTED)
                .putHeader("Access-Control-Max-Age", "86400")
                .setStatusCode(204)
                .end();
    }

    /** What is asked for when it is a list of names; the usual headers otherwise. */
    private static String allowed(RequestContext context) {
        var requested = context.routing().request().getHeader(REQUESTED);
        return requested != null
                        && requested.length() <= LONGEST
                        && NAMES.matcher(requested).matches()
                ? requested
                : USUAL;
    }

    private static boolean isPreflight(RequestContext context) {
        var request = context.routing().request();
        return request.method() == HttpMethod.OPTIONS
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }
}
