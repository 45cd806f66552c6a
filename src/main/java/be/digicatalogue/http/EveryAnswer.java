package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Message;
import be.digicatalogue.question.Issue;
import io.netty.channel.ChannelFutureListener;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first thing that happens to any request, whichever face it goes to: it gets its catalogue, and its answer gets the
 * headers that all answers have.
 */
@ApplicationScoped
public class EveryAnswer {

    /** Before everything else but a limit per client, which counts answers at hand as well. */
    private static final int FIRST = 1000;

    public static final int LIMIT = FIRST + 100;
    /** Where the gate to /admin stands: an answer has its headers, and nothing is known yet of body or route. */
    public static final int GATE = FIRST - 50;
    /** Behind the gate, for it must not tell which addresses under /admin take long bodies. */
    private static final int SECOND = GATE - 25;

    /** Who may ask and whether the catalogue is recent enough is settled; routing has not begun. */
    private static final int THIRD = SECOND - 25;
    /** Answers at hand are known by what was asked; what has to be worked out is asked for as JSON from here on. */
    private static final int FOURTH = THIRD - 10;
    /** Behind the answers that are at hand: what comes here has to be worked out. */
    public static final int NOT_AT_HAND = THIRD - 25;

    private static final String ADMIN = "admin";
    private static final Pattern UPLOAD = Pattern.compile("/admin/v1/publications/?");

    /** The oldest revision that the caller wants to see. */
    private static final String AT_LEAST = "Catalogue-Revision-At-Least";

    private static final Pattern REVISION = Pattern.compile("[0-9]{1,18}");
    /** How long a request waits for a revision that this instance has not read yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Requests that wait so at a time. */
    private static final int MOST_WAITING = 256;

    private static final int LONGEST_ADDRESS = 16 * 1024;
    /** A GraphQL request, its document with its variables. */
    private static final int LONGEST_BODY = 100 * 1024;

    private static final Set<HttpMethod> HAVE_BODIES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private static final Map<Integer, String> REFUSED = Map.of(
            400,
            "The request is malformed. Allowed: an address with percent-encoding, as in Li%C3%A8ge, and a Host header that"
                    + " names a host.",
            404,
            "There is nothing at this address. Start at /v1.",
            405,
            "This method is not allowed here.",
            411,
            "Allowed: a body whose length is told by Content-Length.",
            413,
            atMost(LONGEST_BODY),
            414,
            "Allowed: an address of at most " + LONGEST_ADDRESS + " characters.",
            415,
            "This media type is not allowed here.");

    private final CurrentCatalogue current;
    private final PublicAddress address;
    private final SecurityHeaders security;
    private final long longestUpload;
    private final Routes routes;
    private final ErrorForms forms;

    /** The headers of every answer from a catalogue. */
    private record Standing(EncodedHeaders head) {}

    private final Standing withoutCatalogue;

    private final AtomicInteger waiting = new AtomicInteger();

