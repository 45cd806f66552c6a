package be.digicatalogue.fact;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All facts of one kind, in the order in which they are listed, found by id. Each kind adds its own questions. */
public class Facts<T extends Fact> {

    private final List<T> all;
    private final Map<String, T> byId;

    /** Keeps the order given. */
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

    /** The usual order of a list: by Dutch name, then id. */
    protected static <T extends Fact> List<T> byName(List<T> facts) {
        return facts.stream()
                .map(fact -> new FoldedName<>(Words.folded(fact.label().nl()), fact))
                .sorted(Comparator.comparing((FoldedName<T> named) -> named.name())
                        .thenComparing(named -> named.fact().id()))
                .map(FoldedName::fact)
                .toList();
    }

    /** Folding a name takes long, so it is done once for each and not for each comparison. */
    private record FoldedName<T>(String name, T fact) {}

    public List<T> all() {
        return all;
    }

    /** The path segment of their addresses; empty while there are none. */
    public String type() {
        return all.isEmpty() ? "" : all.get(0).type();
    }

    public Optional<T> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The fact here that says the same under the same id, or else the given one. */
    public T same(T fact) {
        return named(fact.id()).filter(fact::equals).orElse(fact);
    }

    /** The facts behind references, in their order; one that is not of this kind is passed over. */
    public List<T> named(List<Reference> references) {
        return references.stream()
                .map(reference -> byId.get(reference.id()))
                .filter(fact -> fact != null)
                .toList();
    }
}
