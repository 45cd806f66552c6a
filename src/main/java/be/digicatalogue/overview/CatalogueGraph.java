package be.digicatalogue.overview;

import be.digicatalogue.http.Asked;
import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The catalogue itself over GraphQL. */
@GraphQLApi
@NonBlocking
public class CatalogueGraph {

    private final Asked asked;

    CatalogueGraph(Asked asked) {
        this.asked = asked;
    }

    @Query
    @NonNull
    @Description("The catalogue in a few words.")
    public Summary catalogue() {
        return Summary.of(asked.catalogue());
    }
}
