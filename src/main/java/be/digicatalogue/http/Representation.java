package be.digicatalogue.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A complete answer: its bytes and their headers. Equal requests get the same bytes while it is valid (RFC 9110, RFC 9111,
 * RFC 5861).
 */
public final class Representation {

    private static final long FRESH_SECONDS = 60;
    private static final long STALE_WHILE_REVALIDATE_SECONDS = 600;
    private static final long STALE_IF_ERROR_SECONDS = 86_400;

    /** Matches up to the next encoding, with a weight other than 0 or without one. */
    private static final String WANTED = "\\s*(?:;\\s*q\\s*=\\s*(?!0(?:\\.0*)?\\s*(?:,|$))[0-9.]+\\s*)?(?:,|$)";

    private static final Pattern GZIP = Pattern.compile("(?i)(?:^|,)\\s*(?:x-)?gzip" + WANTED);
    private static final Pattern ANY = Pattern.compile("(?:^|,)\\s*\\*" + WANTED);

    /** Smaller bodies are not worth compressing. */
    private static final int WORTH_COMPRESSING_BYTES = 512;

    private final byte[] body;
    private final String type;
    private final String tag;
    private final String vary;
    private final String languages;
    private final Validity validity;
    private final boolean cacheable;
    private final Map<String, String> headers;
    private byte[] compressed;
    private volatile SentHeaders latestHeaders;

    /** The encoded headers during one second, in which ages are the same: of the bytes, compressed, of a 304. */
    private record SentHeaders(
            long second, EncodedHeaders plain, EncodedHeaders compressed, EncodedHeaders unchanged) {}

    /**
     * @param languages the languages of its texts; {@code null} for an answer without {@code Content-Language}
     * @param cacheable false for an answer to a body: caches only know its URL, so they must not store it
     * @param headers the additional headers of this answer
     */
    Representation(
            byte[] body,
            String type,
            String tag,
            String vary,
            String languages,
            Validity validity,
            boolean cacheable,
            Map<String, String> headers) {
        this.body = body;
        this.type = type;
        this.tag = "W/\"" + tag + "\"";
        this.vary = vary;
        this.languages = languages;
        this.validity = validity;
        this.cacheable = cacheable;
        this.headers = headers;
    }

    byte[] body() {
        return body;
    }

    boolean holdsAt(Instant now) {
        return validity.includes(now);
    }

    /** The memory that it uses, in bytes. */
    int weight() {
        return 2 * body.length + 1_800;
    }

    /** None of the three lifetimes extends beyond the next change; the stale ones start at the end of the fresh one. */
    String cacheControl(Instant now) {
        var sameUntil = validity.until();
        long most = sameUntil == Instant.MAX
                ? Long.MAX_VALUE
                : Math.max(0, Duration.between(now, sameUntil).toSeconds());
        long fresh = Math.min(FRESH_SECONDS, most);
        return "public, max-age=" + fresh
                + ", stale-while-revalidate=" + Math.min(STALE_WHILE_REVALIDATE_SECONDS, most - fresh)
                + ", stale-if-error=" + Math.min(STALE_IF_ERROR_SECONDS, most - fresh);
    }

    /** Weak comparison (RFC 9110, 8.8.3.2), which ignores {@code W/}. */
    boolean isKnown(String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.equals(tag)
                        || ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(","))
                                .anyMatch(known -> opaque(known.strip()).equals(opaque(tag))));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }

    /** True when a request needs the body: its copy is not current, and it is not a HEAD request. */
    boolean isWanted(HttpServerRequest request) {
        return request.method() != HttpMethod.HEAD && !isUnchanged(request);
    }

    private boolean isUnchanged(HttpServerRequest request) {
        return cacheable && isKnown(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    }

    /** Sends the headers of an answer whose body, if it {@link #isWanted}, follows in pieces. */
    void begin(HttpServerRequest request, Instant now) {
        var head = headersAt(now);
        var response = request.response();
        if (isUnchanged(request)) {
            head.unchanged().setIn(response.headers());
            response.setStatusCode(304);
        } else {
            (compresses(request) ? head.compressed() : head.plain()).setIn(response.headers());
        }
    }

    /** Sends this answer, without the body when the client has a current copy or sent a HEAD request. */
    void send(HttpServerRequest request, Instant now) {
        var response = request.response();
        var head = headersAt(now);
        if (isUnchanged(request)) {
            head.unchanged().setIn(response.headers());
            response.setStatusCode(304).end();
            return;
        }
        boolean compress = body.length >= WORTH_COMPRESSING_BYTES && compresses(request);
        var bytes = compress ? compressed() : body;
        (compress ? head.compressed() : head.plain()).setIn(response.headers());
        if (request.method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(bytes.length))
                    .end();
        } else {
            // Wraps the bytes instead of copying them.
            response.end(Buffer.buffer(Unpooled.wrappedBuffer(bytes)));
        }
    }

    /** The headers at a moment, computed at most once a second. */
    private SentHeaders headersAt(Instant now) {
        var known = latestHeaders;
        if (known == null || known.second() != now.getEpochSecond()) {
            var unchanged = EncodedHeaders.of(
                            "Cache-Control",
                            cacheable ? cacheControl(now) : "no-store",
                            "ETag",
                            cacheable ? tag : null,
                            "Vary",
                            vary,
                            "Content-Language",
                            languages)
                    // These come last, so that they can replace others.
                    .and(EncodedHeaders.of(headers));
            var plain = unchanged.and(EncodedHeaders.of("Content-Type", type));
            known = new SentHeaders(
                    now.getEpochSecond(), plain, plain.and(EncodedHeaders.of("Content-Encoding", "gzip")), unchanged);
            latestHeaders = known;
        }
        return known;
    }

    /** True when the body is sent compressed, if it is worth compressing. */
    static boolean compresses(HttpServerRequest request) {
        var encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        // Over HTTP/2 the server compresses everything that has Content-Encoding, which would compress it twice.
        return encodings != null && request.version() != HttpVersion.HTTP_2 && acceptsGzip(encodings);
    }

    /** {@code *} matches every encoding that is not named. */
    private static boolean acceptsGzip(String encodings) {
        return GZIP.matcher(encodings).find()
                || !encodings.toLowerCase(Locale.ROOT).contains("gzip")
                        && ANY.matcher(encodings).find();
    }

    private synchronized byte[] compressed() {
        if (compressed == null) {
            var stream = new ByteArrayOutputStream(body.length / 3);
            try (var gzip = new GZIPOutputStream(stream)) {
                gzip.write(body);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            compressed = stream.toByteArray();
        }
        return compressed;
    }
}
