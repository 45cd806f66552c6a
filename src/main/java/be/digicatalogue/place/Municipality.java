package be.digicatalogue.place;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Location;
import be.digicatalogue.record.RecordKind;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A municipality under one NIS code. One that merged stays in the catalogue, with its last day and its successor. */
@Description(
        "A municipality under one NIS code. One that merged stays in the catalogue, with its last day and its successor.")
public record Municipality(
        @NonNull @Description("NIS code of Statbel, five digits.")
        String id,

        @NonNull @Description("Dutch name.") String name,
        @Ignore Reference province,
        @NonNull @Description("The centre of its area.") Location location,

        @Description("First day, when it was created by a merger.")
        LocalDate validFrom,

        @Description("Last day, when it merged.") LocalDate validTo,

        @Ignore Reference mergedInto,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Addressed, Lasting, Located {

    @Override
    public String type() {
        return RecordKind.MUNICIPALITIES.code();
    }

    @Override
    public Text label() {
        return Text.name(name);
    }
}
