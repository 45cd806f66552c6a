package be.digicatalogue.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What requests are measured by: the addresses of the contract, those with an id under their template. Whatever is none of
 * them has one name, so that nobody can make measurements without end by asking for nonsense.
 */
@Singleton
public class Routes implements RequestStep {

    /** What operators and readers of pages ask for besides. */
    private static final List<String> OTHERS = List.of(
            "/graphql-ui",
            "/graphql-ui/{file}",
            "/swagger-ui",
            "/swagger-ui/{file}",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/health/started",
            "/q/metrics");

    private static final String OTHER = "/other";

    /** One address, and how often its answer was at hand. */
    static final class Route {

        private final String template;
        private final AcceptableFormats formats;
        private final boolean page;
        private final Map<String, EncodedHeaders> deprecations;
        private final Map<KnownAnswers.Result, Counter> counts = new EnumMap<>(KnownAnswers.Result.class);

        Route(
                String template,
                AcceptableFormats formats,
                boolean page,
                Map<String, EncodedHeaders> deprecations,
                MeterRegistry meters) {
            this.template = template;
            this.formats = formats;
            this.page = page;
            this.deprecations = deprecations;
            for (var result : KnownAnswers.Result.values()) {
                counts.put(
                        result,
                        Counter.builder("catalogue.answers")
                                .description("Requests by whether their answer was at hand")
                                .tag("cache", result.name().toLowerCase(Locale.ROOT))
                                .tag("uri", template)
                                .register(meters));
            }
        }

        AcceptableFormats formats() {
            return formats;
        }

        /** Its address in Dutch when it is a page; empty otherwise. */
        Optional<String> page() {
            return page ? Optional.of(template) : Optional.empty();
        }
    }

    /** A segment of an address, with what may follow it. */
    private static final class Segment {

        private final Map<String, Segment> named = new HashMap<>();
        /** By what stands behind the id, such as {@code .ics}. */
        private final Map<String, Segment> ending = new HashMap<>();

        private Segment any;
        private Route route;

        Segment next(String text) {
            if (!text.contains("{")) {
                return named.computeIfAbsent(text, unknown -> new Segment());
            }
            if (!text.endsWith("}")) {
                return ending.computeIfAbsent(text.substring(text.indexOf('}') + 1), unknown -> new Segment());
            }
            if (any == null) {
                any = new Segment();
            }
            return any;
        }

        Segment at(String text) {
            var exact = named.get(text);
            if (exact != null) {
                return exact;
            }
            int dot = ending.isEmpty() ? -1 : text.lastIndexOf('.');
            return dot < 0 ? any : ending.getOrDefault(text.substring(dot), any);
        }
    }

    private final Segment root = new Segment();
    private final Route other;

    Routes(Contract contract, Formats formats, HtmlPages pages, MeterRegistry meters) {
        other = new Route(OTHER, formats.at(OTHER), false, Map.of(), meters);
        Stream.concat(contract.paths().stream(), OTHERS.stream())
                .forEach(path ->
                        add(path, new Route(path, formats.at(path), false, contract.deprecations(path), meters)));
        var byTemplate = new HashMap<String, Route>();
        pages.addresses()
                .forEach((path, template) -> add(
                        path,
                        byTemplate.computeIfAbsent(
                                template, first -> new Route(first, formats.at(first), true, Map.of(), meters))));
    }

    private void add(String template, Route route) {
        var segment = root;
        for (var text : template.substring(1).split("/")) {
            segment = text.isEmpty() ? root : segment.next(text);
        }
        segment.route = route;
    }

    /** So that no request waits until it is made. */
    void make(@Observes StartupEvent start) {}

    /** The address that a path is one of, as it stands in the contract. */
    String template(String path) {
        return of(path).template;
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        name(context);
        next.accept(context);
    }

    /** Finds the route of a request, and names it for the measurements, also of those that no router will see. */
    void name(RequestContext context) {
        var path = context.routing().request().path();
        var route = path == null ? other : of(path);
        context.route(route);
        if (!route.deprecations.isEmpty()) {
            var headers =
                    route.deprecations.get(context.routing().request().method().name());
            if (headers != null) {
                headers.setIn(context.routing().response().headers());
            }
        }
        var metric = HttpRequestMetric.getRequestMetric(context.routing());
        if (metric != null) {
            metric.setTemplatePath(route.template);
        }
    }

    /** Counts a request by whether its answer was known. */
    void count(RequestContext context, KnownAnswers.Result result) {
        context.route().counts.get(result).increment();
    }

    private Route of(String path) {
        var segment = root;
        for (int from = 1; segment != null && from < path.length(); ) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            segment = segment.at(path.substring(from, end));
            from = end + 1;
        }
        return segment == null || segment.route == null ? other : segment.route;
    }
}
