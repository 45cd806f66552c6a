package be.digicatalogue.province;

import be.digicatalogue.digibank.Digibank;
import be.digicatalogue.digibank.ServicePoint;
import be.digicatalogue.digihub.Consortium;
import be.digicatalogue.fact.Text;
import be.digicatalogue.http.Asked;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.Place;
import be.digicatalogue.programme.Figure;
import be.digicatalogue.voka.VokaOffice;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The provinces over GraphQL, and the province of whatever lies in one. */
@GraphQLApi
@NonBlocking
public class ProvinceGraph {

    private final Asked asked;

    ProvinceGraph(Asked asked) {
        this.asked = asked;
    }

    @Query
    @NonNull
    @Description("The five Flemish provinces, by name.")
    public List<@NonNull Province> provinces() {
        return asked.catalogue().provinces().flemish().all();
    }

    @Query
    @Description("One Flemish province, or brussel for the Brussels region; null when there is none with this slug.")
    public Province province(@NonNull @Description("Its slug.") String id) {
        return asked.catalogue().provinces().named(id).orElse(null);
    }

    @NonNull
    @Description("Name in the asked language.")
    public String name(@Source Province province) {
        return asked.say(province.name());
    }

    @NonNull
    @Description("Name in four languages.")
    public Text names(@Source Province province) {
        return province.name();
    }

    @NonNull
    @Description("The province that it serves.")
    public Province province(@Source Consortium consortium) {
        return asked.fact(asked.catalogue().provinces(), consortium.province());
    }

    @NonNull
    @Description("The province, or the Brussels region.")
    public Province province(@Source VokaOffice vokaOffice) {
        return asked.fact(asked.catalogue().provinces(), vokaOffice.province());
    }

    @NonNull
    @Description("The province, or the Brussels region.")
    public Province province(@Source ServicePoint servicePoint) {
        return asked.fact(asked.catalogue().provinces(), servicePoint.province());
    }

    @NonNull
    @Description("The province, or the Brussels region.")
    public Province province(@Source Place place) {
        return asked.fact(asked.catalogue().provinces(), place.province());
    }

    @NonNull
    @Description("The province, or the Brussels region.")
    public Province province(@Source Municipality municipality) {
        return asked.fact(asked.catalogue().provinces(), municipality.province());
    }

    @Description("The province that the number is about, if one.")
    public Province province(@Source Figure figure) {
        return asked.factIfAny(asked.catalogue().provinces(), figure.province());
    }

    @NonNull
    @Description("The provinces in whose digihub it takes part.")
    public List<@NonNull Province> provinces(@Source Partner partner) {
        return asked.catalogue().provinces().named(partner.provinces());
    }

    @NonNull
    @Description("The provinces whose digihub it leads.")
    public List<@NonNull Province> provinces(@Source Chamber chamber) {
        return asked.catalogue().provinces().named(chamber.provinces());
    }

    @NonNull
    @Description("The provinces, or Brussels, in which it works.")
    public List<@NonNull Province> provinces(@Source Digibank digibank) {
        return asked.catalogue().provinces().named(digibank.provinces());
    }
}
