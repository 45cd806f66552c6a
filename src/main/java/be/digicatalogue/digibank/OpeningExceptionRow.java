package be.digicatalogue.digibank;

import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.OpeningException;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;

/** A row of the table {@code opening_exception} and of {@code opening-exceptions.csv}. */
@Entity
@Table(name = "opening_exception")
@IdClass(OpeningExceptionRow.Key.class)
public class OpeningExceptionRow extends Evidenced {

    @Id
    public String servicePoint;

    @Id
    public LocalDate validFrom;

    public LocalDate validTo;
    public String hours;
    public String remarkNl;
    public String remarkEn;

    public OpeningException fact() {
        return new OpeningException(validFrom, validTo, hours, Text.of(remarkNl, remarkEn), evidence());
    }

    /** The exceptions of a point do not overlap. */
    public record Key(String servicePoint, LocalDate validFrom) implements Serializable {}
}
