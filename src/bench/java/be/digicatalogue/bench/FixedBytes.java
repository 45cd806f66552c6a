package be.digicatalogue.bench;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends fixed bytes with fixed headers: the fastest that this process can answer. {@code PUT /bench/fixed/x} takes an answer
 * to be repeated, {@code GET} and {@code POST} repeat it.
 */
@ApplicationScoped
public class FixedBytes {

    private static final String HEADER = "Fixed-";
    private static final String STATUS = "Fixed-Status";

    private record Answer(int status, MultiMap headers, Buffer body) {}

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        router.put("/bench/fixed/*").order(-1_000_000).handler(this::keep);
        router.route("/bench/fixed/*").order(-1_000_000).handler(this::repeat);
    }

    private void keep(RoutingContext request) {
        var kept = MultiMap.caseInsensitiveMultiMap();
        request.request().headers().forEach((name, value) -> {
            if (name.startsWith(HEADER) && !name.equals(STATUS)) {
                kept.add(name.substring(HEADER.length()), value);
            }
        });
        int status = Integer.parseInt(request.request().getHeader(STATUS));
        request.request().body().onSuccess(bytes -> {
            answers.put(request.request().path(), new Answer(status, kept, bytes));
            request.response().setStatusCode(204).end();
        });
        request.request().resume();
    }

    private void repeat(RoutingContext request) {
        var answer = answers.get(request.request().path());
        var response = request.response();
        response.headers().setAll(answer.headers());
        if (answer.status() != HttpResponseStatus.OK.code()) {
            response.setStatusCode(answer.status());
        }
        response.end(answer.body());
    }
}
