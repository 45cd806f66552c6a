package be.digicatalogue.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Rejects addresses that are too long or malformed or have a longer segment than any that is served (parameters are checked when
 * they are read), bodies that are too long, and
 * bodies of unknown length except uploads. Runs after authentication, so that an anonymous caller cannot learn which routes
 * accept uploads.
 */
@Singleton
public class RequestLimits implements RequestStep {

    static final int LONGEST_ADDRESS = 16 * 1024;

    /**
     * In characters: an id has at most 100, and a format may follow it. Patterns of paths, such as {@code {list}.json}, take time
     * that grows with the square or the cube of the length of a segment.
     */
    private static final int LONGEST_SEGMENT = 120;

    /** In bytes: enough for a GraphQL document with its variables. */
    static final int LONGEST_BODY = 100 * 1024;

    private static final Pattern UPLOAD = Pattern.compile("/admin/v1/publications/?");
    private static final Set<HttpMethod> HAVE_BODIES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final long longestUpload;
    private final ErrorForms errors;

    RequestLimits(@ConfigProperty(name = "catalogue.admin.max-upload") MemorySize longestUpload, ErrorForms errors) {
        this.longestUpload = longestUpload.asLongValue();
        this.errors = errors;
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        var address = context.routing().request().uri();
        if (address.length() > LONGEST_ADDRESS) {
            errors.end(context, RouterErrors.problem(414));
        } else if (!isAddress(address)) {
            errors.end(context, RouterErrors.problem(400));
        } else if (hasLongSegment(context.routing().normalizedPath())) {
            errors.end(context, RouterErrors.problem(404));
        } else {
            checkBody(context, next);
        }
    }

    private void checkBody(RequestContext context, Consumer<RequestContext> next) {
        boolean upload = isUpload(context);
        long most = upload ? longestUpload : LONGEST_BODY;
        if (length(context.routing().request().getHeader(HttpHeaders.CONTENT_LENGTH)) > most) {
            errors.end(context, RouterErrors.tooLong(most));
        } else if (!upload && isOfUnknownLength(context)) {
            errors.end(context, RouterErrors.problem(411));
        } else {
            next.accept(context);
        }
    }

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

    /**
     * True for lower-case letters, digits, hyphens and single slashes, as in nearly all paths. Parsing a URL takes longer.
     */
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

    private static boolean hasLongSegment(String path) {
        int begin = 0;
        while (begin < path.length()) {
            int slash = path.indexOf('/', begin);
            int end = slash < 0 ? path.length() : slash;
            if (end - begin > LONGEST_SEGMENT) {
                return true;
            }
            begin = end + 1;
        }
        return false;
    }

    /** The largest number of bytes of an upload; 0 for all other requests. */
    public long lengthOfUpload(RequestContext context) {
        if (!isUpload(context)) {
            return 0;
        }
        var length = context.routing().request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? longestUpload : length(length);
    }

    private static boolean isUpload(RequestContext context) {
        return context.routing().request().method() == HttpMethod.POST
                && UPLOAD.matcher(context.routing().normalizedPath()).matches();
    }

    private static long length(String contentLength) {
        try {
            return contentLength == null ? 0 : Long.parseLong(contentLength);
        } catch (NumberFormatException absurd) {
            return Long.MAX_VALUE;
        }
    }

    /** HTTP/2 has no chunks, and its bodies need no length. Curators may omit it there, because the global limit applies. */
    private static boolean isOfUnknownLength(RequestContext context) {
        var http = context.routing().request();
        return http.getHeader(HttpHeaders.CONTENT_LENGTH) == null
                && (http.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
                        || http.version() == HttpVersion.HTTP_2
                                && HAVE_BODIES.contains(http.method())
                                && !context.isAdmin());
    }
}
