package be.digicatalogue.province;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Outline;
import be.digicatalogue.geo.Outlined;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** A Flemish province, or the Brussels region. Its digihub, partners and offices refer to its id. */
@JsonPropertyOrder({"id", "isoCode", "nisCode", "nutsCode", "name", "names", "links", "evidence"})
@Description("A Flemish province. Brussels occurs as the region of places, offices and service points.")
public record Province(
        @NonNull @Description("Stable slug, such as oost-vlaanderen.")
        String id,

        @JsonIgnore @Ignore Kind kind,

        @NonNull @Description("ISO 3166-2 code, such as BE-VOV.")
        String isoCode,

        @NonNull @Description("NIS code of Statbel, five digits.")
        String nisCode,

        @NonNull @Description("NUTS code of Eurostat, such as BE23.")
        String nutsCode,

        @Ignore Text name,
        @JsonIgnore @Ignore Outline outline,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Addressed, Outlined {

    @Override
    public String type() {
        return RecordKind.PROVINCES.code();
    }

    @Override
    public Text label() {
        return name;
    }

    @JsonProperty
    @Ignore
    public Map<String, String> names() {
        return name.all();
    }

    @JsonProperty
    @Ignore
    public Map<String, Link> links() {
        var links = new LinkedHashMap<String, Link>();
        if (kind == Kind.PROVINCE) {
            links.put("consortium", new Link("/v1/consortia/" + id));
            for (var list : List.of("partners", "figures")) {
                links.put(list, new Link("/v1/" + list + "?province=" + id));
            }
        }
        links.put("vokaOffices", new Link("/v1/voka-offices?province=" + id));
        links.put("digibanks", new Link("/v1/digibanks?province=" + id));
        links.put("servicePoints", new Link("/v1/service-points?province=" + id));
        links.put("municipalities", new Link("/v1/municipalities?province=" + id));
        links.put("places", new Link("/v1/places?province=" + id));
        return links;
    }

    /** A province has a digihub; the region is only the location of places, offices and service points. */
    public enum Kind implements Coded {
        PROVINCE,
        REGION
    }
}
