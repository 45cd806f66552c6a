package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The answers that one catalogue has given, to be given again. They go with the catalogue when a newer one is swapped in,
 * so that no key names a revision and nothing is ever invalidated. A key has everything else that an answer depends on:
 * the address as it was sent, scheme and host where its links begin, what media types are accepted, and the language.
 */
public final class Representations {

    /** Enough for every popular question; more than that are questions that nobody asks again. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    /** A single answer that is larger is not kept. */
    private static final int LARGEST_BYTES = 1024 * 1024;

    private static final int LONGEST_KEY = 2_000;

    /** An answer without an end: nobody can wait for it. */
    private static final Pattern STREAM = Pattern.compile("[^?]*/stream/?(\\?.*)?");

    private static final String FILLING = "representation";

    private record Key(String base, String address, String accept, Language language) {}

    private final Cache<Key, Representation> finished = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<Key, Representation>weigher(
                    (key, answer) -> answer.weight() + 2 * key.address().length())
            .build();
    /** Being worked out: who asks the same meanwhile waits for it. */
    private final Map<Key, CompletableFuture<Representation>> pending = new ConcurrentHashMap<>();

    /** What came of looking for an answer. */
    enum Result {
        HIT,
        MISS,
        /** A request whose answers are not kept. */
        BYPASS
    }

    /** The key of a request; empty for one whose answer is not kept. */
    private static Optional<Key> key(RoutingContext request, String base) {
        var http = request.request();
        if (http.method() != HttpMethod.GET && http.method() != HttpMethod.HEAD) {
            return Optional.empty();
        }
        var accept = http.getHeader("Accept");
        var address = http.uri();
        if (!address.startsWith("/v1") && !address.startsWith("/openapi")
                || STREAM.matcher(address).matches()
                || address.length() + (accept == null ? 0 : accept.length()) > LONGEST_KEY
                || http.headers().getAll("Accept").size() > 1) {
            return Optional.empty();
        }
        return Optional.of(new Key(base, address, accept, Language.accepted(http.getHeader("Accept-Language"))));
    }

    /** Answers a request that was answered before; lets any other go on, and keeps its answer. */
    Result answer(RoutingContext request, String base) {
        var found = key(request, base);
        if (found.isEmpty()) {
            request.next();
            return Result.BYPASS;
        }
        var key = found.get();
        var now = Instant.now();
        var known = finished.getIfPresent(key);
        if (known != null && known.holdsAt(now)) {
            known.send(request, now);
            return Result.HIT;
        }
        var filling = new CompletableFuture<Representation>();
        var other = pending.putIfAbsent(key, filling);
        if (other == null) {
            request.put(FILLING, new Filling(key, filling));
            // Whatever comes of it, nobody waits longer than until the answer begins or the request ends.
            request.addHeadersEndHandler(begins -> done(key, filling, null));
            request.addEndHandler(ended -> done(key, filling, null));
            request.next();
            return Result.MISS;
        }
        request.request().pause();
        var context = request.vertx().getOrCreateContext();
        other.thenAccept(answer -> context.runOnContext(back -> {
            request.request().resume();
            if (answer == null) {
                request.next();
            } else {
                answer.send(request, Instant.now());
            }
        }));
        return Result.HIT;
    }

    private record Filling(Key key, CompletableFuture<Representation> answer) {}

    /** Keeps a finished answer for who asks the same. */
    void keep(RoutingContext request, Representation answer) {
        Filling filling = request.get(FILLING);
        if (filling != null) {
            if (answer.body().length <= LARGEST_BYTES) {
                finished.put(filling.key(), answer);
            }
            done(filling.key(), filling.answer(), answer);
        }
    }

    private void done(Key key, CompletableFuture<Representation> filling, Representation answer) {
        pending.remove(key, filling);
        filling.complete(answer);
    }
}
