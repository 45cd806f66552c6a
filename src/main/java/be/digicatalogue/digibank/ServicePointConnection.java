package be.digicatalogue.digibank;

import be.digicatalogue.geo.Nearby;
import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.question.Facet;
import be.digicatalogue.question.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of service points. */
@Description("A page of service points.")
public final class ServicePointConnection extends GraphConnection<ServicePointEdge, ServicePoint> {

    private final List<Facet> facets;
    private final List<Alternative> alternatives;

    private ServicePointConnection(
            Slice<Nearby<ServicePoint>> found, List<Facet> facets, List<Alternative> alternatives) {
        super(found, ServicePointEdge::new);
        this.facets = facets;
        this.alternatives = alternatives;
    }

    static ServicePointConnection of(ServicePoints.FoundPoints answer) {
        return new ServicePointConnection(answer.found(), answer.facets(), answer.alternatives());
    }

    @NonNull
    @Description("The facets that were asked, each counted under the other conditions.")
    public List<@NonNull Facet> getFacets() {
        return facets;
    }

    @NonNull
    @Description("When there is no item: what comes closest, with one condition left out at a time.")
    public List<@NonNull Alternative> getAlternatives() {
        return alternatives;
    }
}
