package be.digicatalogue.digibank;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listing;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.record.RecordKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The code list of services over REST. */
@Path("/v1/services")
@Produces(MediaType.APPLICATION_JSON)
public class ServiceResource implements RecordFace {

    private final Asked asked;

    ServiceResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SERVICES;
    }

    @Override
    @GET
    public Listing<Service> list() {
        return asked.list(asked.catalogue().of(ServiceType.TYPE).all());
    }
}
