package be.digicatalogue.digibank;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table {@code service} and of {@code services.csv}. */
@Entity
@Table(name = "service")
public class ServiceRow extends Evidenced {

    @Id
    public String code;

    public String labelNl;
    public String labelFr;
    public String labelDe;
    public String labelEn;
    public String descriptionNl;
    public String descriptionFr;
    public String descriptionDe;
    public String descriptionEn;

    public Service fact() {
        return new Service(
                Coded.of(ServiceCode.class, code),
                new Text(labelNl, labelFr, labelDe, labelEn),
                new Text(descriptionNl, descriptionFr, descriptionDe, descriptionEn),
                evidence());
    }
}
