package be.digicatalogue.change;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Link;
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
 * What a revision did to one record of the catalogue.
 *
 * @param number counts the changes of the revision from 1
 * @param fields the columns of the dataset that are different, and the parts of the record; empty unless it was changed
 */
@Description("What a revision did to one record.")
@JsonPropertyOrder({"revision", "publishedAt", "type", "id", "href", "kind", "fields"})
public record Change(
        @Description("Number of the revision.") long revision,

        @Ignore @JsonIgnore int number,

        @NonNull @Description("When that revision was published.")
        Instant publishedAt,

        @NonNull @Description("What kind of record it is.") Type type,

        @NonNull @Description("Its id among the records of its kind.")
        String id,

        @NonNull @Description("What happened to it.") Kind kind,

        @NonNull @Description("When it was changed: what of it is different.")
        List<@NonNull String> fields) {

    /** Its address; a record without an address of its own gives the list that has it. A removed one had it. */
    @Ignore
    @JsonProperty
    public Link href() {
        return new Link(
                switch (type) {
                    case PLACES -> "/v1/places?postalCode=" + id.substring(0, Math.min(4, id.length()));
                    case SERVICES -> "/v1/services";
                    case SUBJECTS -> "/v1/figures?subject=" + id;
                    default -> "/v1/" + type.code() + "/" + id;
                });
    }

    Mark mark() {
        return new Mark(revision, number);
    }

    /** What can happen to a record. */
    @Enum("ChangeKind")
    @Description("What can happen to a record.")
    public enum Kind implements Coded {
        @Description("It is new.")
        ADDED,
        @Description("It is different.")
        CHANGED,
        @Description("It is not there any more.")
        REMOVED
    }

    /** The kinds of record that have a history; the code is the path segment under which they are served. */
    @Enum("ChangedType")
    @Description("The kinds of record that have a history.")
    public enum Type implements Coded {
        @Description("The provinces and the Brussels region.")
        PROVINCES,
        @Description("Digihubs.")
        CONSORTIA,
        @Description("Knowledge partners.")
        PARTNERS,
        @Description("Voka chambers.")
        CHAMBERS,
        @Description("Voka offices.")
        VOKA_OFFICES,
        @Description("Digibanks and other networks.")
        DIGIBANKS,
        @Description("Service points.")
        SERVICE_POINTS,
        @Description("Services.")
        SERVICES,
        @Description("Localities under their postal codes.")
        PLACES,
        @Description("Municipalities.")
        MUNICIPALITIES,
        @Description("Programmes.")
        PROGRAMMES,
        @Description("What figures are about.")
        SUBJECTS,
        @Description("Figures.")
        FIGURES,
        @Description("Dated facts.")
        TIMELINE,
        @Description("Sources.")
        SOURCES
    }
}
