package be.digicatalogue.record;

import be.digicatalogue.fact.Words;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Finds the records of one kind by words, as the parameter {@code q} of its list does. */
public interface Finder {

    /**
     * The records that match, in the order of the list.
     *
     * @param all the list of the kind
     */
    <T> List<T> matching(RecordKind kind, Words words, List<T> all);

    /** The same as positions in the list. */
    RoaringBitmap positions(RecordKind kind, Words words);

    /** The same, best first. */
    <T> List<T> ranked(RecordKind kind, Words words, List<T> all);
}
