package be.digicatalogue.programme;

import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** A row of the table {@code programme} and of {@code programmes.csv}. */
@Entity
@Table(name = "programme")
public class ProgrammeRow extends Evidenced {

    @Id
    public String id;

    public int position;
    public String nameNl;
    public String nameEn;
    public String summaryNl;
    public String summaryEn;
    public LocalDate validFrom;
    public LocalDate validTo;
    public String remarkNl;
    public String remarkEn;

    public Programme fact(List<ProgrammeTextRow> texts) {
        return new Programme(
                id,
                Text.of(nameNl, nameEn),
                Text.of(summaryNl, summaryEn),
                texts.stream()
                        .sorted(Comparator.comparing(ProgrammeTextRow::section).thenComparing(row -> row.position))
                        .map(ProgrammeTextRow::passage)
                        .toList(),
                validFrom,
                validTo,
                Text.of(remarkNl, remarkEn),
                evidence());
    }
}
