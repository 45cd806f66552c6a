package be.digicatalogue.programme;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The timeline over REST. */
@Path("/v1/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource implements RecordFace {

    private final RequestContext context;

    TimelineResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TIMELINE;
    }

    @Override
    @GET
    public PagedList<TimelineEvent> list() {
        var timeline = context.catalogue().of(TimelineType.TYPE);
        return context.list(timeline::question, timeline::answer);
    }

    @GET
    @Path("{id}")
    public TimelineEvent one(@PathParam("id") String id) {
        return context.one(context.catalogue().of(TimelineType.TYPE), id);
    }
}