    EveryAnswer(
            CurrentCatalogue current,
            PublicAddress address,
            SecurityHeaders security,
            @ConfigProperty(name = "catalogue.admin.max-upload") MemorySize longestUpload,
            Routes routes,
            ErrorForms forms) {
        this.current = current;
        this.address = address;
        this.security = security;
        this.longestUpload = longestUpload.asLongValue();
        this.withoutCatalogue = standing((String) null);
        this.routes = routes;
        this.forms = forms;
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, FIRST);
        filters.register(this::goOn, SECOND);
        filters.register(this::answer, THIRD);
        filters.register(Formats::choose, FOURTH);
    }

    /** What the HTTP layer itself refuses, such as a malformed path or host, is a problem as well. */
    void explain(@Observes Router router) {
        REFUSED.forEach((status, detail) -> router.errorHandler(status, request -> refuse(request, status)));
        // The page needs its folder in the address, and a static file is not found without.
        router.getWithRegex("/swagger-ui").handler(request -> request.redirect("/swagger-ui/"));
        router.route().order(Integer.MIN_VALUE).failureHandler(request -> refuse(request, request.statusCode()));
    }

    private void begin(RoutingContext request) {
        routes.name(request);
        if (RepresentationKey.hasShortBody(request.request())) {
            read(request, body -> {
                ((RoutingContextInternal) request).setBody(body);
                repeatOrBegin(request);
            });
        } else {
            repeatOrBegin(request);
        }
    }

    /** Reads the body of a request, which Quarkus holds back until somebody wants it. */
    public static void read(RoutingContext request, Consumer<Buffer> body) {
        var http = request.request();
        if ("100-continue".equalsIgnoreCase(http.getHeader(HttpHeaders.EXPECT))) {
            http.response().writeContinue();
        }
        http.body()
                .onSuccess(read -> {
                    try {
                        body.accept(read);
                    } catch (RuntimeException | Error fault) {
                        request.fail(fault);
                    }
                })
                // The caller has left; nobody is there to answer to.
                .onFailure(lost -> http.connection().close());
        http.resume();
    }

    private void repeatOrBegin(RoutingContext request) {
        if (!isRepeated(request)) {
            beginAnew(request);
        }
    }

    /** What was answered before is answered again, before anything else is done for it. */
    private boolean isRepeated(RoutingContext request) {
        var http = request.request();
        if (http.headers().contains(AT_LEAST)
                || http.method() != HttpMethod.POST
                        && (http.headers().contains(HttpHeaders.CONTENT_LENGTH)
                                || http.headers().contains(HttpHeaders.TRANSFER_ENCODING))) {
            return false;
        }
        var catalogue = current.get().orElse(null);
        var base = address.of(request);
        if (catalogue == null || base.isEmpty()) {
            return false;
        }
        var now = Instant.now();
        var known = Representations.of(catalogue).known(request, base.get(), now);
        known.ifPresent(answer -> {
            routes.count(request, Representations.Result.HIT);
            standing(catalogue).head().setIn(http.response().headers());
            security.ofPage(request)
                    .ifPresent(page -> page.setIn(http.response().headers()));
            answer.send(http, now);
        });
        return known.isPresent();
    }

    private void beginAnew(RoutingContext request) {
        head(request);
        if (request.request().uri().length() > LONGEST_ADDRESS) {
            refuse(request, 414);
        } else if (!isAddress(request.request().uri())) {
            refuse(request, 400);
        } else if (address.of(request).isEmpty()) {
            tell(request, address.refusal(request.request()));
        } else {
            request.next();
        }
    }

    private void goOn(RoutingContext request) {
        boolean upload = isUpload(request);
        long most = upload ? longestUpload : LONGEST_BODY;
        if (length(request.request().getHeader("Content-Length")) > most) {
            tell(request, Problem.status(413, atMost(most)));
        } else if (!upload && isOfUnknownLength(request)) {
            tell(request, Problem.status(411, REFUSED.get(411)));
        } else if (isPreflight(request) && !isAdmin(request)) {
            var headers = request.response().headers();
            headers.set("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS, POST");
            headers.set(
                    "Access-Control-Allow-Headers",
                    "Accept, Accept-Language, Content-Type, If-None-Match, Last-Event-ID, Mcp-Protocol-Version, "
                            + AT_LEAST);
            headers.set("Access-Control-Max-Age", "86400");
            request.response().setStatusCode(204).end();
        } else {
            whenRecentEnough(request);
        }
    }

    /** An instance that lags behind what the caller knows waits a moment for it; nobody sees time go backwards. */
    private void whenRecentEnough(RoutingContext request) {
        var asked = request.request().getHeader(AT_LEAST);
        if (asked == null) {
            request.next();
        } else if (!REVISION.matcher(asked).matches()) {
            tell(request, Problem.badRequest(List.of(Issue.header(AT_LEAST, asked, Message.of("expected.revision")))));
        } else if (RequestContext.taken(request)
                        .map(catalogue -> catalogue.revision().number())
                        .orElse(0L)
                >= Long.parseLong(asked)) {
            request.next();
        } else if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            tellLate(request, asked);
        } else {
            request.request().pause();
            var context = request.vertx().getOrCreateContext();
            current.atLeast(Long.parseLong(asked), PATIENCE)
                    .onTermination()
                    .invoke(() -> waiting.decrementAndGet())
                    .subscribe()
                    .with(
                            newer -> context.runOnContext(back -> {
                                head(request);
                                request.request().resume();
                                request.next();
                            }),
                            late -> context.runOnContext(back -> tellLate(request, asked)));
        }
    }

    private void tellLate(RoutingContext request, String revision) {
        request.response().putHeader("Retry-After", "1");
        tell(
                request,
                Problem.serviceUnavailable("This instance has not read revision " + revision
                        + " of the catalogue yet. Try again in a moment."));
    }

    /** Works out an answer, once for all who ask the same meanwhile. */
    private void answer(RoutingContext request) {
        var catalogue = RequestContext.taken(request);
        var base = address.of(request);
        if (catalogue.isEmpty() || base.isEmpty()) {
            request.next();
        } else {
            routes.count(request, Representations.of(catalogue.get()).answer(request, base.get()));
        }
    }

    private void head(RoutingContext request) {
        if (!Routes.isNamed(request)) {
            routes.name(request);
        }
        var headers = request.response().headers();
        var catalogue = current.get();
        catalogue.ifPresent(newest -> RequestContext.take(newest, request));
        catalogue.map(this::standing).orElse(withoutCatalogue).head().setIn(headers);
        security.ofPage(request).ifPresent(page -> page.setIn(headers));
        if (isAdmin(request)) {
            headers.remove("Access-Control-Allow-Origin").remove("Access-Control-Expose-Headers");
            // Whatever answers, from a resource to a fault: nothing that curators see is kept or shown to other sites.
            request.addHeadersEndHandler(sent -> headers.set("Cache-Control", "no-store"));
        }
    }

    private Standing standing(Catalogue catalogue) {
        return catalogue.derived(
                Standing.class, first -> standing(Long.toString(first.revision().number())));
    }

    /** @param revision {@code null} until a catalogue has been read */
    private Standing standing(String revision) {
        return new Standing(security.ofData()
                .and(EncodedHeaders.of(
                        "Catalogue-Revision",
                        revision,
                        "Access-Control-Allow-Origin",
                        "*",
                        "Access-Control-Expose-Headers",
                        "Catalogue-Revision, Content-Crs, Content-Language, ETag, Link, Retry-After, Allow,"
                                + " RateLimit, RateLimit-Policy")));
    }

    /** The path only: what is wrong with a parameter is told by who reads it. */
    private static boolean isAddress(String uri) {
        int query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        if (isPlainPath(path)) {
            return true;
        }
        try {
            return new URI(path).getRawPath() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Small letters, digits, hyphens and single slashes, as nearly all are; reading them as an address takes longer. */
    private static boolean isPlainPath(String path) {
        char before = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '/' ? before == '/' : !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                return false;
            }
            before = c;
        }
        return path.startsWith("/");
    }

    private static long length(String contentLength) {
        try {
            return contentLength == null ? 0 : Long.parseLong(contentLength);
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }

    /** HTTP/2 has no chunks, and its bodies need no length; curators may do without there, the global limit holds. */
    private static boolean isOfUnknownLength(RoutingContext request) {
        var http = request.request();
        return http.getHeader("Content-Length") == null
                && (http.getHeader("Transfer-Encoding") != null
                        || http.version() == HttpVersion.HTTP_2
                                && HAVE_BODIES.contains(http.method())
                                && !isAdmin(request));
    }

    private static boolean isUpload(RoutingContext request) {
        return request.request().method() == HttpMethod.POST
                && UPLOAD.matcher(request.normalizedPath()).matches();
    }

    /** How many bytes the body of a request may have that is longer than others; 0 for all others. */
    public long lengthOfUpload(RoutingContext request) {
        if (!isUpload(request)) {
            return 0;
        }
        var told = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return told == null ? longestUpload : length(told);
    }

    /** Whether a request goes to /admin or below, however it writes that. */
    public static boolean isAdmin(RoutingContext request) {
        try {
            return ADMIN.equals(firstSegment(request.normalizedPath()));
        } catch (IllegalArgumentException malformed) {
            return true;
        }
    }

    /** Parameters of a segment (/admin;a=b/v1) do not count for routing. */
    private static String firstSegment(String path) {
        int begin = 0;
        while (begin < path.length()) {
            int slash = path.indexOf('/', begin);
            int end = slash < 0 ? path.length() : slash;
            int semicolon = path.indexOf(';', begin);
            int named = semicolon < 0 ? end : Math.min(semicolon, end);
            if (named > begin) {
                return path.substring(begin, named);
            }
            begin = end + 1;
        }
        return "";
    }

    /** The path of a request, decoded. */
    public static String path(RoutingContext request) {
        return URI.create(request.normalizedPath()).getPath();
    }

    private static String atMost(long bytes) {
        return "Allowed: a body of at most " + bytes + " bytes.";
    }

    private static boolean isPreflight(RoutingContext request) {
        return request.request().method() == HttpMethod.OPTIONS
                && request.request().getHeader("Origin") != null
                && request.request().getHeader("Access-Control-Request-Method") != null;
    }

    /** Ends a request that does not come through to a face. A status without an explanation is a fault of ours. */
    private void refuse(RoutingContext request, int status) {
        head(request);
        tell(
                request,
                REFUSED.containsKey(status)
                        ? Problem.status(status, REFUSED.get(status))
                        : Faults.logged(request.failure()));
    }

    /**
     * Does something once, when a request has been answered or its connection is gone. An end handler alone is not told of
     * every connection that is cut while answers wait to be read.
     */
    public static void atEnd(RoutingContext request, Runnable action) {
        var once = new AtomicBoolean();
        Runnable only = () -> {
            if (once.compareAndSet(false, true)) {
                action.run();
            }
        };
        var closing =
                ((ConnectionBase) request.request().connection()).channel().closeFuture();
        ChannelFutureListener closed = gone -> only.run();
        closing.addListener(closed);
        request.addEndHandler(ended -> {
            closing.removeListener(closed);
            only.run();
        });
        // Handlers that come after the end are not told of it.
        if (request.response().ended() || request.response().closed()) {
            closing.removeListener(closed);
            only.run();
        }
    }

    /** Ends a request before anything was done for it. */
    public void refuse(RoutingContext request, Problem problem) {
        head(request);
        tell(request, problem);
    }

    /** Ends a request with a problem before any face has seen it, in the form that fits it. */
    public void tell(RoutingContext request, Problem problem) {
        end(request, problem, forms.told(problem, request));
    }

    /** The same at an address for programs, which get problem+json whatever they accept. */
    public static void end(RoutingContext request, Problem problem) {
        end(request, problem, ErrorForms.json(problem, ProblemLanguage.of(request)));
    }

    private static void end(RoutingContext request, Problem problem, ErrorForm.ErrorBody told) {
        // Of a body nothing is wanted any more; the next request behind it is.
        request.request().resume();
        var response = request.response().setStatusCode(problem.status());
        ErrorForms.headers(problem, told).forEach(response::putHeader);
        response.end(Buffer.buffer(told.body()));
    }
}
