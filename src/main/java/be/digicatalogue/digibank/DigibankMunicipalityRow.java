package be.digicatalogue.digibank;

import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of the table {@code digibank_municipality} and of {@code digibank-municipalities.csv}. */
@Entity
@Table(name = "digibank_municipality")
@IdClass(DigibankMunicipalityRow.Key.class)
public class DigibankMunicipalityRow extends Evidenced {

    @Id
    public String digibank;

    @Id
    public String municipality;

    public int position;

    /** A digibank covers a municipality at most once. */
    public record Key(String digibank, String municipality) implements Serializable {}
}
