package be.digicatalogue.record;

import be.digicatalogue.fact.SortKey;
import be.digicatalogue.fact.Words;
import java.util.List;
import java.util.function.Supplier;
import org.roaringbitmap.RoaringBitmap;

/** Full-text search in the records of one kind, as in the parameter {@code q} of its list. */
public interface Finder {

    /**
     * The matching records, in list order.
     *
     * @param all the list of the kind
     */
    <T> List<T> matching(RecordKind kind, Words words, List<T> all);

    /** The matching records, as positions in the list. */
    RoaringBitmap positions(RecordKind kind, Words words);

    /** The matching records, best first. */
    <T> List<Match<T>> ranked(RecordKind kind, Words words, List<T> all);

    /**
     * A matching record.
     *
     * @param rank makes its key in the order of relevance
     */
    record Match<T>(T item, Supplier<SortKey> rank) {

        public SortKey key() {
            return rank.get();
        }
    }
}
