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
    @Description("The facets that were asked, each counted under the other conditions.")
    public List<@NonNull Facet> getFacets() {
        return facets;
    }
}
