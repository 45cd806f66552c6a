package be.digicatalogue.place;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Location;
import be.digicatalogue.record.RecordKind;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A locality under a postal code. One postal code can have several, and a locality several postal codes. */
@Description("A locality under a postal code.")
public record Place(
        @NonNull @Description("Stable slug: postal code and locality.")
        String id,

        @NonNull @Description("Belgian postal code, four digits.")
        String postalCode,

        @NonNull @Description("Name of the locality.") String locality,
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
}
