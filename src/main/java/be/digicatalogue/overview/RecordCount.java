package be.digicatalogue.overview;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The number of records of a kind in the catalogue. */
@Description("The number of records of a kind in the catalogue.")
public record RecordCount(
        @NonNull @Description("The kind.") RecordKind kind,
        @Description("The number of records.") int count) {

    /** The counts of all kinds that have a list, in list order. */
    static List<RecordCount> of(Catalogue catalogue) {
        return Schema.loaded().listed().map(type -> of(type, catalogue)).toList();
    }

    static RecordCount of(RecordType<?, ?> type, Catalogue catalogue) {
        return new RecordCount(type.kind(), type.listed(catalogue).size());
    }
}
