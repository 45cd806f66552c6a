package be.digicatalogue.digibank;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The code list of services over REST. */
@Path("/v1/services")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource implements RecordFace {

    private final RequestContext context;

    ServiceResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SERVICES;
    }

    @Override
    @GET
    public PagedList<Service> list() {
        return context.list(context.catalogue().of(ServiceType.TYPE).all());
    }
}
