package be.digicatalogue.bench;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sends fixed bytes with fixed headers: the fastest that this process can answer. {@code PUT /bench/fixed} takes an answer
 * to be repeated, {@code GET} and {@code POST} repeat it.
 */
@ApplicationScoped
public class FixedBytes {

    private static final String HEADER = "Fixed-";

    private volatile Buffer body = Buffer.buffer();
    private volatile MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    void register(@Observes Router router) {
        router.put("/bench/fixed").order(-1_000_000).handler(this::keep);
        router.route("/bench/fixed").order(-1_000_000).handler(this::repeat);
    }

    private void keep(RoutingContext request) {
        var kept = MultiMap.caseInsensitiveMultiMap();
        request.request().headers().forEach((name, value) -> {
            if (name.startsWith(HEADER)) {
                kept.add(name.substring(HEADER.length()), value);
            }
        });
        request.request().body().onSuccess(bytes -> {
            headers = kept;
            body = bytes;
            request.response().setStatusCode(204).end();
        });
        request.request().resume();
    }

    private void repeat(RoutingContext request) {
        request.response().headers().setAll(headers);
        request.response().end(body);
    }
}
