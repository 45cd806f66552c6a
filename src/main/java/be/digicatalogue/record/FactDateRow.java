package be.digicatalogue.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of the table {@code fact_date} and of {@code fact-dates.csv}: of when a field of a record is. */
@Entity
@Table(name = "fact_date")
@IdClass(FactDateRow.Key.class)
public class FactDateRow extends Evidenced {

    /** The table in a dataset. */
    public static final String TABLE = "fact-dates";

    @Id
    public String type;

    @Id
    public String id;

    @Id
    public String field;

    public String knownOn;
    public String certainty;

    /** A field has one date at the most. */
    public record Key(String type, String id, String field) implements Serializable {}
}
