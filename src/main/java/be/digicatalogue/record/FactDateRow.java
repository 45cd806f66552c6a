package be.digicatalogue.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of the table {@code fact_date} and of {@code fact-dates.csv}: the date of a field of a record. */
@Entity
@Table(name = "fact_date")
@IdClass(FactDateRow.Key.class)
public class FactDateRow extends Evidenced {

    /** The name of the table in the dataset. */
    public static final String TABLE = "fact-dates";

    @Id
    public String type;

    @Id
    public String id;

    @Id
    public String field;

    public String knownOn;
    public String certainty;

    /** A field has at most one date. */
    public record Key(String type, String id, String field) implements Serializable {}
}
