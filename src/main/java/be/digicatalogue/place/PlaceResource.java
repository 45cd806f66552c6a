package be.digicatalogue.place;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The localities over REST. */
@Path("/v1/places")
@Produces(MediaType.APPLICATION_JSON)
public class PlaceResource {

    private final Asked asked;

    PlaceResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Listing<Place> list() {
        var places = asked.catalogue().places();
        return asked.list(places.answer(asked.question(places::question)));
    }
}
