package be.digicatalogue.programme;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A number that a source gives.
 *
 * @param eachProvince true when the number applies to every province
 * @param asOf the date on which the number was true, according to the source: a year, a month or a day
 * @param derived true when the catalogue computed the number as a sum or count from the source
 */
@Description("A number that a source gives.")
public record Figure(
        @NonNull @Description("Stable slug.") String id,
        @Ignore Reference programme,
        @Ignore Subject subject,

        @NonNull @Description("What was counted or paid, as a slug.")
        String metric,

        @NonNull @Description("The number.") BigDecimal value,

        @NonNull @Description("Unit: EUR, count, percent, FTE, years, months, hours or ordinal.")
        String unit,

        @Ignore Reference province,

        @Description("True when the number applies to every province.")
        boolean eachProvince,

        @Description("The period that the number covers.") Period period,

        @Description("The date on which the number was true, according to the source: a year, a month or a day.")
        String asOf,

        @Ignore Text note,

        @Description("True when the catalogue computed the number as a sum or count from the source.")
        boolean derived,

        @Ignore Reference source,
        @Ignore List<Reference> disagreesWith,

        @NonNull @Description("The evidence of this record.")
        List<@NonNull Evidence> evidence)
        implements Addressed {

    @Override
    public String type() {
        return RecordKind.FIGURES.code();
    }

    @Override
    public Text label() {
        return new Text(
                subject.name().nl() + ": " + metric, null, null, subject.name().en() + ": " + metric);
    }

    /** The subject of a figure. */
    @Description("The subject of a figure.")
    public record Subject(
            @NonNull @Description("Stable slug.") String id,
            @Ignore Text name) implements Fact {

        @Override
        public String type() {
            return RecordKind.SUBJECTS.code();
        }

        @Override
        public Text label() {
            return name;
        }
    }

    /** A period; each end is a year, a month or a day, and may be unknown. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Description("A period; each end is a year, a month or a day, and may be unknown.")
    public record Period(
            @Description("Its start.") String start,
            @Description("Its end, inclusive.") String end) {}
}
