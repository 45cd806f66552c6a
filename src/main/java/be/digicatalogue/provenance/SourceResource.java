package be.digicatalogue.provenance;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The sources over REST. */
@Path("/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
public class SourceResource implements RecordFace {

    private final Asked asked;

    SourceResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SOURCES;
    }

    @Override
    @GET
    public Listing<Source> list() {
        return asked.list(asked.catalogue().of(SourceType.TYPE).all());
    }

    @GET
    @Path("{id}")
    public Source one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().of(SourceType.TYPE), id);
    }
}
