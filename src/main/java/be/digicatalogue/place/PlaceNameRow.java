package be.digicatalogue.place;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row of the table {@code place_name} and of {@code place-names.csv}. */
@Entity
@Table(name = "place_name")
@IdClass(PlaceNameRow.Key.class)
public class PlaceNameRow extends TranslatedNameRow {

    @Id
    public String place;

    /** A locality has one name in a language. */
    public record Key(String place, String language) implements Serializable {}
}
