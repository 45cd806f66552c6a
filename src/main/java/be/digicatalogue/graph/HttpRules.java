package be.digicatalogue.graph;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Refuses what GraphQL over HTTP does not take, in the error format of GraphQL; SmallRye refuses it without a word. */
@ApplicationScoped
public class HttpRules {

    /** Behind the headers that all answers have, before the endpoint. */
    private static final int ORDER = 900;

    private static final Set<String> PATHS = Set.of("/graphql", "/graphql/");
    private static final String RESPONSE = "application/graphql-response+json";
    private static final Set<String> REQUESTS = Set.of("application/json", "application/graphql+json");
    private static final Set<String> RESPONSES =
            Set.of(RESPONSE, "application/json", "application/graphql+json", "application/*", "*/*");

    void register(@Observes Filters filters) {
        filters.register(this::check, ORDER);
    }

    private void check(RoutingContext request) {
        if (!PATHS.contains(request.normalizedPath())
                || request.request().method() == HttpMethod.OPTIONS
                || request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            request.next();
        } else if (request.request().method() != HttpMethod.POST) {
            request.response().putHeader("Allow", "POST, OPTIONS");
            refuse(request, 405, "Allowed: POST.");
        } else if (!accepts(request.request().getHeader("Accept"))) {
            refuse(request, 406, "Available: " + RESPONSE + ", application/json.");
        } else if (!REQUESTS.contains(mediaType(request.request().getHeader("Content-Type")))) {
            refuse(request, 415, "Allowed: application/json, as {\"query\": \"{ provinces { name } }\"}.");
        } else {
            request.next();
        }
    }

    private static boolean accepts(String accept) {
        return accept == null
                || Arrays.stream(accept.split(",")).map(HttpRules::mediaType).anyMatch(RESPONSES::contains);
    }

    private static String mediaType(String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static void refuse(RoutingContext request, int status, String message) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", RESPONSE)
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put(
                                "errors",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("message", message)
                                                .put("extensions", new JsonObject().put("code", "BAD_REQUEST"))))
                        .toBuffer());
    }
}
