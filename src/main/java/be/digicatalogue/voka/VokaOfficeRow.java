package be.digicatalogue.voka;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Text;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Places;
import be.digicatalogue.record.Address;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.FieldDate;
import be.digicatalogue.record.RecordKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

/** A row of the table {@code voka_office} and of {@code voka-offices.csv}. */
@Entity
@Table(name = "voka_office")
public class VokaOfficeRow extends Evidenced {

    @Id
    public String id;

    public String chamber;
    public String name;
    public String site;
    public String street;
    public String houseNumber;
    public String postalCode;
    public String municipality;
    public Double lat;
    public Double lon;
    public String precision;
    public String email;
    public String phone;
    public String website;
    public String confirmed;
    public LocalDate verifiedOn;
    public String remarkNl;
    public String remarkEn;

    public VokaOffice fact(Municipalities municipalities, Places places, List<FieldDate> knownOn) {
        return new VokaOffice(
                id,
                name,
                RecordKind.CHAMBERS.reference(chamber),
                municipalities.named(municipality).orElseThrow().province(),
                Address.of(site, street, houseNumber, postalCode, municipality),
                places.located(lat, lon, precision, postalCode, municipality),
                phone,
                email,
                website,
                Coded.of(VokaOffice.Confirmation.class, confirmed),
                knownOn,
                verifiedOn,
                Text.of(remarkNl, remarkEn),
                evidence());
    }
}
