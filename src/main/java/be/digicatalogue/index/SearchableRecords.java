package be.digicatalogue.index;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
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
 */
public record SearchableRecords<T>(RecordKind type, List<T> all, Function<T, SearchDocument> entry) {

    static <T extends Fact, C extends Facts<T>> SearchableRecords<T> of(RecordType<T, C> type, RecordLookup records) {
        return new SearchableRecords<>(type.kind(), type.listed(records), fact -> type.document(fact, records));
    }

    SearchDocument entry(int position) {
        return entry.apply(all.get(position));
    }
}
