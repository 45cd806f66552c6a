package be.digicatalogue.digibank;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.place.Municipalities;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.FieldDate;
import be.digicatalogue.record.RecordKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A row of the table {@code digibank} and of {@code digibanks.csv}. */
@Entity
@Table(name = "digibank")
public class DigibankRow extends Evidenced {

    @Id
    public String id;

    public String name;
    public String kind;
    public String lead;
    /** Only where no municipality is known. */
    public String province;

    public String website;
    public Integer callRound;
    public String statusNl;
    public String statusEn;
    public LocalDate validFrom;
    public LocalDate validTo;
    public LocalDate supportedUntil;
    public LocalDate verifiedOn;
    public String remarkNl;
    public String remarkEn;

    public Digibank fact(List<Municipality> covers, List<Reference> servicePoints, List<FieldDate> knownOn) {
        var provinces = Stream.concat(
                        Stream.ofNullable(RecordKind.PROVINCES.reference(province)),
                        covers.stream().map(Municipality::province))
                .distinct()
                .sorted()
                .toList();
        return new Digibank(
                id,
                name,
                Coded.of(DigibankKind.class, kind),
                lead,
                provinces,
                covers.stream().map(Municipality::reference).toList(),
                callRound,
                Text.of(statusNl, statusEn),
                website,
                servicePoints,
                validFrom,
                validTo,
                supportedUntil,
                knownOn,
                verifiedOn,
                Text.of(remarkNl, remarkEn),
                evidence());
    }

    /** The municipalities of each digibank, in the order of the source. */
    public static List<Municipality> covers(List<DigibankMunicipalityRow> rows, Municipalities municipalities) {
        return rows.stream()
                .map(row -> municipalities.named(row.municipality).orElseThrow())
                .toList();
    }
}
