package be.digicatalogue.province;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Outline;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table {@code province} and of {@code provinces.csv}; the outline is a GeoJSON geometry. */
@Entity
@Table(name = "province")
public class ProvinceRow extends Evidenced {

    @Id
    public String id;

    public String kind;
    public String isoCode;
    public String nisCode;
    public String nutsCode;
    public String nameNl;
    public String nameFr;
    public String nameDe;
    public String nameEn;
    public String outline;

    public Province fact() {
        return new Province(
                id,
                Coded.of(Province.Kind.class, kind),
                isoCode,
                nisCode,
                nutsCode,
                new Text(nameNl, nameFr, nameDe, nameEn),
                new Outline(outline),
                evidence());
    }
}
