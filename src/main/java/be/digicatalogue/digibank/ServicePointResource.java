package be.digicatalogue.digibank;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.http.FacetedList;
import be.digicatalogue.http.RecordFace;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Searching;
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
@Searching
public class ServicePointResource implements RecordFace {

    private final RequestContext context;

    ServicePointResource(RequestContext context) {
        this.context = context;
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SERVICE_POINTS;
    }

    @Override
    @GET
    public FacetedList<Nearby<ServicePoint>, Alternative> list() {
        var servicePoints = context.catalogue().of(ServicePointType.TYPE);
        var answer =
                servicePoints.answer(context.question(parameters -> servicePoints.question(parameters, context.now())));
        context.view().changesAt(answer.sameUntil());
        return new FacetedList<>(
                context.list(answer.found()),
                answer.alternatives().isEmpty() ? null : answer.alternatives(),
                Facet.byName(answer.facets()));
    }

    @GET
    @Path("{id}")
    public ServicePoint one(@PathParam("id") String id) {
        return context.one(context.catalogue().of(ServicePointType.TYPE), id);
    }
}
