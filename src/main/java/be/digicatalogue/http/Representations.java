package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
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

    /** Those of a catalogue. */
    static Representations of(Catalogue catalogue) {
        return catalogue.derived(Representations.class, first -> new Representations());
    }

    /** Those that are being made are in it as well, so that nobody makes them twice. */
    private final AsyncCache<RepresentationKey, Representation> answers = Caffeine.newBuilder()
            // Handing the little there is to do to another thread takes longer than doing it.
            .executor(Runnable::run)
            .maximumWeight(MOST_BYTES)
            .<RepresentationKey, Representation>weigher((key, answer) -> answer.weight() + key.weight())
            .buildAsync();

    private final AtomicInteger kept = new AtomicInteger();
    /** The hashes of questions that were asked since, each in the place that the hash gives it. */
    private final AtomicIntegerArray asked = new AtomicIntegerArray(1 << 16);

    /** The answer to a question, finished or being made; {@code null} when there is none that holds. */
    CompletableFuture<Representation> known(RepresentationKey key, Instant now) {
        var known = answers.getIfPresent(key);
        return known == null || isOver(known, now) ? null : known;
    }

    private static boolean isOver(CompletableFuture<Representation> known, Instant now) {
        if (!known.isDone()) {
            return false;
        }
        var answer = known.getNow(null);
        return answer == null || !answer.holdsAt(now);
    }

    private boolean isWorthKeeping(RepresentationKey key, Representation answer) {
        if (answer.body().length > LARGEST_BYTES) {
            return false;
        }
        if (kept.get() < KEPT_AT_ONCE) {
            kept.incrementAndGet();
            return true;
        }
        int hash = key.hashCode();
        // Two questions in one place forget each other; then one of them is answered once more.
        return asked.getAndSet((hash ^ hash >>> 16) & asked.length() - 1, hash) == hash;
    }

    /** An answer that one request makes and others may be waiting for. */
    static final class Pending {

        private final Representations all;
        private final RepresentationKey key;
        private final CompletableFuture<Representation> answer = new CompletableFuture<>();

        Pending(Representations all, RepresentationKey key) {
            this.all = all;
            this.key = key;
        }

        /** Lets others wait for it; gives the answer of somebody who was quicker, else {@code null}. */
        CompletableFuture<Representation> begin(Instant now) {
            var first = all.answers
                    .asMap()
                    .compute(key, (same, other) -> other == null || isOver(other, now) ? answer : other);
            return first == answer ? null : first;
        }

        /** Gives the finished answer to those who wait, and keeps it for others. */
        void keep(Representation finished) {
            if (!answer.isDone() && !all.isWorthKeeping(key, finished)) {
                all.answers.asMap().remove(key, answer);
            }
            answer.complete(finished);
        }

        /** Lets those who wait make the answer themselves; nothing happens when it is there already. */
        void giveUp() {
            answer.complete(null);
        }
    }
}
