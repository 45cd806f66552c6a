package be.digicatalogue.programme;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The figures over REST. */
@Path("/v1/figures")
@Produces(MediaType.APPLICATION_JSON)
public class FigureResource implements RecordFace {

    private final Asked asked;

    FigureResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.FIGURES;
    }

    @Override
    @GET
    public Listing<Figure> list() {
        var figures = asked.catalogue().of(FigureType.TYPE);
        return asked.list(figures.answer(asked.question(figures::question)));
    }

    @GET
    @Path("{id}")
    public Figure one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().of(FigureType.TYPE), id);
    }
}
