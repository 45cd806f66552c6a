package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Language;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Caches the facts of one catalogue as JSON, so that a new answer consists of fragments that were serialized before. A
 * fragment is serialized again when time has changed it. The cache is released with the catalogue.
 */
public final class JsonFragments {

    /** An eighth of the heap: enough for all facts several times at usual sizes, and never more than fits. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

    /**
     * The shortest interval between two evictions. When the cache is full, all fragments are removed; doing so more often
     * would save nothing.
     */
    private static final Duration WHILE = Duration.ofMinutes(10);

    /** Facts are compared by identity: a fact of another catalogue is a different one. */
    private record Key(Fact fact, Language language, String base) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && fact == key.fact && language == key.language && base.equals(key.base);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(fact) * 31 + language.ordinal() + base.hashCode();
        }
    }

    /**
     * The fragments since the last eviction. None is evicted alone, because a cache that tracks usage takes longer than
     * serializing a fragment again.
     */
    private static final class Kept {

        private final Map<Key, JsonFragment> pieces = new ConcurrentHashMap<>();
        private final AtomicLong bytes = new AtomicLong();
        private final long since = System.nanoTime();

        boolean isFull() {
            return bytes.get() >= MOST_BYTES;
        }

        boolean isOld() {
            return System.nanoTime() - since > WHILE.toNanos();
        }

        void keep(Key key, JsonFragment piece) {
            var before = pieces.put(key, piece);
            bytes.addAndGet(piece.weight() - (before == null ? 0 : before.weight()));
        }
    }

    /** The cache of a catalogue. */
    static JsonFragments of(Catalogue catalogue) {
        return catalogue.derived(JsonFragments.class, first -> new JsonFragments());
    }

    private volatile Kept kept = new Kept();

    /**
     * A fact in a view as JSON. Empty when it is not a fact of the catalogue in its stored form, such as one for another
     * moment, and when the cache is full: then the caller serializes it directly.
     */
    Optional<JsonFragment> of(Fact fact, View view) {
        var now = kept;
        var key = new Key(fact, view.language(), view.base());
        var known = now.pieces.get(key);
        if (known != null && known.validity().includes(view.now())) {
            return Optional.of(known);
        }
        if (known == null && now.isFull()) {
            if (!now.isOld()) {
                return Optional.empty();
            }
            now = new Kept();
            kept = now;
        }
        if (view.find(fact.reference()).orElse(null) != fact) {
            return Optional.empty();
        }
        var fresh = view.write(fact);
        now.keep(key, fresh);
        return Optional.of(fresh);
    }
}
