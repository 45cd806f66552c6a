package be.digicatalogue.organisation;

import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.question.Facet;
import be.digicatalogue.question.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of knowledge partners. */
@Description("A page of knowledge partners.")
public final class PartnerConnection extends GraphConnection<PartnerEdge, Partner> {

    private final List<Facet> facets;

    PartnerConnection(Slice<Partner> found, List<Facet> facets) {
        super(found, PartnerEdge::new);
        this.facets = facets;
    }

    @NonNull
    @Description("The requested facets. Each count applies all filters except those on the same property.")
    public List<@NonNull Facet> getFacets() {
        return facets;
    }
}
