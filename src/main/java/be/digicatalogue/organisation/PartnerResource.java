package be.digicatalogue.organisation;

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

/** The knowledge partners over REST. */
@Path("/v1/partners")
@Produces(MediaType.APPLICATION_JSON)
@Searching
public class PartnerResource implements RecordFace {

    private final RequestContext context;

    PartnerResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PARTNERS;
    }

    @Override
    @GET
    public FacetedList<Partner, Void> list() {
        var partners = context.catalogue().of(PartnerType.TYPE);
        var question = context.question(parameters -> partners.question(parameters, context.today()));
        return new FacetedList<>(
                context.list(partners.answer(question)), null, Facet.byName(partners.facets(question)));
    }

    @GET
    @Path("{id}")
    public Partner one(@PathParam("id") String id) {
        return context.one(context.catalogue().of(PartnerType.TYPE), id);
    }
}
