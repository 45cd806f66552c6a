package be.digicatalogue.digihub;

import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.RecordKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;

/** A row of the table {@code consortium} and of {@code consortia.csv}. */
@Entity
@Table(name = "consortium")
public class ConsortiumRow extends Evidenced {

    @Id
    public String province;

    public String name;
    public LocalDate validFrom;
    public LocalDate validTo;
    public String remarkNl;
    public String remarkEn;

    public Consortium fact(List<Reference> leads, List<Reference> knowledgePartners) {
        return new Consortium(
                province,
                name,
                RecordKind.PROVINCES.reference(province),
                leads,
                knowledgePartners,
                validFrom,
                validTo,
                Text.of(remarkNl, remarkEn),
                evidence());
    }
}
