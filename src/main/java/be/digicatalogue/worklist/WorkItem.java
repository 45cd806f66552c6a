package be.digicatalogue.worklist;

import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * Something that a curator should look at; {@code null} for what an item does not have.
 *
 * @param type the kind of record
 * @param record the record, if it has a page of its own in the API
 * @param table the table of the dataset with its row
 * @param key the key of the row
 * @param field the property in question, as in answers or, where answers have no such property, as the column
 * @param value its present value, shortened
 * @param why the reason
 * @param knownOn of when the value is
 * @param due the last day of the review period
 * @param municipality where it is
 * @param tag the entity tag of the row
 * @param report the number of the report
 * @param words what the reporter wrote
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkItem(
        WorkTask task,
        String type,
        Reference record,
        String table,
        String key,
        String field,
        String value,
        Message why,
        String knownOn,
        LocalDate due,
        Reference municipality,
        String tag,
        Long report,
        String words) {

    /** The type by which items are filtered: the kind of record, or the table where rows are no records. */
    @JsonIgnore
    String typeOrTable() {
        return type == null ? table : type;
    }
}
