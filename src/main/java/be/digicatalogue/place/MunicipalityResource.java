package be.digicatalogue.place;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The municipalities over REST. */
@Path("/v1/municipalities")
@Produces(MediaType.APPLICATION_JSON)
public class MunicipalityResource implements RecordFace {

    private final Asked asked;

    MunicipalityResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MUNICIPALITIES;
    }

    @Override
    @GET
    public Listing<Municipality> list() {
        var municipalities = asked.catalogue().of(MunicipalityType.TYPE);
        return asked.list(municipalities.answer(
                asked.question(parameters -> municipalities.question(parameters, asked.today()))));
    }

    @GET
    @Path("{nisCode}")
    public Municipality one(@PathParam("nisCode") String nisCode) {
        return asked.one(asked.catalogue().of(MunicipalityType.TYPE), "nisCode", nisCode);
    }
}
