package be.digicatalogue.voka;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The Voka offices over REST. */
@Path("/v1/voka-offices")
@Produces(MediaType.APPLICATION_JSON)
public class VokaOfficeResource implements RecordFace {

    private final Asked asked;

    VokaOfficeResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.VOKA_OFFICES;
    }

    @Override
    @GET
    public Listing<Nearby<VokaOffice>> list() {
        var vokaOffices = asked.catalogue().of(VokaOfficeType.TYPE);
        return asked.list(vokaOffices.answer(asked.question(vokaOffices::question)));
    }

    @GET
    @Path("{id}")
    public VokaOffice one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().of(VokaOfficeType.TYPE), id);
    }
}
