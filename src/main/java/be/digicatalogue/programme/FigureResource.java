package be.digicatalogue.programme;

import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
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

    private final RequestContext context;

    FigureResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.FIGURES;
    }

    @Override
    @GET
    public PagedList<Figure> list() {
        var figures = context.catalogue().of(FigureType.TYPE);
        return context.list(figures.answer(context.question(figures::question)));
    }

    @GET
    @Path("{id}")
    public Figure one(@PathParam("id") String id) {
        return context.one(context.catalogue().of(FigureType.TYPE), id);
    }
}
