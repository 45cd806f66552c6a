package be.digicatalogue.overview;

import be.digicatalogue.record.RecordKind;
import be.digicatalogue.record.ReviewPeriods;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The review period of a field of a kind of record. */
@Description("The review period of a field of a kind of record after its date.")
public record ReviewPeriod(
        @NonNull @Description("The kind of record.") RecordKind kind,
        @NonNull @Description("The name of the field.") String field,
        @NonNull @Description("The period (ISO 8601).") String period) {

    static List<ReviewPeriod> of(ReviewPeriods periods) {
        return periods.all().entrySet().stream()
                .flatMap(kind -> kind.getValue().stream()
                        .map(field -> new ReviewPeriod(
                                kind.getKey(), field.name(), field.period().toString())))
                .toList();
    }
}
