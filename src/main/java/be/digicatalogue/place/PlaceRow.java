package be.digicatalogue.place;

import be.digicatalogue.geo.Location;
import be.digicatalogue.geo.Precision;
import be.digicatalogue.record.Evidenced;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** A row of the table {@code place} and of {@code places.csv}; the province follows from the municipality. */
@Entity
@Table(name = "place")
public class PlaceRow extends Evidenced {

    @Id
    public String id;

    public String postalCode;
    public String locality;
    public String municipality;
    public double lat;
    public double lon;

    public Place fact(Municipalities municipalities, List<PlaceNameRow> names) {
        var within = municipalities.named(municipality).orElseThrow();
        return new Place(
                id,
                postalCode,
                locality,
                TranslatedNameRow.translations(locality, names),
                within.reference(),
                within.province(),
                new Location(lat, lon, Precision.LOCALITY),
                TranslatedNameRow.evidence(this, names));
    }
}
