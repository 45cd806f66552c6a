package be.digicatalogue.digihub;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.RecordKind;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** The digihub of one province: who leads it and which knowledge partners take part, in the order of the source. */
@Description("The digihub of one province: who leads it and which knowledge partners take part.")
public record Consortium(
        @NonNull @Description("The slug of its province.") String id,
        @NonNull @Description("Name of the digihub.") String name,
        @Ignore Reference province,
        @Ignore List<Reference> leads,
        @Ignore List<Reference> knowledgePartners,
        @Description("First day.") LocalDate validFrom,
        @Description("Last day.") LocalDate validTo,
        @Ignore Text remark,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Addressed, Lasting {

    @Override
    public String type() {
        return RecordKind.CONSORTIA.code();
    }

    @Override
    public Text label() {
        return Text.name(name);
    }
}
