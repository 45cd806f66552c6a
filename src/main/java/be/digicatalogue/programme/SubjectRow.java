package be.digicatalogue.programme;

import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table {@code subject} and of {@code subjects.csv}. */
@Entity
@Table(name = "subject")
public class SubjectRow extends Evidenced {

    @Id
    public String id;

    public String programme;
    public String nameNl;
    public String nameEn;

    public Figure.Subject fact() {
        return new Figure.Subject(id, Text.of(nameNl, nameEn));
    }
}
