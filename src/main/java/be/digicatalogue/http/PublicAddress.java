package be.digicatalogue.http;

import be.digicatalogue.fact.Message;
import be.digicatalogue.question.Issue;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The URL under which clients know the service, with which links start. */
@Singleton
public class PublicAddress implements RequestStep {

    private static final Logger LOG = Logger.getLogger(PublicAddress.class);

    /** A host name, IPv4 or bracketed IPv6 address, with an optional port; no characters that could break out of a link. */
    private static final Pattern AUTHORITY =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    private static final String HTTP = "http";
    private static final String HTTPS = "https";

    /** Some proxies, such as Traefik, report the scheme of a WebSocket this way. */
    private static final Map<String, String> OF_WEBSOCKETS = Map.of("ws", HTTP, "wss", HTTPS);

    private final ErrorForms errors;
    private final Optional<String> configured;
    private final String forwardedHost;

    /** Caches the parsed scheme and host of requests. */
    private final LoadingCache<SchemeAndHost, Optional<String>> known =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(1_000).build(PublicAddress::address);

    private record SchemeAndHost(String scheme, String authority) {}

    /** The longest host name with a port. */
    private static final int LONGEST = 260;

    PublicAddress(
            ErrorForms errors,
            @ConfigProperty(name = "catalogue.base-url") Optional<String> configured,
            @ConfigProperty(name = "quarkus.http.proxy.forwarded-host-header", defaultValue = "X-Forwarded-Host")
                    String forwardedHost) {
        this.errors = errors;
        this.configured = configured.map(address -> address.replaceAll("/+$", ""));
        this.forwardedHost = forwardedHost;
    }

    void warn(
            @Observes StartupEvent start,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean forwarding,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
        if (forwarding && trusted.isEmpty() && configured.isEmpty()) {
            LOG.warn("Any caller can choose the scheme and host of links: proxy forwarding is on without trusted"
                    + " proxies. Set QUARKUS_HTTP_PROXY_TRUSTED_PROXIES or CATALOGUE_BASE_URL.");
        }
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        var request = context.routing().request();
        of(request)
                .ifPresentOrElse(
                        address -> {
                            context.base(address);
                            next.accept(context);
                        },
                        () -> errors.end(context, refusal(request)));
    }

    /**
     * The configured URL, or the scheme and host of the request, as far as a trusted proxy reports them; empty when those are
     * invalid, and {@link #refusal} says why.
     */
    private Optional<String> of(HttpServerRequest request) {
        var scheme = scheme(request);
        if (scheme.isEmpty() || configured.isPresent()) {
            return scheme.flatMap(valid -> configured);
        }
        var authority = authority(request);
        return authority.length() > LONGEST ? Optional.empty() : known.get(new SchemeAndHost(scheme.get(), authority));
    }

    private static Optional<String> address(SchemeAndHost requested) {
        return AUTHORITY.matcher(requested.authority()).matches()
                ? Optional.of(requested.scheme() + "://" + requested.authority())
                : Optional.empty();
    }

    /** In lower case; empty when it is neither http nor https. */
    private static Optional<String> scheme(HttpServerRequest request) {
        var reported = request.scheme() == null ? "" : request.scheme().strip().toLowerCase(Locale.ROOT);
        var scheme = request.headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)
                ? OF_WEBSOCKETS.getOrDefault(reported, reported)
                : reported;
        return scheme.equals(HTTP) || scheme.equals(HTTPS) ? Optional.of(scheme) : Optional.empty();
    }

    private static String authority(HttpServerRequest request) {
        return request.authority() == null ? "" : request.authority().toString();
    }

    /** The reason why a request has no valid URL: the header with the invalid scheme or host, and what is allowed. */
    private Problem refusal(HttpServerRequest request) {
        var wrong = scheme(request).isEmpty()
                ? issue(
                        request,
                        request.scheme(),
                        Message.of("expected.oneOf", List.of(HTTP, HTTPS)),
                        "X-Forwarded-Proto",
                        ":scheme")
                : issue(
                        request,
                        authority(request),
                        Message.of("expected.host", "catalogue.example:8443"),
                        forwardedHost,
                        "Host");
        return Problem.badRequest(List.of(wrong));
    }

    /** Quarkus reports the values of proxy headers, but not which header they came from. */
    private static Issue issue(
            HttpServerRequest request, String value, Message expected, String ofProxies, String ofCaller) {
        var text = value == null ? "" : value;
        var header = Stream.of(ofProxies, "Forwarded")
                .filter(name -> request.headers().getAll(name).stream().anyMatch(sent -> sent.contains(text)))
                .findFirst()
                .orElse(ofCaller);
        return Issue.header(header, value, expected);
    }
}
