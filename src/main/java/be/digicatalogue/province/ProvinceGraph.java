package be.digicatalogue.province;

import be.digicatalogue.fact.Text;
import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The provinces over GraphQL, and the province of every kind of record that is in one. */
@GraphQLApi
@NonBlocking
public class ProvinceGraph {

    private final RequestContext context;

    ProvinceGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The five Flemish provinces, sorted by name.")
    public List<@NonNull Province> provinces() {
        return context.catalogue().of(ProvinceType.TYPE).flemish().all();
    }

    @Query
    @Description("One Flemish province, or brussel for the Brussels region; null when none has this slug.")
    public Province province(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(ProvinceType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("Name in the requested language.")
    public String name(@Source Province province) {
        return context.say(province.name());
    }

    @NonNull
    @Description("Name in four languages.")
    public Text names(@Source Province province) {
        return province.name();
    }
}
