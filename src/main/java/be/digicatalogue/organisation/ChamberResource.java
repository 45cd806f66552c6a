package be.digicatalogue.organisation;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The Voka chambers over REST. */
@Path("/v1/chambers")
@Produces(MediaType.APPLICATION_JSON)
public class ChamberResource implements RecordFace {

    private final Asked asked;

    ChamberResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CHAMBERS;
    }

    @Override
    @GET
    public Listing<Chamber> list() {
        return asked.list(asked.catalogue().of(ChamberType.TYPE).all());
    }

    @GET
    @Path("{id}")
    public Chamber one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().of(ChamberType.TYPE), id);
    }
}
