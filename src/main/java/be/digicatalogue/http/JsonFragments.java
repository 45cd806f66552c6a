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
 * The facts of one catalogue as JSON, so that an answer that nobody asked before is put together of pieces that were written
 * before. A piece is written again when the time has changed it, and goes with the catalogue.
 */
public final class JsonFragments {

    /** An eighth of the memory: all facts many times over at ordinary sizes, and never more than there is room for. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

    /** When there is no more room all pieces go, but not sooner: nothing would be gained by writing all of them for ever. */
    private static final Duration WHILE = Duration.ofMinutes(10);

    /** Facts are compared by what they are, not by what they say: a fact of another catalogue is another one. */
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
     * The pieces of a while. None gives way to another: a cache that notes each use and chooses what goes takes longer than
     * writing the piece again does.
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

    /** Those of a catalogue. */
    static JsonFragments of(Catalogue catalogue) {
        return catalogue.derived(JsonFragments.class, first -> new JsonFragments());
    }

    private volatile Kept kept = new Kept();

    /**
     * How a fact looks in a view. Empty when it is no fact of the catalogue as it is, such as one asked about another moment,
     * and when there is no room for it: then it is written where it stands.
     */
    Optional<JsonFragment> of(Fact fact, View view) {
        var now = kept;
        var key = new Key(fact, view.language(), view.base());
        var known = now.pieces.get(key);
        if (known != null && view.now().isBefore(known.sameUntil())) {
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
