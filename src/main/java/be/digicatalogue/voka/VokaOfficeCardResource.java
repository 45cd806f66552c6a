package be.digicatalogue.voka;

import be.digicatalogue.export.Cards;
import be.digicatalogue.http.Representation;
import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A Voka office as a contact. */
@Path("/export/voka-offices")
@Produces(MediaType.WILDCARD)
// The file is built in memory, and its texts have no length limit that would be short enough for an event loop.
@Blocking
public class VokaOfficeCardResource {

    private final RequestContext context;
    private final Cards cards;

    VokaOfficeCardResource(RequestContext context, Cards cards) {
        this.context = context;
        this.cards = cards;
    }

    @GET
    @Path("{id}.vcf")
    public Representation vokaOffice(@PathParam("id") String id) {
        var office = context.one(context.catalogue().of(VokaOfficeType.TYPE), id);
        return cards.contact(
                office,
                office.chamber(),
                office.address(),
                office.location(),
                office.phone(),
                office.email(),
                office.website(),
                context.say(office.remark()));
    }
}
