package be.digicatalogue.programme;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.RecordKind;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The programmes over REST. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
public class ProgrammeResource implements RecordFace {

    private final RequestContext context;

    ProgrammeResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PROGRAMMES;
    }

    @Override
    @GET
    public PagedList<Programme> list() {
        return context.list(context.catalogue().of(ProgrammeType.TYPE).all());
    }

    /** A programme with its calendar and figures. */
    @GET
    @Path("{id}")
    public Whole one(@PathParam("id") String id) {
        return shown(context.one(context.catalogue().of(ProgrammeType.TYPE), id));
    }

    @Override
    public Whole shown(Fact record) {
        var programme = (Programme) record;
        return new Whole(
                programme,
                context.catalogue().of(TimelineType.TYPE).of(programme),
                context.catalogue().of(FigureType.TYPE).of(programme));
    }

    /** A programme with its dated facts and figures. */
    public record Whole(@JsonUnwrapped Programme programme, List<TimelineEvent> calendar, List<Figure> figures) {}
}
