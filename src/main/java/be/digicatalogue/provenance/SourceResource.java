package be.digicatalogue.provenance;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The sources over REST. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourceResource implements RecordFace {

    private final RequestContext context;

    SourceResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SOURCES;
    }

    @Override
    @GET
    public PagedList<Source> list() {
        return context.list(context.catalogue().of(SourceType.TYPE).all());
    }

    @GET
    @Path("{id}")
    public Source one(@PathParam("id") String id) {
        return context.one(context.catalogue().of(SourceType.TYPE), id);
    }
}
