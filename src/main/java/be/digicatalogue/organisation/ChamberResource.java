package be.digicatalogue.organisation;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.AgeFilter;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The Voka chambers over REST. */
@Path("/v1/chambers")
@Produces(MediaType.APPLICATION_JSON)
public class ChamberResource implements RecordFace {

    private final RequestContext context;

    ChamberResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CHAMBERS;
    }

    @Override
    @GET
    public PagedList<Chamber> list() {
        return context.list(
                parameters -> AgeFilter.read(parameters, context.today()),
                context.catalogue().of(ChamberType.TYPE)::answer);
    }

    @GET
    @Path("{id}")
    public Chamber one(@PathParam("id") String id) {
        return context.one(context.catalogue().of(ChamberType.TYPE), id);
    }
}
