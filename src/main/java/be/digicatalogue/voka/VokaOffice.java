package be.digicatalogue.voka;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Coded;
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
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** An office of a Voka chamber, or the head office in Brussels, which belongs to no chamber. */
@Description("An office of a Voka chamber, or the head office in Brussels, which belongs to no chamber.")
public record VokaOffice(
        @NonNull @Description("Stable slug.") String id,
        @NonNull @Description("Name; never translated.") String name,
        @Ignore Reference chamber,
        @Ignore Reference province,

        @NonNull @Description("Postal address, as far as it is known.")
        Address address,

        @NonNull @Description("Its location, with its precision.")
        Location location,

        @Description("Phone number in international notation.")
        String phone,

        @Description("E-mail address.") String email,
        @Description("Website.") String website,

        @NonNull @Description("How much of the address a source confirms.")
        Confirmation confirmed,

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
        return RecordKind.VOKA_OFFICES.code();
    }

    @Override
    public Text label() {
        return Text.name(name);
    }

    /** How much of the address a source confirms. */
    @Enum("Confirmation")
    @Description("How much of the address a source confirms.")
    public enum Confirmation implements Coded {
        @Description("Street and house number.")
        ADDRESS,
        @Description("The street.")
        STREET,
        @Description("The site or building.")
        SITE,
        @Description("The municipality.")
        MUNICIPALITY,
        @Description("Nothing of the address is confirmed: the office may have moved.")
        NO
    }
}
