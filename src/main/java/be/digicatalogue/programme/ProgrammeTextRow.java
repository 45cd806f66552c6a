package be.digicatalogue.programme;

import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of the table {@code programme_text} and of {@code programme-texts.csv}. */
@Entity
@Table(name = "programme_text")
@IdClass(ProgrammeTextRow.Key.class)
public class ProgrammeTextRow extends Evidenced {

    @Id
    public String programme;

    @Id
    public String section;

    @Id
    public int position;

    public String titleNl;
    public String titleEn;
    public String textNl;
    public String textEn;

    Programme.Section section() {
        return Coded.of(Programme.Section.class, section);
    }

    Programme.Passage passage() {
        return new Programme.Passage(section(), Text.of(titleNl, titleEn), Text.of(textNl, textEn), evidence());
    }

    /** Positions are numbered within a section. */
    public record Key(String programme, String section, int position) implements Serializable {}
}
