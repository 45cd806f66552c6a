package be.digicatalogue.change;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The history of the catalogue over REST: page by page, and as a stream that goes on. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {

    private final Asked asked;

    ChangeResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Change> list() {
        var changes = asked.catalogue().changes();
        return asked.list(Changes::since, changes::since);
    }
}
