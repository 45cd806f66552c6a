package be.digicatalogue.digibank;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The service points over REST. */
@Path("/v1/service-points")
@Produces(MediaType.APPLICATION_JSON)
public class ServicePointResource {

    private final Asked asked;

    ServicePointResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Nearby<ServicePoint>> list() {
        var servicePoints = asked.catalogue().servicePoints();
        return asked.list(
                servicePoints.answer(asked.question(parameters -> servicePoints.question(parameters, asked.today()))));
    }

    @GET
    @Path("{id}")
    public ServicePoint one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().servicePoints(), id);
    }
}
