package be.digicatalogue.digibank;

import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.question.Facet;
import be.digicatalogue.question.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of digibanks and other networks. */
@Description("A page of digibanks and other networks.")
public final class DigibankConnection extends GraphConnection<DigibankEdge, Digibank> {

    private final List<Facet> facets;

    DigibankConnection(Slice<Digibank> found, List<Facet> facets) {
        super(found, DigibankEdge::new);
        this.facets = facets;
    }

    @NonNull
    @Description("The requested facets. Each count applies all filters except those on the same property.")
    public List<@NonNull Facet> getFacets() {
        return facets;
    }
}
