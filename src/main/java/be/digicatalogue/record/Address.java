package be.digicatalogue.record;

import be.digicatalogue.fact.Reference;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** A postal address, as far as a source gives it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Description("A postal address, as far as a source gives it.")
public record Address(
        @Description("Site or building, where the source gives that instead of a street.")
        String site,

        @Description("Street.") String street,
        @Description("House number, with box or letter.") String houseNumber,
        @Description("Belgian postal code, four digits.") String postalCode,
        @Ignore Reference municipality) {

    /** The columns that hold an address; the location belongs to it. */
    public static final String[] PARTS = {
        "site", "street", "houseNumber", "postalCode", "municipality", "lat", "lon", "precision"
    };

    /** The address; {@code null} when all of its parts are unknown. */
    public static Address of(String site, String street, String houseNumber, String postalCode, String nisCode) {
        return site == null && street == null && postalCode == null && nisCode == null
                ? null
                : new Address(site, street, houseNumber, postalCode, RecordKind.MUNICIPALITIES.reference(nisCode));
    }

    /** Street and house number, as on an envelope; {@code null} without a street. */
    public String streetAndNumber() {
        return street == null || houseNumber == null ? street : street + " " + houseNumber;
    }

    /** Site, street and number, as far as they are known; {@code null} when none is. */
    public String line() {
        if (street == null) {
            return site;
        }
        return site == null ? streetAndNumber() : site + ", " + streetAndNumber();
    }
}
