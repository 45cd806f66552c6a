package be.digicatalogue.provenance;

import be.digicatalogue.fact.Evidence;
import be.digicatalogue.http.RequestContext;
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

    private final RequestContext context;

    SourceGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The sources of the catalogue: documents by date, then open data.")
    public List<@NonNull Source> sources() {
        return context.catalogue().of(SourceType.TYPE).all();
    }

    @Query
    @Description("One source; null when none has this slug.")
    public Source source(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(SourceType.TYPE).named(id).orElse(null);
    }

    @Description("The source, where the fact comes from one of the catalogue's sources.")
    public Source source(@org.eclipse.microprofile.graphql.Source Evidence evidence) {
        return context.factIfAny(context.catalogue().of(SourceType.TYPE), evidence.source());
    }

    @Description("The facts that were taken from it, in the requested language where it exists.")
    public String about(@org.eclipse.microprofile.graphql.Source Source source) {
        return context.say(source.about());
    }
}
