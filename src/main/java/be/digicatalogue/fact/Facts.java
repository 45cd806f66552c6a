package be.digicatalogue.fact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All facts of one kind, in list order, with lookup by id. Each kind adds its own queries. */
public class Facts<T extends Fact> {

    private final List<T> all;
    private final Map<String, T> byId;

    /** Keeps the given order. */
    protected Facts(List<T> inOrder) {
        var index = new HashMap<String, T>(inOrder.size() * 2);
        for (var fact : inOrder) {
            if (index.put(fact.id(), fact) != null) {
                throw new IllegalArgumentException("two " + fact.type() + " have the id " + fact.id());
            }
        }
        this.all = List.copyOf(inOrder);
        this.byId = index;
    }

    /** Sorts facts in the usual order of a list: by Dutch name, then by id. */
    protected static <T extends Fact> List<T> byName(List<T> facts) {
        return facts.stream()
                .map(fact -> new FoldedName<>(Words.folded(fact.label().nl()), fact))
                .sorted(Comparator.comparing((FoldedName<T> named) -> named.name())
                        .thenComparing(named -> named.fact().id()))
                .map(FoldedName::fact)
                .toList();
    }

    /**
     * A fact with its folded name. Folding is expensive, so it happens once for each fact and not for each comparison.
     */
    private record FoldedName<T>(String name, T fact) {}

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
