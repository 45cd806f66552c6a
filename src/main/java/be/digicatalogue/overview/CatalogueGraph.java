package be.digicatalogue.overview;

import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The catalogue itself over GraphQL. */
@GraphQLApi
@NonBlocking
public class CatalogueGraph {

    private final RequestContext context;

    CatalogueGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("A summary of the catalogue.")
    public Summary catalogue() {
        return Summary.of(context.catalogue());
    }
}
