package be.digicatalogue.digibank;

import be.digicatalogue.fact.Text;
import be.digicatalogue.http.RequestContext;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The services over GraphQL. */
@GraphQLApi
@NonBlocking
public class ServiceGraph {

    private final RequestContext context;

    ServiceGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("All services that a point can offer.")
    public List<@NonNull Service> services() {
        return context.catalogue().of(ServiceType.TYPE).all();
    }

    @NonNull
    @Description("The services that it offers.")
    public List<@NonNull Service> services(@Source ServicePoint servicePoint) {
        return context.catalogue().of(ServiceType.TYPE).of(servicePoint.services());
    }

    @NonNull
    @Description("Name in the requested language.")
    public String label(@Source Service service) {
        return context.say(service.label());
    }

    @NonNull
    @Description("Name in four languages.")
    public Text labels(@Source Service service) {
        return service.label();
    }

    @NonNull
    @Description("A sentence for citizens, in the requested language.")
    public String description(@Source Service service) {
        return context.say(service.description());
    }
}
