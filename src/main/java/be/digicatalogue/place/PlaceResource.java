package be.digicatalogue.place;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Searching;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The localities over REST. */
@Path("/v1/places")
@Produces(MediaType.APPLICATION_JSON)
@Searching
public class PlaceResource implements RecordFace {

    private final RequestContext context;

    PlaceResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PLACES;
    }

    @Override
    @GET
    public PagedList<Place> list() {
        var places = context.catalogue().of(PlaceType.TYPE);
        return context.list(places.answer(context.question(places::question)));
    }
}
