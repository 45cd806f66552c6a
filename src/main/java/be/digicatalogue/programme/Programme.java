package be.digicatalogue.programme;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A programme of the Flemish government: what it is and how it works, in the catalogue's own words. */
@Description("A programme of the Flemish government: what it is and how it works.")
public record Programme(
        @NonNull @Description("Stable slug.") String id,
        @Ignore Text name,
        @Ignore Text summary,

        @NonNull @Description("What it is, how it works and how it is funded.")
        List<@NonNull Passage> texts,

        @Description("First day.") LocalDate validFrom,
        @Description("Last day.") LocalDate validTo,
        @Ignore Text remark,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Addressed, Lasting {

    @Override
    public String type() {
        return RecordKind.PROGRAMMES.code();
    }

    @Override
    public Text label() {
        return name;
    }

    @JsonProperty
    @Ignore
    public Map<String, Link> links() {
        // In a fixed order, because the entity tag depends on it.
        var links = new LinkedHashMap<String, Link>();
        links.put("figures", new Link("/v1/figures?programme=" + id));
        links.put("timeline", new Link("/v1/timeline?programme=" + id));
        return links;
    }

    /** One step, goal or rule of a programme. */
    @Description("One step, goal or rule of a programme.")
    public record Passage(
            @NonNull @Description("Its subject.") Section section,
            @Ignore Text title,
            @Ignore Text text,

            @NonNull @Description("The evidence of this record.")
            List<@NonNull Evidence> evidence) {}

    /** The subject of a passage, in reading order. */
    @Enum("Section")
    @Description("The subject of a passage.")
    public enum Section implements Coded {
        @Description("What it is and for whom.")
        ABOUT,
        @Description("What it aims at.")
        GOAL,
        @Description("The services that it offers.")
        SERVICE,
        @Description("The steps, in order.")
        WAY_OF_WORKING,
        @Description("Where to go when the usual way does not fit.")
        FALLBACK,
        @Description("Where it takes place.")
        PLACE,
        @Description("Who pays for what.")
        FINANCING,
        @Description("Its results.")
        EVALUATION
    }
}
