package be.digicatalogue.index;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordLookup;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.SearchDocument;
import java.util.List;
import java.util.function.Function;

/**
 * All records of one kind with the texts by which each is found.
 *
 * @param all the records in list order; the index returns positions in this list
 * @param key the key by which the list is sorted
 */
public record SearchableRecords<T>(
        RecordKind type, List<T> all, Function<T, SortKey> key, Function<T, SearchDocument> entry) {

    static <T extends Fact, C extends Facts<T>> SearchableRecords<T> of(RecordType<T, C> type, RecordLookup records) {
        return new SearchableRecords<>(
                type.kind(), type.listed(records), records.of(type)::key, fact -> type.document(fact, records));
    }

    SortKey key(int position) {
        return key.apply(all.get(position));
    }

    SearchDocument entry(int position) {
        return entry.apply(all.get(position));
    }
}
