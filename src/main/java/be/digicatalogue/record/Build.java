package be.digicatalogue.record;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The input from which the records of a kind are built for a new catalogue. A reference that outlives the build would keep
 * the rows and the previous catalogue in memory.
 */
public interface Build {

    /** All rows of a table. */
    <R> List<R> rows(Class<R> table);

    /**
     * The records of another kind, which are built first if necessary.
     *
     * @throws IllegalStateException when the two kinds need each other
     */
    <C extends Facts<?>> C of(RecordType<?, C> type);

    /** The records of a kind in the previous catalogue, for sharing unchanged ones; empty for the first catalogue. */
    <C extends Facts<?>> Optional<C> before(RecordType<?, C> type);

    /** The dates of the fields of records. */
    FieldDates dates();

    /** What follows from these dates. */
    Ages ages();

    /** The full-text search, available once the catalogue is built. */
    Supplier<Finder> finder();

    /** The references to a record that the tables of another kind hold, in their order. */
    List<Reference> referring(BackReference to, String id);
}
