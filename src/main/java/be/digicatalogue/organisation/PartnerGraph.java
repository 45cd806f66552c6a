package be.digicatalogue.organisation;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The knowledge partners over GraphQL. */
@GraphQLApi
@NonBlocking
public class PartnerGraph {

    private final RequestContext context;

    PartnerGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The knowledge partners, sorted by name.")
    public PartnerConnection partners(
            @Description("Slug of a province.") String province,
            @Description("Belgian postal code.") String postalCode,
            @Description("Only partners of this kind.") PartnerKind kind,
            @Description(
                            "Words or beginnings of words to search for. When nothing matches, typing errors are tolerated.")
                    String q,
            @Description("Facets to count, separated by commas: province, kind.") String facets,
            @Description("The largest number of items to return, 1 to 100.") @DefaultValue("20") Integer first,
            @Description("Only items after this cursor.") String after) {
        var partners = context.catalogue().of(PartnerType.TYPE);
        var question = Arguments.page(first, after)
                .with("facets", facets)
                .with("province", province)
                .with("postalCode", postalCode)
                .with("kind", kind)
                .with("q", q)
                .question(partners::question);
        return new PartnerConnection(partners.answer(question), partners.facets(question));
    }

    @Query
    @Description("One knowledge partner; null when none has this slug.")
    public Partner partner(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(PartnerType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("The knowledge partners of its digihub, sorted by name.")
    public PartnerConnection partners(
            @Source Province province,
            @Description("Facets to count, separated by commas: province, kind.") String facets,
            @Description("The largest number of items to return, 1 to 100.") @DefaultValue("20") Integer first,
            @Description("Only items after this cursor.") String after) {
        var partners = context.catalogue().of(PartnerType.TYPE);
        var question = Arguments.page(first, after)
                .with("facets", facets)
                .question(parameters -> partners.question(province, parameters));
        return new PartnerConnection(partners.answer(question), partners.facets(question));
    }

    @Description("What a reader should know about this record, in the requested language where it exists.")
    public String remark(@Source Partner partner) {
        return context.say(partner.remark());
    }

    @NonNull
    @Description("The provinces in whose digihub it takes part.")
    public List<@NonNull Province> provinces(@Source Partner partner) {
        return context.catalogue().of(ProvinceType.TYPE).named(partner.provinces());
    }
}
