package be.digicatalogue.record;

import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Reference;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the records of a kind are made from while a catalogue is built. Whoever keeps it longer keeps the rows and the
 * catalogue before in memory.
 */
public interface Build {

    /** All rows of a table. */
    <R> List<R> rows(Class<R> table);

    /**
     * The records of another kind, which are made first if need be.
     *
     * @throws IllegalStateException when the two need each other
     */
    <C extends Facts<?>> C of(RecordType<?, C> type);

    /** The records of a kind in the catalogue before, to share what stays the same; empty for the first catalogue. */
    <C extends Facts<?>> Optional<C> before(RecordType<?, C> type);

    /** The dates of the fields of records. */
    FieldDates dates();

    /** What follows of these dates. */
    Ages ages();

    /** Finds records by words once the catalogue is built. */
    Supplier<Finder> finder();

    /** The references to a record that the tables of another kind hold, in the order given there. */
    List<Reference> referring(BackReference to, String id);
}
