package be.digicatalogue.place;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The localities over REST. */
@Path("/v1/places")
@Produces(MediaType.APPLICATION_JSON)
public class PlaceResource implements RecordFace {

    private final Asked asked;

    PlaceResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PLACES;
    }

    @Override
    @GET
    public Listing<Place> list() {
        var places = asked.catalogue().of(PlaceType.TYPE);
        return asked.list(places.answer(asked.question(places::question)));
    }
}
