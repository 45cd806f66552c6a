package be.digicatalogue.digibank;

import be.digicatalogue.fact.Age;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Interner;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.HoursAt;
import be.digicatalogue.hours.OpeningException;
import be.digicatalogue.hours.OpeningHours;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of the table {@code service_point} and of {@code service-points.csv}. */
@Entity
@Table(name = "service_point")
public class ServicePointRow extends Evidenced {

    @Id
    public String id;

    public String digibank;
    public String name;
    public String locationType;
    public String street;
    public String houseNumber;
    public String postalCode;
    public String municipality;
    public Double lat;
    public Double lon;
    public String precision;

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> services = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> derived = List.of();

    public String openingHours;
    public String phone;
    public String email;
    public String website;
    public LocalDate verifiedOn;
    public String remarkNl;
    public String remarkEn;

    /**
     * The point with its hours, including the exceptions.
     *
     * @param age the age of the hours; {@code null} when none are published
     * @param shared interns the values of all points
     */
    public ServicePoint fact(
            Municipalities municipalities,
            Places places,
            OpeningHours hours,
            List<OpeningException> exceptions,
            List<FieldDate> knownOn,
            Age age,
            Interner shared) {
        var within = municipalities.named(municipality).orElseThrow();
        return new ServicePoint(
                id,
                name,
                shared.one(RecordKind.DIGIBANKS.reference(digibank)),
                Coded.of(LocationType.class, locationType),
                shared.one(services.stream()
                        .map(code -> Coded.of(ServiceCode.class, code))
                        .sorted()
                        .toList()),
                new Address(null, street, houseNumber, postalCode, shared.one(within.reference())),
                within.province(),
                places.located(lat, lon, precision, postalCode, municipality),
                shared.one(derived.stream()
                        .map(part -> Coded.of(DerivedPart.class, part))
                        .toList()),
                openingHours,
                hours.inWords(),
                exceptions,
                shared.one(HoursAt.now(hours, shared.one(age))),
                phone,
                email,
                website,
                knownOn,
                verifiedOn,
                Text.of(remarkNl, remarkEn),
                shared.one(evidence()));
    }
}
