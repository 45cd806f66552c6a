package be.digicatalogue.organisation;

import be.digicatalogue.export.Cards;
import be.digicatalogue.http.Representation;
import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A Voka chamber as a contact. */
@Path("/export/chambers")
@Produces(MediaType.WILDCARD)
// The file is built in memory, and its texts have no length limit that would be short enough for an event loop.
@Blocking
public class ChamberCardResource {

    private final RequestContext context;
    private final Cards cards;

    ChamberCardResource(RequestContext context, Cards cards) {
        this.context = context;
        this.cards = cards;
    }

    @GET
    @Path("{id}.vcf")
    public Representation chamber(@PathParam("id") String id) {
        var chamber = context.one(context.catalogue().of(ChamberType.TYPE), id);
        return cards.contact(
                chamber,
                null,
                chamber.address(),
                chamber.location(),
                null,
                null,
                chamber.website(),
                context.say(chamber.remark()));
    }
}
