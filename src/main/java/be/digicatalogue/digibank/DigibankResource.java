package be.digicatalogue.digibank;

import be.digicatalogue.http.FacetedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Searching;
import be.digicatalogue.question.Facet;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The digibanks and other networks over REST. */
@Path("/v1/digibanks")
@Produces(MediaType.APPLICATION_JSON)
@Searching
public class DigibankResource implements RecordFace {

    private final RequestContext context;

    DigibankResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.DIGIBANKS;
    }

    @Override
    @GET
    public FacetedList<Digibank, Void> list() {
        var digibanks = context.catalogue().of(DigibankType.TYPE);
        var question = context.question(parameters -> digibanks.question(parameters, context.today()));
        return new FacetedList<>(
                context.list(digibanks.answer(question)), null, Facet.byName(digibanks.facets(question)));
    }

    @GET
    @Path("{id}")
    public Digibank one(@PathParam("id") String id) {
        return context.one(context.catalogue().of(DigibankType.TYPE), id);
    }
}
