package be.digicatalogue.history;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.SortKey;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * The change that a revision made to one record of the catalogue.
 *
 * @param revisionId the random id of the revision
 * @param number the number of the change within the revision, from 1
 * @param fields the columns of the dataset that differ, and the parts of the record; empty unless the record was changed
 * @param values the values before and after; {@code null} when they are not kept
 */
@Description("The change that a revision made to one record.")
@JsonPropertyOrder({"revision", "publishedAt", "type", "id", "href", "kind", "fields"})
public record Change(
        @Description("Number of the revision.") long revision,

        @Ignore @JsonIgnore String revisionId,

        @Ignore @JsonIgnore int number,

        @NonNull @Description("The time at which that revision was published.")
        Instant publishedAt,

        @NonNull @Description("The kind of record.") RecordKind type,

        @NonNull @Description("Its id among the records of its kind.")
        String id,

        @NonNull @Description("The kind of change.") Kind kind,

        @NonNull @Description("For a changed record, the names of the fields that differ.")
        List<@NonNull String> fields,

        @Ignore @JsonIgnore ChangedValues values) {

    /**
     * The path of the record. For a record without a URL of its own, a list that contains it; for a removed record, its
     * former path.
     */
    @Ignore
    @JsonProperty
    public Link href() {
        return new Link(type.path(id));
    }

    /** Its place in the history. */
    @Ignore
    public SortKey key() {
        return SortKey.of(revision, number);
    }

    public ChangeCursor cursor() {
        return new ChangeCursor(revision, revisionId, number);
    }

    Change withoutValues() {
        return values == null
                ? this
                : new Change(revision, revisionId, number, publishedAt, type, id, kind, fields, null);
    }

    /** The kind of change to a record. */
    @Enum("ChangeKind")
    @Description("The kind of change to a record.")
    public enum Kind implements Coded {
        @Description("The record was added.")
        ADDED,
        @Description("The record was changed.")
        CHANGED,
        @Description("The record was removed.")
        REMOVED
    }
}
