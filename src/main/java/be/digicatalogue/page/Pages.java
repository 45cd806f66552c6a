package be.digicatalogue.page;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.BoundedExports;
import be.digicatalogue.http.ErrorForm;
import be.digicatalogue.http.EveryAnswer;
import be.digicatalogue.http.Faults;
import be.digicatalogue.http.HtmlPages;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Routes;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.record.RecordKind;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds the page that an address means, and answers with it as the other faces do: kept, tagged, compressed. */
@ApplicationScoped
public class Pages implements HtmlPages, ErrorForm {

    /** Behind the answers that are given again, before the REST faces. */
    private static final int ORDER = -700;

    private static final String METHODS = "GET, HEAD, OPTIONS";

    /** Addresses for programs, which get problems in JSON whatever they accept. */
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "v1", "admin", "q", "openapi", "health", "graphql", "context", "dcat", "export", "id", "ldes", "mcp",
            "ogc");

    /** By type of record, the address of the page about one of them. */
    private static final Map<String, UnaryOperator<String>> ABOUT = Map.of(
            RecordKind.SERVICE_POINTS.code(), ServicePointPage::path,
            RecordKind.VOKA_OFFICES.code(), OfficePage::path,
            RecordKind.PARTNERS.code(), PartnerPage::path,
            RecordKind.CONSORTIA.code(), DigihubPage::path);

    private final Map<String, Page> byAddress;
    private final EveryAnswer answers;
    private final RequestContext context;
    private final CurrentVertxRequest current;
    private final BoundedExports bounded;

    Pages(
            @All List<Page> pages,
            EveryAnswer answers,
            RequestContext context,
            CurrentVertxRequest current,
            BoundedExports bounded) {
        this.byAddress = pages.stream().collect(Collectors.toMap(Page::address, Function.identity()));
        this.answers = answers;
        this.context = context;
        this.current = current;
        this.bounded = bounded;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance problem(Visit visit, PageHead head, Problem problem);
    }

    /** An address of the service, taken apart. */
    private record PageAddress(Language language, String path) {

        static PageAddress of(String path) {
            var whole = here(path);
            var plain = whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
            for (var language : Language.values()) {
                var prefix = "/" + language.tag();
                if (language != Language.NL && (plain.equals(prefix) || plain.startsWith(prefix + "/"))) {
                    var rest = plain.substring(prefix.length());
                    return new PageAddress(language, rest.isEmpty() ? "/" : here(rest));
                }
            }
            return new PageAddress(Language.NL, plain);
        }

        /** With one slash in front: a link that begins with two leads to another host. */
        private static String here(String path) {
            return path.replaceFirst("^[/\\\\]+", "/");
        }
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::handle);
    }

    @Override
    public Map<String, String> addresses() {
        var addresses = new HashMap<String, String>();
        for (var page : byAddress.values()) {
            for (var language : page.inEveryLanguage() ? List.of(Language.values()) : List.of(Language.NL)) {
                addresses.put(Visit.address(language, page.address()), page.address());
            }
        }
        return addresses;
    }

    @Override
    public Optional<String> about(Reference record, Language language) {
        return Optional.ofNullable(ABOUT.get(record.type()))
                .map(path -> Visit.address(language, path.apply(record.id())));
    }

    private void handle(RoutingContext request) {
        var page = Routes.page(request).map(byAddress::get);
        if (page.isEmpty()) {
            request.next();
            return;
        }
        var method = request.request().method();
        if (method == HttpMethod.OPTIONS) {
            request.response()
                    .putHeader(HttpHeaders.ALLOW, METHODS)
                    .setStatusCode(204)
                    .end();
        } else if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            request.response().putHeader(HttpHeaders.ALLOW, METHODS);
            answers.refuse(request, Problem.status(405, Message.of("problem.methodNotAllowed", METHODS)));
        } else {
            // Pages grow with the facts on them.
            request.vertx().executeBlocking(() -> answer(request, page.get()), false);
        }
    }

    private Void answer(RoutingContext request, Page page) {
        var address = PageAddress.of(request.request().path());
        RequestContext.speak(address.language(), request);
        var requests = Arc.container().requestContext();
        requests.activate();
        try {
            current.setCurrent(request);
            var visit = new Visit(address.language(), address.path(), context, context.catalogue());
            end(request, visit, page.show(visit));
        } catch (Refusal refusal) {
            refusal.retryAfterSeconds().ifPresent(seconds -> request.response()
                    .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
            answers.refuse(request, refusal.problem());
        } catch (BadQuestion question) {
            answers.refuse(request, Problem.badRequest(question.issues()));
        } catch (RuntimeException fault) {
            answers.refuse(request, Faults.logged(fault));
        } finally {
            requests.terminate();
        }
        return null;
    }

    private void end(RoutingContext request, Visit visit, PageAnswer shown) {
        if (shown.location() != null) {
            request.response()
                    .setStatusCode(shown.status())
                    .putHeader(HttpHeaders.LOCATION, shown.location())
                    .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                    .end();
            return;
        }
        var body = shown.page() == null
                ? shown.file()
                : bounded.made(answer -> answer.write(rendered(shown.page(), visit)));
        if (!shown.stored()) {
            context.endUnstored(body, shown.type());
        } else if (shown.status() == 200) {
            context.view().speak();
            context.end(body, shown.type());
        } else {
            context.explain(body, shown.type());
        }
    }

    private static byte[] rendered(TemplateInstance page, Visit visit) {
        return page.setLocale(visit.lang()).render().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<ErrorBody> tell(Problem problem, RoutingContext request, ProblemLanguage language) {
        var path = request.request().path() == null ? "/" : request.request().path();
        if (!asksForPages(request) || isForPrograms(path)) {
            return Optional.empty();
        }
        var address = PageAddress.of(path);
        var visit = new Visit(
                address.language(),
                address.path(),
                null,
                RequestContext.taken(request).orElse(null));
        var texts = visit.texts();
        var head = PageHead.of(
                        problem.status() == 404 ? texts.nothingHere() : texts.somethingWrong(), texts.siteAbout())
                .notIndexed();
        return Optional.of(new ErrorBody(
                rendered(Templates.problem(visit, head, problem), visit),
                Problem.PAGE_MEDIA_TYPE,
                new ProblemLanguage(address.language(), true)));
    }

    private static boolean isForPrograms(String path) {
        int second = path.indexOf('/', 1);
        return path.length() > 1 && FOR_PROGRAMS.contains(path.substring(1, second < 0 ? path.length() : second));
    }

    /** Whether a request names HTML, and does not like JSON better. A star is no wish for a page. */
    private static boolean asksForPages(RoutingContext request) {
        double html = 0;
        double json = 0;
        for (var accepted : request.request().headers().getAll(HttpHeaders.ACCEPT)) {
            for (var range : accepted.split(",")) {
                var parts = range.split(";", -1);
                var type = parts[0].strip();
                double weight = weight(parts);
                if (type.equalsIgnoreCase("text/html") || type.equalsIgnoreCase("application/xhtml+xml")) {
                    html = Math.max(html, weight);
                } else if (type.equalsIgnoreCase("application/json") || type.equalsIgnoreCase(Problem.MEDIA_TYPE)) {
                    json = Math.max(json, weight);
                }
            }
        }
        return html > 0 && html >= json;
    }

    private static double weight(String... parts) {
        for (int i = 1; i < parts.length; i++) {
            var parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException malformed) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
