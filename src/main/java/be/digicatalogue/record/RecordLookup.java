package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds records of every kind, all of one revision. */
public interface RecordLookup {

    /** The records of a kind, with the questions that they answer. */
    <C extends Facts<?>> C of(RecordType<?, C> type);

    /** Finds the record that a reference names; empty if the catalogue does not have it. */
    Optional<? extends Fact> find(Reference reference);

    /** The names of a record, each once; none where the reference is absent or names no record. */
    default List<String> names(Reference reference) {
        return reference == null
                ? List.of()
                : find(reference).stream()
                        .flatMap(fact -> fact.label().all().values().stream())
                        .distinct()
                        .toList();
    }

    /** The same of several records. */
    default List<String> names(Collection<Reference> references) {
        return references.stream()
                .flatMap(reference -> names(reference).stream())
                .toList();
    }
}
