package be.digicatalogue.publication;

import be.digicatalogue.access.Caller;
import be.digicatalogue.access.Role;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.http.RequestContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The tables and columns with their allowed values, from which forms are generated. */
@Path("/admin/v1/datapackage.json")
public class DataPackageResource {

    private final RequestContext context;
    private final Caller caller;

    DataPackageResource(RequestContext context, Caller caller) {
        this.context = context;
        this.caller = caller;
    }

    @GET
    public Response describe() {
        caller.must(Role.values());
        context.question(parameters -> null);
        return Response.ok(DataPackage.document(context.catalogue().revision()), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
