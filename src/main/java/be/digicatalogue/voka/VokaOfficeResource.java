package be.digicatalogue.voka;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The Voka offices over REST. */
@Path("/v1/voka-offices")
@Produces(MediaType.APPLICATION_JSON)
public class VokaOfficeResource {

    private final Asked asked;

    VokaOfficeResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Nearby<VokaOffice>> list() {
        var vokaOffices = asked.catalogue().vokaOffices();
        return asked.list(vokaOffices.answer(asked.question(vokaOffices::question)));
    }

    @GET
    @Path("{id}")
    public VokaOffice one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().vokaOffices(), id);
    }
}
