package be.digicatalogue.page;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Accept;
import be.digicatalogue.http.AnswerSender;
import be.digicatalogue.http.BoundedExports;
import be.digicatalogue.http.ErrorForm;
import be.digicatalogue.http.Faults;
import be.digicatalogue.http.HtmlPages;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.ProblemLanguage;
import be.digicatalogue.http.QueryString;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.http.RequestBody;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.RouterErrors;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.record.RecordKind;
import io.quarkus.arc.All;
import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the page of a URL and serves it like the other faces do: cached, tagged and compressed. */
@ApplicationScoped
public class Pages implements HtmlPages, ErrorForm {

    /** After the step that answers from the cache, before REST. */
    private static final int ORDER = -700;

    private static final List<String> HTML = List.of("text/html", "application/xhtml+xml");
    private static final List<String> JSON = List.of("application/json", Problem.MEDIA_TYPE);

    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String METHODS_OF_FORM = "GET, HEAD, OPTIONS, POST";

    /** Paths for programs, which get problems in JSON whatever they accept. */
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "v1",
            "admin",
            "q",
            "openapi",
            "openapi.json",
            "openapi.yaml",
            ".well-known",
            "health",
            "graphql",
            "context",
            "dcat",
            "export",
            "id",
            "ldes",
            "mcp",
            "ogc");

    /** The path of the page about a record, by type of record. */
    private static final Map<String, UnaryOperator<String>> ABOUT = Map.of(
            RecordKind.SERVICE_POINTS.code(), ServicePointPage::path,
            RecordKind.VOKA_OFFICES.code(), OfficePage::path,
            RecordKind.PARTNERS.code(), PartnerPage::path,
            RecordKind.CONSORTIA.code(), DigihubPage::path);

    private final Map<String, Page> byAddress;
    private final RouterErrors errors;
    private final RequestContext context;
    private final AnswerSender sender;
    private final CurrentVertxRequest current;
    private final BoundedExports bounded;

    Pages(
            @All List<Page> pages,
            RouterErrors errors,
            RequestContext context,
            AnswerSender sender,
            CurrentVertxRequest current,
            BoundedExports bounded) {
        this.byAddress = pages.stream().collect(Collectors.toMap(Page::address, Function.identity()));
        this.errors = errors;
        this.context = context;
        this.sender = sender;
        this.current = current;
        this.bounded = bounded;
    }

    @CheckedTemplate
    static class Templates {
        /** @param explanation {@code null} for the usual words for the status */
        static native TemplateInstance problem(Visit visit, PageHead head, Problem problem, String explanation);
    }

    /** A path of the service, split into language and page. */
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

        /** With one slash in front: a link that begins with two slashes leads to another host. */
        private static String here(String path) {
            return path.replaceFirst("^[/\\\\]+", "/");
        }
    }

    void register(@Observes Router router) {
        var forPrograms = FOR_PROGRAMS.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        router.routeWithRegex("/(?!(?:" + forPrograms + ")(?:/|$)).*")
                .order(ORDER)
                .handler(this::handle);
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
        return pathOf(record).map(path -> Visit.address(language, path));
    }

    /** The Dutch path of the page about a record; empty for a kind without pages. */
    static Optional<String> pathOf(Reference record) {
        return Optional.ofNullable(ABOUT.get(record.type())).map(path -> path.apply(record.id()));
    }

    private void handle(RoutingContext request) {
        var page = RequestContext.of(request).page().map(byAddress::get);
        if (page.isEmpty()) {
            request.next();
            return;
        }
        var method = request.request().method();
        var methods = page.get().takesForms() ? METHODS_OF_FORM : METHODS;
        if (method == HttpMethod.OPTIONS) {
            request.response()
                    .putHeader(HttpHeaders.ALLOW, methods)
                    .setStatusCode(204)
                    .end();
        } else if (method == HttpMethod.POST && page.get().takesForms()) {
            submit(request, page.get());
        } else if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            request.response().putHeader(HttpHeaders.ALLOW, methods);
            errors.end(request, Problem.status(405, Message.of("problem.methodNotAllowed", methods)));
        } else {
            // Rendering time grows with the number of facts on a page.
            request.vertx().executeBlocking(() -> answer(request, page.get()::show), false);
        }
    }

    private void submit(RoutingContext request, Page page) {
        var header = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        var type = header == null ? null : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type == null || !page.formTypes().contains(type)) {
            errors.end(request, Problem.status(415, Message.of("problem.unsupportedMediaType", page.formTypes())));
        } else if (!isFromHere(request)) {
            errors.end(request, Problem.forbidden(Message.of("report.otherSite")));
        } else {
            RequestBody.read(request, body -> request.vertx()
                    .executeBlocking(
                            () -> answer(
                                    request,
                                    visit -> page.submit(
                                            visit,
                                            type.equals(Page.FORM)
                                                    ? fields(body.toString(StandardCharsets.UTF_8))
                                                    : Map.of())),
                            false));
        }
    }

    /**
     * Whether a form was sent from a page of this service, so that no other site has its visitors send one. Browsers say so in
     * {@code Sec-Fetch-Site}; older ones send an origin, which is {@code null} from a page without referrer.
     */
    private static boolean isFromHere(RoutingContext request) {
        var site = request.request().getHeader("Sec-Fetch-Site");
        var origin = request.request().getHeader(HttpHeaders.ORIGIN);
        return site == null
                ? origin == null
                        || origin.equals("null")
                        || origin.equals(RequestContext.of(request).base())
                : site.equals("same-origin") || site.equals("none");
    }

    /** The fields of a form that are filled in; browsers send the others as well. */
    private static Map<String, List<String>> fields(String body) {
        var fields = new LinkedHashMap<String, List<String>>();
        QueryString.parse(body).forEach((name, values) -> {
            var filled = values.stream().filter(value -> !value.isBlank()).toList();
            if (!filled.isEmpty()) {
                fields.put(name, filled);
            }
        });
        return fields;
    }

    private Void answer(RoutingContext request, Function<Visit, PageAnswer> page) {
        var address = PageAddress.of(request.request().path());
        RequestContext.of(request).speak(address.language());
        var requests = Arc.container().requestContext();
        requests.activate();
        try {
            current.setCurrent(request);
            // Refused here when malformed: a template that reads them later can only fail.
            context.parameters();
            var visit = new Visit(address.language(), address.path(), context, context.catalogue());
            end(request, visit, page.apply(visit));
        } catch (Refusal refusal) {
            refusal.retryAfterSeconds().ifPresent(seconds -> request.response()
                    .putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
            errors.end(request, refusal.problem());
        } catch (BadQuestion question) {
            errors.end(request, Problem.badRequest(question.issues()));
        } catch (RuntimeException fault) {
            errors.end(request, Faults.logged(fault));
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
                    .putHeader(HttpHeaders.CACHE_CONTROL, shown.stored() ? "public, max-age=60" : "no-store")
                    .end();
            return;
        }
        var body = shown.page() == null
                ? shown.file()
                : bounded.made(answer -> answer.write(rendered(shown.page(), visit)));
        if (!shown.stored()) {
            sender.endUnstored(shown.status(), body, shown.type());
        } else if (shown.status() == 200) {
            context.view().speak();
            sender.end(body, shown.type());
        } else {
            sender.explain(body, shown.type());
        }
    }

    private static byte[] rendered(TemplateInstance page, Visit visit) {
        return page.setLocale(visit.lang()).render().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Optional<ErrorBody> write(Problem problem, RequestContext failed) {
        var request = failed.routing().request();
        var path = request.path() == null ? "/" : request.path();
        if (!asksForPages(request) || isForPrograms(path)) {
            return Optional.empty();
        }
        var address = PageAddress.of(path);
        var visit = new Visit(
                address.language(),
                address.path(),
                null,
                failed.catalogueIfRead().orElse(null));
        var texts = visit.texts();
        var head = PageHead.of(
                        problem.status() == 404 ? texts.nothingHere() : texts.somethingWrong(), texts.siteAbout())
                .notIndexed();
        // Who has a secret address came from a mail or a form, and not by a link that may be wrong.
        var explanation = failed.isSecret() ? problem.detail().in(address.language()) : null;
        return Optional.of(new ErrorBody(
                rendered(Templates.problem(visit, head, problem, explanation), visit),
                Problem.PAGE_MEDIA_TYPE,
                new ProblemLanguage(address.language(), true)));
    }

    private static boolean isForPrograms(String path) {
        int second = path.indexOf('/', 1);
        return path.length() > 1 && FOR_PROGRAMS.contains(path.substring(1, second < 0 ? path.length() : second));
    }

    /** True when a client names HTML and does not prefer JSON. A wildcard is not a preference for HTML. */
    private static boolean asksForPages(HttpServerRequest request) {
        var accept = Accept.of(request.headers().getAll(HttpHeaders.ACCEPT));
        return accept.named(HTML) > 0 && accept.named(HTML) >= accept.named(JSON);
    }
}
