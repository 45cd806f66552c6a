package be.digicatalogue.provenance;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.http.Asked;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** The sources over GraphQL. */
@GraphQLApi
@NonBlocking
public class SourceGraph {

    private final Asked asked;

    SourceGraph(Asked asked) {
        this.asked = asked;
    }

    @Query
    @NonNull
    @Description("The sources of the catalogue: documents by date, then open data.")
    public List<@NonNull Source> sources() {
        return asked.catalogue().of(SourceType.TYPE).all();
    }

    @Query
    @Description("One source; null when there is none with this slug.")
    public Source source(@NonNull @Description("Its slug.") String id) {
        return asked.catalogue().of(SourceType.TYPE).named(id).orElse(null);
    }

    @Description("The source, where the fact comes from one of the catalogue's sources.")
    public Source source(@org.eclipse.microprofile.graphql.Source Evidence evidence) {
        return asked.factIfAny(asked.catalogue().of(SourceType.TYPE), evidence.source());
    }

    @Description("What was taken from it, in the asked language where it exists.")
    public String about(@org.eclipse.microprofile.graphql.Source Source source) {
        return asked.say(source.about());
    }
}
