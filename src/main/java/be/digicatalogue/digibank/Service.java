package be.digicatalogue.digibank;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** One of the services that a service point can offer, with its name and a sentence for citizens. */
@JsonPropertyOrder({"code", "label", "labels", "description", "evidence"})
@Description("One of the services that a service point can offer.")
public record Service(
        @NonNull @Description("Its code.") ServiceCode code,
        @Ignore Text label,
        @Ignore Text description,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Fact {

    @Override
    public String id() {
        return code.code();
    }

    @Override
    public String type() {
        return RecordKind.SERVICES.code();
    }

    @JsonProperty
    @Ignore
    public Map<String, String> labels() {
        return label.all();
    }
}
