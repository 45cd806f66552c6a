package be.digicatalogue.http;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Language;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * The facts of one catalogue as JSON, so that an answer that nobody asked before is put together of pieces that were written
 * before. A piece is written again when the time has changed it, and goes with the catalogue.
 */
public final class WrittenFacts {

    /** An eighth of the memory: all facts many times over at ordinary sizes, and never more than there is room for. */
    private static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 8;

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

    private final Cache<Key, WrittenFact> written = Caffeine.newBuilder()
            // Handing the little there is to do to another thread takes longer than doing it.
            .executor(Runnable::run)
            .maximumWeight(MOST_BYTES)
            .<Key, WrittenFact>weigher((key, fact) -> fact.weight())
            .build();

    /** How a fact looks in a view; empty when it is no fact of the catalogue as it is, such as one asked about another moment. */
    Optional<WrittenFact> of(Fact fact, View view) {
        var key = new Key(fact, view.language(), view.base());
        var known = written.getIfPresent(key);
        if (known != null && view.now().isBefore(known.sameUntil())) {
            return Optional.of(known);
        }
        if (view.find(fact.reference()).orElse(null) != fact) {
            return Optional.empty();
        }
        var fresh = view.write(fact);
        written.put(key, fresh);
        return Optional.of(fresh);
    }
}
