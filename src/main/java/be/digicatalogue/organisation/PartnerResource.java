package be.digicatalogue.organisation;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The knowledge partners over REST. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
public class PartnerResource {

    private final Asked asked;

    PartnerResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Partner> list() {
        var partners = asked.catalogue().partners();
        return asked.list(partners.answer(asked.question(partners::question)));
    }

    @GET
    @Path("{id}")
    public Partner one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().partners(), id);
    }
}
