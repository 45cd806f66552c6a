package be.digicatalogue.digihub;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The digihub consortia over REST. */
@Path("/v1/consortia")
@Produces(MediaType.APPLICATION_JSON)
public class ConsortiumResource implements RecordFace {

    private final RequestContext context;

    ConsortiumResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONSORTIA;
    }

    @Override
    @GET
    public PagedList<Consortium> list() {
        return context.list(
                parameters -> parameters.day("validOn"), context.catalogue().of(ConsortiumType.TYPE)::on);
    }

    @GET
    @Path("{province}")
    public Consortium one(@PathParam("province") String province) {
        return context.one(context.catalogue().of(ConsortiumType.TYPE), "province", province);
    }
}
