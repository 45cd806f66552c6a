package be.digicatalogue.place;

import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.RecordKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A row of the table {@code municipality} and of {@code municipalities.csv}. */
@Entity
@Table(name = "municipality")
public class MunicipalityRow extends Evidenced {

    @Id
    public String nisCode;

    public String name;
    public String province;
    public double lat;
    public double lon;
    public LocalDate validFrom;
    public LocalDate validTo;
    public String mergedInto;

    public Municipality fact() {
        return new Municipality(
                nisCode,
                name,
                RecordKind.PROVINCES.reference(province),
                new Location(lat, lon, Precision.MUNICIPALITY),
                validFrom,
                validTo,
                RecordKind.MUNICIPALITIES.reference(mergedInto),
                evidence());
    }
}
