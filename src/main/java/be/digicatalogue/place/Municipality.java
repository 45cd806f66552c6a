package be.digicatalogue.place;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Located;
import be.digicatalogue.geo.Location;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A municipality under one NIS code. One that merged stays in the catalogue, with its last day and its successor. */
@JsonPropertyOrder({"id", "name", "names", "province"})
@Description(
        "A municipality under one NIS code. One that merged stays in the catalogue, with its last day and its successor.")
public record Municipality(
        @NonNull @Description("NIS code of Statbel, five digits.")
        String id,

        @NonNull @Description("Dutch name.") String name,
        @JsonIgnore @Ignore Text translations,
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

    /** The name in each language that has one of its own, Dutch first, by language tag. */
    @JsonProperty
    @Ignore
    public Map<String, String> names() {
        return translations.all();
    }
}
