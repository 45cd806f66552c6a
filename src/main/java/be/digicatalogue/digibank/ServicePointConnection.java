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
    @Description("The requested facets. Each count applies all filters except those on the same property.")
    public List<@NonNull Facet> getFacets() {
        return facets;
    }

    @NonNull
    @Description("The closest matches when there are no items. Each alternative leaves out one condition.")
    public List<@NonNull Alternative> getAlternatives() {
        return alternatives;
    }
}
