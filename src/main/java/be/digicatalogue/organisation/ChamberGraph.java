package be.digicatalogue.organisation;

import be.digicatalogue.digihub.Consortium;
import be.digicatalogue.http.Asked;
import be.digicatalogue.voka.VokaOffice;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The Voka chambers over GraphQL. */
@GraphQLApi
@NonBlocking
public class ChamberGraph {

    private final Asked asked;

    ChamberGraph(Asked asked) {
        this.asked = asked;
    }

    @Query
    @NonNull
    @Description("The Voka chambers, by name.")
    public List<@NonNull Chamber> chambers() {
        return asked.catalogue().chambers().all();
    }

    @Query
    @Description("One chamber; null when there is none with this slug.")
    public Chamber chamber(@NonNull @Description("Its slug.") String id) {
        return asked.catalogue().chambers().named(id).orElse(null);
    }

    @NonNull
    @Description("The chambers that lead it, in the order of the source.")
    public List<@NonNull Chamber> leads(@Source Consortium consortium) {
        return asked.catalogue().chambers().named(consortium.leads());
    }

    @Description("Its chamber; the head office in Brussels has none.")
    public Chamber chamber(@Source VokaOffice vokaOffice) {
        return asked.factIfAny(asked.catalogue().chambers(), vokaOffice.chamber());
    }

    @Description("What a reader should know about this record, in the asked language where it exists.")
    public String remark(@Source Chamber chamber) {
        return asked.say(chamber.remark());
    }
}
