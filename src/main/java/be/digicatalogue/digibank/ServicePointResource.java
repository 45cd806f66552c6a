package be.digicatalogue.digibank;

import be.digicatalogue.geo.Nearby;
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

/** The service points over REST. */
@Path("/v1/service-points")
@Produces(MediaType.APPLICATION_JSON)
public class ServicePointResource implements RecordFace {

    private final Asked asked;

    ServicePointResource(Asked asked) {
        this.asked = asked;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SERVICE_POINTS;
    }

    @Override
    @GET
    public Guided<Nearby<ServicePoint>, Alternative> list() {
        var servicePoints = asked.catalogue().of(ServicePointType.TYPE);
        var answer =
                servicePoints.answer(asked.question(parameters -> servicePoints.question(parameters, asked.now())));
        asked.view().changesAt(answer.sameUntil());
        return new Guided<>(
                asked.list(answer.found()),
                answer.alternatives().isEmpty() ? null : answer.alternatives(),
                Facet.byName(answer.facets()));
    }

    @GET
    @Path("{id}")
    public ServicePoint one(@PathParam("id") String id) {
        return asked.one(asked.catalogue().of(ServicePointType.TYPE), id);
    }
}
