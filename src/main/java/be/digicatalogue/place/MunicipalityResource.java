package be.digicatalogue.place;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Searching;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The municipalities over REST. */
@Path("/v1/municipalities")
@Produces(MediaType.APPLICATION_JSON)
@Searching
public class MunicipalityResource implements RecordFace {

    private final RequestContext context;

    MunicipalityResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MUNICIPALITIES;
    }

    @Override
    @GET
    public PagedList<Municipality> list() {
        var municipalities = context.catalogue().of(MunicipalityType.TYPE);
        return context.list(municipalities.answer(
                context.question(parameters -> municipalities.question(parameters, context.today()))));
    }

    @GET
    @Path("{nisCode}")
    public Municipality one(@PathParam("nisCode") String nisCode) {
        return context.one(context.catalogue().of(MunicipalityType.TYPE), "nisCode", nisCode);
    }
}
