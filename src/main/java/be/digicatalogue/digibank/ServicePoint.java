package be.digicatalogue.digibank;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Location;
import be.digicatalogue.hours.HoursAt;
import be.digicatalogue.hours.OpeningException;
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

/**
 * A place where citizens get digital help.
 *
 * @param openingHours the hours in OpenStreetMap {@code opening_hours} syntax, as published; absent when none are published
 * @param openingHoursText the usual hours in words
 * @param opening the hours and exceptions, evaluated at the requested moment
 * @param derived the parts of the address that do not come from the source of the point itself
 */
@Description("A place where citizens get digital help.")
public record ServicePoint(
        @NonNull @Description("Stable slug.") String id,
        @NonNull @Description("Name; never translated.") String name,
        @Ignore Reference digibank,

        @NonNull @Description("Whether it stays in one place.")
        LocationType locationType,

        @Ignore List<ServiceCode> services,

        @NonNull @Description("Postal address, as far as it is known.")
        Address address,

        @Ignore Reference province,

        @NonNull @Description("Its location, with its precision.")
        Location location,

        @NonNull @Description("The parts of the address that do not come from the source of the point itself.")
        List<@NonNull DerivedPart> derived,

        @Description("Opening hours in OpenStreetMap syntax, as published; absent when none are published.")
        String openingHours,

        @Ignore Text openingHoursText,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @NonNull @Description("Days with other hours than usual, in order.")
        List<@NonNull OpeningException> openingExceptions,

        @Ignore HoursAt opening,

        @Description("Phone number in international notation.")
        String phone,

        @Description("E-mail address.") String email,
        @Description("Website.") String website,

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

    /** The same point with its hours evaluated at another moment. */
    ServicePoint with(HoursAt other) {
        return new ServicePoint(
                id,
                name,
                digibank,
                locationType,
                services,
                address,
                province,
                location,
                derived,
                openingHours,
                openingHoursText,
                openingExceptions,
                other,
                phone,
                email,
                website,
                knownOn,
                verifiedOn,
                remark,
                evidence);
    }

    @Override
    public String type() {
        return RecordKind.SERVICE_POINTS.code();
    }

    @Override
    public Text label() {
        return Text.name(name);
    }
}
