package be.digicatalogue.organisation;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.FieldDate;
import be.digicatalogue.record.RecordKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the table {@code organisation} and of {@code organisations.csv}: a knowledge partner or a Voka chamber. */
@Entity
@Table(name = "organisation")
public class OrganisationRow extends Evidenced {

    static final String TABLE = "organisations";

    private static final String CHAMBER_OF_COMMERCE = "chamber-of-commerce";

    @Id
    public String id;

    public String name;
    public String nameInSource;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> alsoKnownAs = List.of();

    public String kind;
    public String website;
    public String enterpriseNumber;
    public String street;
    public String houseNumber;
    public String postalCode;
    public String municipality;
    public Double lat;
    public Double lon;
    public String precision;
    public LocalDate verifiedOn;
    public String remarkNl;
    public String remarkEn;

    public boolean isChamber() {
        return isChamber(kind);
    }

    static boolean isChamber(String kind) {
        return CHAMBER_OF_COMMERCE.equals(kind);
    }

    public Partner partner(List<Reference> consortia, List<FieldDate> knownOn) {
        return new Partner(
                id,
                name,
                nameInSource,
                alsoKnownAs,
                Coded.of(PartnerKind.class, kind),
                website,
                enterpriseNumber,
                address(),
                location(),
                provincesOf(consortia),
                consortia,
                knownOn,
                verifiedOn,
                Text.of(remarkNl, remarkEn),
                evidence());
    }

    public Chamber chamber(List<Reference> leads, List<Reference> vokaOffices, List<FieldDate> knownOn) {
        return new Chamber(
                id,
                name,
                nameInSource,
                alsoKnownAs,
                website,
                enterpriseNumber,
                address(),
                location(),
                provincesOf(leads),
                leads,
                vokaOffices,
                knownOn,
                verifiedOn,
                Text.of(remarkNl, remarkEn),
                evidence());
    }

    /** The id of a consortium is that of its province. */
    private static List<Reference> provincesOf(List<Reference> consortia) {
        return consortia.stream()
                .map(consortium -> RecordKind.PROVINCES.reference(consortium.id()))
                .toList();
    }

    private Address address() {
        return Address.of(null, street, houseNumber, postalCode, municipality);
    }

    private Location location() {
        return lat == null ? null : new Location(lat, lon, Coded.of(Precision.class, precision));
    }
}
