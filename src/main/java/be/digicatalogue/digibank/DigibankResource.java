package be.digicatalogue.digibank;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The digibanks and other networks over REST. */
@Path("/v1/digibanks")
@Produces(MediaType.APPLICATION_JSON)
public class DigibankResource {

    private final Asked asked;

    DigibankResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Digibank> list() {
        var digibanks = asked.catalogue().digibanks();
        return asked.list(
                digibanks.answer(asked.question(parameters -> digibanks.question(parameters, asked.today()))));
    }

    @GET
    @Path("{id}")
    public Digibank one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().digibanks(), id);
    }
}
