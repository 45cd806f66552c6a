package be.digicatalogue.digihub;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.organisation.Chamber;
import be.digicatalogue.organisation.ChamberType;
import be.digicatalogue.organisation.Partner;
import be.digicatalogue.organisation.PartnerType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The digihub consortia over GraphQL. */
@GraphQLApi
@NonBlocking
public class ConsortiumGraph {

    private final RequestContext context;

    ConsortiumGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The digihub consortia, sorted by name. Without validOn all are listed, ended ones too.")
    public List<@NonNull Consortium> consortia(
            @Description("Only consortia that existed on this day, YYYY-MM-DD.") String validOn) {
        var day = Arguments.none().with("validOn", validOn).question(parameters -> parameters.day("validOn"));
        return context.catalogue().of(ConsortiumType.TYPE).on(day);
    }

    @Query
    @Description("The digihub consortium of one province; null when the province has none.")
    public Consortium consortium(@NonNull @Description("Slug of the province.") String province) {
        return context.catalogue().of(ConsortiumType.TYPE).named(province).orElse(null);
    }

    @Description("Its digihub; Brussels has none.")
    public Consortium consortium(@Source Province province) {
        return context.catalogue().of(ConsortiumType.TYPE).named(province.id()).orElse(null);
    }

    @NonNull
    @Description("The digihubs in which it takes part.")
    public List<@NonNull Consortium> consortia(@Source Partner partner) {
        return context.catalogue().of(ConsortiumType.TYPE).named(partner.consortia());
    }

    @NonNull
    @Description("The digihubs that it leads.")
    public List<@NonNull Consortium> leads(@Source Chamber chamber) {
        return context.catalogue().of(ConsortiumType.TYPE).named(chamber.leads());
    }

    @Description("What a reader should know about this record, in the requested language where it exists.")
    public String remark(@Source Consortium consortium) {
        return context.say(consortium.remark());
    }

    @Description("True when its last day is past; absent when no last day is known.")
    public Boolean ended(@Source Consortium consortium) {
        return consortium.validTo() == null ? null : consortium.endedOn(context.today());
    }

    @NonNull
    @Description("The province that it serves.")
    public Province province(@Source Consortium consortium) {
        return context.fact(context.catalogue().of(ProvinceType.TYPE), consortium.province());
    }

    @NonNull
    @Description("The chambers that lead it, in the order of the source.")
    public List<@NonNull Chamber> leads(@Source Consortium consortium) {
        return context.catalogue().of(ChamberType.TYPE).named(consortium.leads());
    }

    @NonNull
    @Description("The knowledge partners, in the order of the source.")
    public List<@NonNull Partner> knowledgePartners(@Source Consortium consortium) {
        return context.catalogue().of(PartnerType.TYPE).named(consortium.knowledgePartners());
    }
}
