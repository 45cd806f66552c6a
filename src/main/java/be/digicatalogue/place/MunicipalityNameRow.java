package be.digicatalogue.place;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of the table {@code municipality_name} and of {@code municipality-names.csv}. */
@Entity
@Table(name = "municipality_name")
@IdClass(MunicipalityNameRow.Key.class)
public class MunicipalityNameRow extends TranslatedNameRow {

    @Id
    public String municipality;

    /** A municipality has one name in a language. */
    public record Key(String municipality, String language) implements Serializable {}
}
