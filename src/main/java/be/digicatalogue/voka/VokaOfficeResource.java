package be.digicatalogue.voka;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The Voka offices over REST. */
@Path("/v1/voka-offices")
@Produces(MediaType.APPLICATION_JSON)
public class VokaOfficeResource implements RecordFace {

    private final RequestContext context;

    VokaOfficeResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.VOKA_OFFICES;
    }

    @Override
    @GET
    public PagedList<Nearby<VokaOffice>> list() {
        var vokaOffices = context.catalogue().of(VokaOfficeType.TYPE);
        return context.list(
                vokaOffices.answer(context.question(parameters -> vokaOffices.question(parameters, context.today()))));
    }

    @GET
    @Path("{id}")
    public VokaOffice one(@PathParam("id") String id) {
        return context.one(context.catalogue().of(VokaOfficeType.TYPE), id);
    }
}
