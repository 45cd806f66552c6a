package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks up records of every kind, all of one revision. */
public interface RecordLookup {

    /** All records of a kind, with their queries. */
    <C extends Facts<?>> C of(RecordType<?, C> type);

    /** The record that a reference refers to; empty when the catalogue does not have it. */
    Optional<? extends Fact> find(Reference reference);

    /** The distinct names of the referenced record; empty when the reference is absent or refers to no record. */
    default List<String> names(Reference reference) {
        return reference == null
                ? List.of()
                : find(reference).stream()
                        .flatMap(fact -> fact.label().all().values().stream())
                        .distinct()
                        .toList();
    }

    /** The distinct names of the referenced records. */
    default List<String> names(Collection<Reference> references) {
        return references.stream()
                .flatMap(reference -> names(reference).stream())
                .toList();
    }
}
