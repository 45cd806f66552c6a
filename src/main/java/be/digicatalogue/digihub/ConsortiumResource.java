package be.digicatalogue.digihub;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The digihub consortia over REST. */
@Path("/v1/consortia")
@Produces(MediaType.APPLICATION_JSON)
public class ConsortiumResource implements RecordFace {

    private final Asked asked;

    ConsortiumResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONSORTIA;
    }

    @Override
    @GET
    public Listing<Consortium> list() {
        return asked.list(
                parameters -> parameters.day("validOn"), asked.catalogue().of(ConsortiumType.TYPE)::on);
    }

    @GET
    @Path("{province}")
    public Consortium one(@PathParam("province") String province) {
        return asked.one(asked.catalogue().of(ConsortiumType.TYPE), "province", province);
    }
}
