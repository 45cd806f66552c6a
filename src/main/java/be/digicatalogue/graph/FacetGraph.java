package be.digicatalogue.graph;

import be.digicatalogue.http.RequestContext;
import be.digicatalogue.question.Facet;
import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The labels of facets in the requested language. */
@GraphQLApi
@NonBlocking
public class FacetGraph {

    private final RequestContext context;

    FacetGraph(RequestContext context) {
        this.context = context;
    }

    @NonNull
    @Description("The value in words, in the requested language.")
    public String label(@Source Facet.Count count) {
        return context.say(count.label());
    }
}
