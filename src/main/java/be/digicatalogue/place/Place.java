package be.digicatalogue.place;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Location;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A locality under a postal code. One postal code can have several, and a locality several postal codes. */
@JsonPropertyOrder({"id", "postalCode", "locality", "names", "municipality"})
@Description("A locality under a postal code.")
public record Place(
        @NonNull @Description("Stable slug: postal code and locality.")
        String id,

        @NonNull @Description("Belgian postal code, four digits.")
        String postalCode,

        @NonNull @Description("Name of the locality.") String locality,
        @JsonIgnore @Ignore Text translations,
        @Ignore Reference municipality,
        @Ignore Reference province,
        @NonNull @Description("The centre of the locality.") Location location,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Fact, Located {

    @Override
    public String type() {
        return RecordKind.PLACES.code();
    }

    @Override
    public Text label() {
        return Text.name(locality);
    }

    /** The name in each language that has one of its own, Dutch first, by language tag. */
    @JsonProperty
    @Ignore
    public Map<String, String> names() {
        return translations.all();
    }
}
