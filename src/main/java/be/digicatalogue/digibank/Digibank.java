package be.digicatalogue.digibank;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Dated;
import be.digicatalogue.record.FieldDate;
import be.digicatalogue.record.FieldDatesSerializer;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A local partnership for digital inclusion.
 *
 * @param callRound the round of the implementation call in which it was approved, 1 to 5
 * @param supportedUntil the latest possible last day of the Flemish support for the project
 */
@Description("A local partnership for digital inclusion.")
public record Digibank(
        @NonNull @Description("Stable slug.") String id,
        @NonNull @Description("Name; never translated.") String name,

        @NonNull @Description("Whether it is a digibank or another network.")
        DigibankKind kind,

        @Description("Organisation that leads it.") String lead,
        @Ignore List<Reference> provinces,
        @Ignore List<Reference> municipalities,

        @Description("Round of the implementation call in which it was approved, 1 to 5.")
        Integer callRound,

        @Ignore Text status,
        @Description("Website.") String website,
        @Ignore List<Reference> servicePoints,
        @Description("First day.") LocalDate validFrom,
        @Description("Last day.") LocalDate validTo,

        @Description("The latest possible last day of the Flemish support.")
        LocalDate supportedUntil,

        @JsonSerialize(using = FieldDatesSerializer.class)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @NonNull
        @Description("The known dates of its fields.")
        List<@NonNull FieldDate> knownOn,

        @Description("Day on which the record was last checked against a source.")
        LocalDate verifiedOn,

        @Ignore Text remark,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Addressed, Lasting, Dated {

    @Override
    public String type() {
        return RecordKind.DIGIBANKS.code();
    }

    @Override
    public Text label() {
        return Text.name(name);
    }
}
