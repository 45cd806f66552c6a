package be.digicatalogue.programme;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
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
public class ProgrammeResource {

    private final Asked asked;

    ProgrammeResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Programme> list() {
        return asked.list(asked.catalogue().programmes().all());
    }

    /** A programme with its calendar and figures. */
    @GET
    @Path("{id}")
    public Whole one(@PathParam("id") String id) {
        var catalogue = asked.catalogue();
        var programme = asked.one(catalogue.programmes(), id);
        return new Whole(
                programme,
                catalogue.timeline().of(programme),
                catalogue.figures().of(programme));
    }

    /** A programme and what is told of it elsewhere. */
    public record Whole(@JsonUnwrapped Programme programme, List<TimelineEvent> calendar, List<Figure> figures) {}
}
