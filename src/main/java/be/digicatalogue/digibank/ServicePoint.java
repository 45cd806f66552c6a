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
 * A place where a citizen gets help with digital things.
 *
 * @param openingHours OpenStreetMap {@code opening_hours} syntax, as published; absent when none are
 * @param openingHoursText the usual hours in words
 * @param opening what hours and exceptions say at the moment that was asked
 * @param derived what of the address follows from something else than the source of the point
 */
@Description("A place where a citizen gets help with digital things.")
public record ServicePoint(
        @NonNull @Description("Stable slug.") String id,
        @NonNull @Description("Name; never translated.") String name,
        @Ignore Reference digibank,

        @NonNull @Description("Whether it stays in one place.")
        LocationType locationType,

        @Ignore List<ServiceCode> services,

        @NonNull @Description("Postal address, as far as known.")
        Address address,

        @Ignore Reference province,

        @NonNull @Description("Where it is, and how precisely that is known.")
        Location location,

        @NonNull @Description("What of the address follows from something else.")
        List<@NonNull DerivedPart> derived,

        @Description("Opening hours in OpenStreetMap syntax, as published; absent when none are.")
        String openingHours,

        @Ignore Text openingHoursText,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @NonNull
        @Description("Days on which other hours hold than usual, in order.")
        List<@NonNull OpeningException> openingExceptions,

        @Ignore HoursAt opening,

        @Description("Phone number, international notation.")
        String phone,

        @Description("E-mail address.") String email,
        @Description("Website.") String website,

        @JsonSerialize(using = FieldDatesSerializer.class)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @NonNull
        @Description("Of when its fields are, where that is known.")
        List<@NonNull FieldDate> knownOn,

        @Description("Day on which the record was last checked against a source.")
        LocalDate verifiedOn,

        @Ignore Text remark,
        @NonNull @Description("What backs this.") List<@NonNull Evidence> evidence)
        implements Addressed, Located, Dated {

    /** The same point, asked otherwise how open it is. */
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
