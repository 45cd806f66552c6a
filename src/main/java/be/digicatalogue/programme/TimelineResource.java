package be.digicatalogue.programme;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
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

    private final Asked asked;

    TimelineResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TIMELINE;
    }

    @Override
    @GET
    public Listing<TimelineEvent> list() {
        var timeline = asked.catalogue().of(TimelineType.TYPE);
        return asked.list(timeline::question, timeline::answer);
    }

    @GET
    @Path("{id}")
    public TimelineEvent one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().of(TimelineType.TYPE), id);
    }
}
