package be.digicatalogue.digibank;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The code list of services over REST. */
@Path("/v1/services")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource {

    private final Asked asked;

    ServiceResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Service> list() {
        return asked.list(asked.catalogue().services().all());
    }
}
