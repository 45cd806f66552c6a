package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything that an answer depends on besides the catalogue and the time. Nothing else may influence a cached answer.
 *
 * @param base the scheme and host of its links
 * @param address path and query as they were sent
 * @param accept the accepted media types, as sent; {@code null} without the header
 * @param bodyType the content type of the body, as sent; {@code null} without a body
 * @param body one byte in each character; {@code null} without a body
 */
record RepresentationKey(String base, String address, String accept, Language language, String bodyType, String body)
        implements Comparable<RepresentationKey> {

    private static final Comparator<String> TEXTS = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<RepresentationKey> ORDER = Comparator.comparing(RepresentationKey::address)
            .thenComparing(RepresentationKey::body, TEXTS)
            .thenComparing(RepresentationKey::base)
            .thenComparing(RepresentationKey::language)
            .thenComparing(RepresentationKey::accept, TEXTS)
            .thenComparing(RepresentationKey::bodyType, TEXTS);

    private static final int LONGEST = 2_000;
    /** Longer documents rarely repeat; clients that repeat them register them. */
    private static final int LONGEST_BODY = 8 * 1024;

    private static final String GRAPHQL = "/graphql";

    /** An endless answer, for which nobody can wait. */
    private static final Pattern STREAM = Pattern.compile("[^?]*/stream/?(\\?.*)?");

    /** A streamed answer. */
    private static final Pattern WHOLE = Pattern.compile("/(v1|export)/[a-z-]+\\.(csv|geojson|json|jsonld)(\\?.*)?");

    /** The memory that it uses, in bytes. */
    int weight() {
        return 200 + address.length() + length(accept) + length(bodyType) + length(body);
    }

    private static int length(String part) {
        return part == null ? 0 : part.length();
    }

    /** An order for keys with the same hash, so that many forged collisions are still found quickly. */
    @Override
    public int compareTo(RepresentationKey other) {
        return ORDER.compare(this, other);
    }

    /** True for a request whose body is so short that it is read first. */
    static boolean hasShortBody(HttpServerRequest request) {
        if (request.method() != HttpMethod.POST || !GRAPHQL.equals(request.path())) {
            return false;
        }
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length != null
                    && Integer.parseInt(length) <= LONGEST_BODY
                    && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        } catch (NumberFormatException absurd) {
            return false;
        }
    }

    /** The key of a request; empty when its answer is not cached. */
    static Optional<RepresentationKey> of(RequestContext context) {
        var request = context.routing().request();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var address = request.uri();
        if (!isKept(context, request, address)
                || address.length() + (accept == null ? 0 : accept.length()) > LONGEST
                || accept != null
                        && request.headers().getAll(HttpHeaders.ACCEPT).size() > 1) {
            return Optional.empty();
        }
        var language = Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        if (request.method() != HttpMethod.POST) {
            return Optional.of(new RepresentationKey(context.base(), address, accept, language, null, null));
        }
        var body = context.routing().body().buffer();
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return body == null
                        || type == null
                        || type.length() > LONGEST
                        || request.headers().getAll(HttpHeaders.CONTENT_TYPE).size() > 1
                ? Optional.empty()
                : Optional.of(new RepresentationKey(
                        context.base(),
                        address,
                        accept,
                        language,
                        type,
                        new String(body.getBytes(), StandardCharsets.ISO_8859_1)));
    }

    /** The length is checked first, because some clients announce a body that they do not send. */
    private static boolean hasBody(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private static boolean hasEnding(String address) {
        int dot = address.indexOf('.');
        int query = address.indexOf('?');
        return dot > 0 && (query < 0 || dot < query);
    }

    private static boolean isKept(RequestContext context, HttpServerRequest request, String address) {
        if (context.isSecret()) {
            return false;
        }
        if (request.method() == HttpMethod.POST) {
            return hasShortBody(request);
        }
        if (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD || hasBody(request)) {
            return false;
        }
        if (hasEnding(address) && WHOLE.matcher(address).matches()) {
            return false;
        }
        return address.startsWith("/v1")
                        && !(address.contains("/stream")
                                && STREAM.matcher(address).matches())
                || address.startsWith("/openapi")
                || address.startsWith("/ogc")
                || address.startsWith("/export/")
                || context.page().isPresent()
                || address.startsWith("/dcat")
                || address.startsWith("/ldes")
                // WebSockets start at this path as well.
                || GRAPHQL.equals(request.path()) && !request.headers().contains(HttpHeaders.UPGRADE);
    }
}
