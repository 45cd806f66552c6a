package be.digicatalogue.http;

import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Answers CORS preflight requests of browsers. Pages of any origin may read the public faces; none may use /admin. */
@Singleton
public class CorsPreflight implements RequestStep {

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        if (!isPreflight(context) || context.isAdmin()) {
            next.accept(context);
            return;
        }
        context.routing()
                .response()
                .putHeader("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST")
                .putHeader(
                        "Access-Control-Allow-Headers",
                        "Accept, Accept-Language, Content-Type, If-None-Match, Last-Event-ID, Mcp-Protocol-Version, "
                                + CatalogueRevision.AT_LEAST)
                .putHeader("Access-Control-Max-Age", "86400")
                .setStatusCode(204)
                .end();
    }

    private static boolean isPreflight(RequestContext context) {
        var request = context.routing().request();
        return request.method() == HttpMethod.OPTIONS
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }
}
