package be.digicatalogue.programme;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.Evidenced;
import be.digicatalogue.record.RecordKind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** A row of the table {@code figure} and of {@code figures.csv}. */
@Entity
@Table(name = "figure")
public class FigureRow extends Evidenced {

    @Id
    public String id;

    public String programme;
    public String subject;
    public String metric;
    public BigDecimal value;
    public String unit;
    public String province;
    public boolean eachProvince;
    public String periodStart;
    public String periodEnd;
    public String asOf;
    public String noteNl;
    public String noteEn;
    public boolean derived;

    public Figure fact(Figure.Subject subject, List<Reference> disagreesWith) {
        return new Figure(
                id,
                RecordKind.PROGRAMMES.reference(programme),
                subject,
                metric,
                value,
                unit,
                RecordKind.PROVINCES.reference(province),
                eachProvince,
                periodStart == null && periodEnd == null ? null : new Figure.Period(periodStart, periodEnd),
                asOf,
                Text.of(noteNl, noteEn),
                derived,
                evidence().stream()
                        .map(Evidence::source)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                disagreesWith,
                evidence());
    }
}
