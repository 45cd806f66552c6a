package be.digicatalogue.fact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All facts of one kind, in list order, with lookup by id. Each kind adds its own queries. */
public class Facts<T extends Fact> {

    private final List<T> all;
    private final Map<String, T> byId;
    private final Function<? super T, SortKey> key;

    /**
     * Sorts the facts.
     *
     * @param key the key that they are sorted by; it does not depend on other facts
     */
    protected Facts(List<T> facts, Function<? super T, SortKey> key) {
        var index = new HashMap<String, T>(facts.size() * 2);
        for (var fact : facts) {
            if (index.put(fact.id(), fact) != null) {
                throw new IllegalArgumentException("two " + fact.type() + " have the id " + fact.id());
            }
        }
        this.all = facts.stream()
                .map(fact -> new Keyed<T>(key.apply(fact), fact))
                .sorted(Comparator.comparing(Keyed::key))
                .map(Keyed::fact)
                .toList();
        this.byId = index;
        this.key = key;
    }

    /** The usual order of a list: by Dutch name, then by id. */
    protected static SortKey byName(Fact fact) {
        return SortKey.of(Words.folded(fact.label().nl()), fact.id());
    }

    /** A fact with its key. Folding a name is expensive, so it happens once for each fact and not for each comparison. */
    private record Keyed<T>(SortKey key, T fact) {}

    /** The place of a fact in the list. */
    public SortKey key(T fact) {
        return key.apply(fact);
    }

    public List<T> all() {
        return all;
    }

    /** The path segment of the URLs of these facts; empty when there are no facts. */
    public String type() {
        return all.isEmpty() ? "" : all.get(0).type();
    }

    public Optional<T> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The equal fact with the same id in this collection, or else the given fact. */
    public T same(T fact) {
        return named(fact.id()).filter(fact::equals).orElse(fact);
    }

    /** The referenced facts, in the order of the references; references to other kinds are skipped. */
    public List<T> named(List<Reference> references) {
        return references.stream()
                .map(reference -> byId.get(reference.id()))
                .filter(fact -> fact != null)
                .toList();
    }
}
