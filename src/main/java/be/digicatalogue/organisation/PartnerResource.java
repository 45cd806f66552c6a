package be.digicatalogue.organisation;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Guided;
import be.digicatalogue.http.RecordFace;
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
public class PartnerResource implements RecordFace {

    private final Asked asked;

    PartnerResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PARTNERS;
    }

    @Override
    @GET
    public Guided<Partner, Void> list() {
        var partners = asked.catalogue().of(PartnerType.TYPE);
        var question = asked.question(partners::question);
        return new Guided<>(asked.list(partners.answer(question)), null, Facet.byName(partners.facets(question)));
    }

    @GET
    @Path("{id}")
    public Partner one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().of(PartnerType.TYPE), id);
    }
}
