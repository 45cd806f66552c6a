package be.digicatalogue.http;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Consumer;

/** Rejects URLs that are too long or malformed; parameters are checked when they are read. */
@Singleton
public class AddressLimits implements RequestStep {

    static final int LONGEST_ADDRESS = 16 * 1024;

    private final ErrorForms errors;

    AddressLimits(ErrorForms errors) {
        this.errors = errors;
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        var uri = context.routing().request().uri();
        if (uri.length() > LONGEST_ADDRESS) {
            errors.end(context, RouterErrors.problem(414));
        } else if (!isAddress(uri)) {
            errors.end(context, RouterErrors.problem(400));
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
}
