package be.digicatalogue.graph;

import be.digicatalogue.http.AnswerSender;
import be.digicatalogue.http.Document;
import be.digicatalogue.http.RequestContext;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.DirectiveInfo;
import graphql.schema.idl.SchemaPrinter;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/**
 * Serves the complete schema in GraphQL's schema definition language, for other implementations. SmallRye would print it for
 * each request, and either without its scalars or with unusable directives.
 */
@ApplicationScoped
public class SchemaEndpoint {

    /** Before the route of SmallRye. */
    private static final int ORDER = -800;

    private static final String ADDRESS = "/graphql/schema.graphql";

    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final RequestContext context;
    private final AnswerSender sender;
    private final CurrentVertxRequest current;
    private final Document schema;

    SchemaEndpoint(RequestContext context, AnswerSender sender, CurrentVertxRequest current, GraphQLSchema schema) {
        this.context = context;
        this.sender = sender;
        this.current = current;
        var printer = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                .includeDirectiveDefinitions(false)
                .includeDirectives(DirectiveInfo::isGraphqlSpecifiedDirective));
        this.schema = Document.of(
                printer.print(schema).getBytes(StandardCharsets.UTF_8), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"));
    }

    void register(@Observes Router router) {
        router.route(ADDRESS)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(this::answer);
        router.route(ADDRESS).order(ORDER).handler(SchemaEndpoint::refuse);
    }

    private static void refuse(RoutingContext request) {
        request.response().putHeader(HttpHeaders.ALLOW, METHODS);
        if (request.request().method() == HttpMethod.OPTIONS) {
            request.response().setStatusCode(204).end();
        } else {
            request.fail(405);
        }
    }

    private void answer(RoutingContext request) {
        var requests = Arc.container().requestContext();
        requests.activate();
        try {
            current.setCurrent(request);
            sender.end(schema);
        } finally {
            requests.terminate();
        }
    }
}
