package be.digicatalogue.overview;

import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.Quality;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;

/**
 * How complete and how fresh the catalogue is today: by kind and field, and what nobody serves. The first question after a
 * publication or midnight looks at every record.
 */
@Blocking
@Path(QualityResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class QualityResource {

    static final String PATH = "/v1/quality";

    private final RequestContext context;

    QualityResource(RequestContext context) {
        this.context = context;
    }

    /**
     * The counts of a day.
     *
     * @param day the day in Belgium to which the ages refer
     */
    public record QualityReport(String self, LocalDate day, List<TypeCounts> types, List<UnservedRecords> gaps) {}

    /**
     * A kind of record.
     *
     * @param records the number of records that have not ended
     * @param list the URL of its list
     */
    public record TypeCounts(String type, Text name, Link list, int records, List<FieldCounts> fields) {

        static TypeCounts of(Quality.KindQuality quality) {
            var kind = quality.kind();
            return new TypeCounts(
                    kind.code(),
                    kind.title(),
                    new Link("/v1/" + kind.code()),
                    quality.records(),
                    quality.fields().stream().map(FieldCounts::of).toList());
        }
    }

    /** A field, in numbers of records. */
    public record FieldCounts(String field, String reviewPeriod, int known, int dated, int overdue, int undated) {

        static FieldCounts of(Quality.FieldQuality quality) {
            return new FieldCounts(
                    quality.field().name(),
                    quality.field().period().toString(),
                    quality.known(),
                    quality.dated(),
                    quality.overdue(),
                    quality.undated());
        }
    }

    /** Records that no record of another kind serves. */
    public record UnservedRecords(String type, String servedBy, int total, int served, List<Reference> missing) {

        static UnservedRecords of(Quality.Gap gap) {
            return new UnservedRecords(
                    gap.served().code(),
                    gap.by().code(),
                    gap.total(),
                    gap.total() - gap.missing().size(),
                    gap.missing());
        }
    }

    @GET
    public QualityReport quality() {
        context.question(parameters -> null);
        var tomorrow = context.today().plusDays(1).atStartOfDay(Belgium.ZONE).toInstant();
        context.view().changesAt(tomorrow);
        var quality = context.catalogue().quality(context.today());
        return new QualityReport(
                context.address().self(),
                quality.day(),
                quality.kinds().stream().map(TypeCounts::of).toList(),
                quality.gaps().stream().map(UnservedRecords::of).toList());
    }
}
