package be.digicatalogue.programme;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Coded;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.RecordKind;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Enum;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that happened or was planned, with its date: a year, a month or a day. */
@Description("Something that happened or was planned.")
public record TimelineEvent(
        @NonNull @Description("Stable slug.") String id,

        @NonNull @Description("The date, or the date on which it began: a year, a month or a day.")
        String date,

        @Description("The date on which it ended: a year, a month or a day.")
        String endDate,

        @NonNull @Description("How the source gives the date.")
        Basis basis,

        @Ignore Reference programme,
        @Ignore Text what,
        @Ignore Text remark,
        @Ignore List<Reference> disagreesWith,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Addressed {

    @Override
    public String type() {
        return RecordKind.TIMELINE.code();
    }

    @Override
    public Text label() {
        return what;
    }

    /** How the source gives a date. */
    @Enum("DateBasis")
    @Description("How the source gives a date.")
    public enum Basis implements Coded {
        @Description("The source states it.")
        EXPLICIT,
        @Description("It follows from the text, for instance from the year of the document.")
        INFERRED,
        @Description("The source states it approximately.")
        APPROXIMATE
    }
}
