package be.digicatalogue.place;

import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.RecordKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

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

    public Municipality fact(List<MunicipalityNameRow> names) {
        return new Municipality(
                nisCode,
                name,
                TranslatedNameRow.translations(name, names),
                RecordKind.PROVINCES.reference(province),
                new Location(lat, lon, Precision.MUNICIPALITY),
                validFrom,
                validTo,
                RecordKind.MUNICIPALITIES.reference(mergedInto),
                TranslatedNameRow.evidence(this, names));
    }
}
