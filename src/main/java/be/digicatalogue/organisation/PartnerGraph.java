package be.digicatalogue.organisation;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
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
            @Description(
                            "What a person types for a place in the province: postal code, name in any language, both, or coordinates.")
                    String near,
            @Description("Only partners of this kind.") PartnerKind kind,
            @Description(
                            "Words or beginnings of words to search for. When nothing matches, typing errors are tolerated.")
                    String q,
            @Description("True: only records with a field that is past its review period.") Boolean overdue,
            @Description("True: only records with a field that has a review period and no date.") Boolean undated,
            @Description("Facets to count, separated by commas: province, kind.") String facets,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var partners = context.catalogue().of(PartnerType.TYPE);
        var question = Arguments.page(first, after, last, before)
                .with("facets", facets)
                .with("province", province)
                .with("postalCode", postalCode)
                .with("near", near)
                .with("kind", kind)
                .with("q", q)
                .with("overdue", overdue)
                .with("undated", undated)
                .question(parameters -> partners.question(parameters, context.today()));
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
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var partners = context.catalogue().of(PartnerType.TYPE);
        var question = Arguments.page(first, after, last, before)
                .with("facets", facets)
                .question(parameters -> partners.question(province, parameters));
        return new PartnerConnection(partners.answer(question), partners.facets(question));
    }

    @NonNull
    @Description("The names of the fields that are past their review period today; none for a record that has ended.")
    public List<@NonNull String> overdue(@Source Partner partner) {
        return context.view().overdue(partner);
    }

    @NonNull
    @Description("The names of the fields that have a review period and no date; none for a record that has ended.")
    public List<@NonNull String> undated(@Source Partner partner) {
        return context.view().undated(partner);
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
