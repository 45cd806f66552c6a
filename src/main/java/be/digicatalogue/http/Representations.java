package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The answers that one catalogue has given, to be given again. They go with the catalogue when a newer one is swapped in,
 * so that no key names a revision and nothing is ever invalidated.
 */
public final class Representations {

    /** Enough for every popular question; more than that are questions that nobody asks again. */
    private static final long MOST_BYTES = 32L * 1024 * 1024;
    /** A single answer that is larger is not kept. */
    private static final int LARGEST_BYTES = 1024 * 1024;

    /**
     * When that many have been kept, the next ones are kept only when they are asked a second time: most that come then are
     * never asked again, and keeping them takes longer than it saves.
     */
    private static final int KEPT_AT_ONCE = 10_000;

    private static final String KEY = "representation key";
    private static final String FILLING = "representation";

    /** Those of a catalogue. */
    static Representations of(Catalogue catalogue) {
        return catalogue.derived(Representations.class, first -> new Representations());
    }

    private final Cache<RepresentationKey, Representation> finished = Caffeine.newBuilder()
            // Handing the little there is to do to another thread takes longer than doing it.
            .executor(Runnable::run)
            .maximumWeight(MOST_BYTES)
            .<RepresentationKey, Representation>weigher((key, answer) -> answer.weight() + key.weight())
            .build();
    private final AtomicInteger kept = new AtomicInteger();
    /** Questions that were asked since, each at the place of its hash. */
    private final AtomicIntegerArray asked = new AtomicIntegerArray(1 << 16);

    /** Being worked out: who asks the same meanwhile waits for it. */
    private final Map<RepresentationKey, CompletableFuture<Representation>> pending = new ConcurrentHashMap<>();

    /** What came of looking for an answer. */
    enum Result {
        HIT,
        MISS,
        /** A request whose answers are not kept. */
        BYPASS
    }

    /** The answer to a request that was answered before. */
    Optional<Representation> known(RoutingContext request, String base, Instant now) {
        return key(request, base).map(finished::getIfPresent).filter(answer -> answer.holdsAt(now));
    }

    /** The key of a request, which is made once for it. */
    private static Optional<RepresentationKey> key(RoutingContext request, String base) {
        Optional<RepresentationKey> known = request.get(KEY);
        if (known == null) {
            known = RepresentationKey.of(request, base);
            request.put(KEY, known);
        }
        return known;
    }

    /**
     * Answers a request that was answered before. Lets any other go on and keeps its answer, unless the same is being
     * worked out for somebody else: then it waits for that.
     */
    Result answer(RoutingContext request, String base) {
        var asked = key(request, base);
        if (asked.isEmpty()) {
            request.next();
            return Result.BYPASS;
        }
        var key = asked.get();
        var now = Instant.now();
        var known = finished.getIfPresent(key);
        if (known != null && known.holdsAt(now)) {
            known.send(request.request(), now);
            return Result.HIT;
        }
        var filling = new CompletableFuture<Representation>();
        var other = pending.putIfAbsent(key, filling);
        if (other == null) {
            request.put(FILLING, new Filling(key, filling));
            // Whatever comes of it, nobody waits longer than until the answer begins or the request ends.
            request.addHeadersEndHandler(begins -> done(key, filling, null));
            EveryAnswer.atEnd(request, () -> done(key, filling, null));
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
                answer.send(request.request(), Instant.now());
            }
        }));
        return Result.HIT;
    }

    private record Filling(RepresentationKey key, CompletableFuture<Representation> answer) {}

    /** Keeps a finished answer for who asks the same. */
    void keep(RoutingContext request, Representation answer) {
        Filling filling = request.get(FILLING);
        if (filling != null) {
            if (answer.body().length <= LARGEST_BYTES && isWorthKeeping(filling.key())) {
                finished.put(filling.key(), answer);
            }
            done(filling.key(), filling.answer(), answer);
        }
    }

    private boolean isWorthKeeping(RepresentationKey key) {
        if (kept.get() < KEPT_AT_ONCE) {
            kept.incrementAndGet();
            return true;
        }
        int hash = key.hashCode();
        // Two questions at one place forget each other; then one of them is worked out once more.
        return asked.getAndSet((hash ^ hash >>> 16) & asked.length() - 1, hash) == hash;
    }

    private void done(RepresentationKey key, CompletableFuture<Representation> filling, Representation answer) {
        if (filling.isDone()) {
            return;
        }
        pending.remove(key, filling);
        filling.complete(answer);
    }
}
