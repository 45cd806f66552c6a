package be.digicatalogue.organisation;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Location;
import be.digicatalogue.record.Address;
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

/** A knowledge partner of one or more digihubs. */
@Description("A knowledge partner of one or more digihubs.")
public record Partner(
        @NonNull @Description("Stable slug.") String id,

        @NonNull @Description("Name as the organisation writes it; never translated.")
        String name,

        @NonNull @Description("Name as the parliamentary answer of 2021 spells it.")
        String nameInSource,

        @NonNull @Description("Short and former names that its other names do not contain.")
        List<@NonNull String> alsoKnownAs,

        @NonNull @Description("The kind of partner.") PartnerKind kind,
        @Description("Website.") String website,
        @Description("Enterprise number (KBO), ten digits.") String enterpriseNumber,

        @Description("Postal address, as far as it is known.")
        Address address,

        @Description("Its location; absent when unknown.") Location location,
        @Ignore List<Reference> provinces,
        @Ignore List<Reference> consortia,

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
        implements Addressed, Located, Dated {

    @Override
    public String type() {
        return RecordKind.PARTNERS.code();
    }

    @Override
    public Text label() {
        return Text.name(name);
    }
}
