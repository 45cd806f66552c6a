package be.digicatalogue.digibank;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.place.Municipality;
import be.digicatalogue.place.MunicipalityType;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The digibanks and other networks over GraphQL. */
@GraphQLApi
@NonBlocking
public class DigibankGraph {

    private final RequestContext context;

    DigibankGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The digibanks and other networks, sorted by name.")
    public DigibankConnection digibanks(
            @Description("Slug of a province, or brussel.") String province,
            @Description("NIS code of a municipality that exists today.") String municipality,
            @Description("Only networks of this kind.") DigibankKind kind,
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
        var digibanks = context.catalogue().of(DigibankType.TYPE);
        var question = Arguments.page(first, after, last, before)
                .with("facets", facets)
                .with("province", province)
                .with("municipality", municipality)
                .with("kind", kind)
                .with("q", q)
                .with("overdue", overdue)
                .with("undated", undated)
                .question(parameters -> digibanks.question(parameters, context.today()));
        return new DigibankConnection(digibanks.answer(question), digibanks.facets(question));
    }

    @Query
    @Description("One digibank or network; null when none has this slug.")
    public Digibank digibank(@NonNull @Description("Its slug.") String id) {
        return context.catalogue().of(DigibankType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("The digibanks and networks that work in it, sorted by name.")
    public DigibankConnection digibanks(
            @Source Province province,
            @Description("Facets to count, separated by commas: province, kind.") String facets,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var digibanks = context.catalogue().of(DigibankType.TYPE);
        var question = Arguments.page(first, after, last, before)
                .with("facets", facets)
                .with("province", province.id())
                .question(parameters -> digibanks.question(parameters, context.today()));
        return new DigibankConnection(digibanks.answer(question), digibanks.facets(question));
    }

    @Description("The network that it belongs to, if one is known.")
    public Digibank digibank(@Source ServicePoint servicePoint) {
        return context.factIfAny(context.catalogue().of(DigibankType.TYPE), servicePoint.digibank());
    }

    @Description("Its status according to its sources, in the requested language where it exists.")
    public String status(@Source Digibank digibank) {
        return context.say(digibank.status());
    }

    @NonNull
    @Description("The names of the fields that are past their review period today; none for a record that has ended.")
    public List<@NonNull String> overdue(@Source Digibank digibank) {
        return context.view().overdue(digibank);
    }

    @NonNull
    @Description("The names of the fields that have a review period and no date; none for a record that has ended.")
    public List<@NonNull String> undated(@Source Digibank digibank) {
        return context.view().undated(digibank);
    }

    @Description("What a reader should know about this record, in the requested language where it exists.")
    public String remark(@Source Digibank digibank) {
        return context.say(digibank.remark());
    }

    @Description("True when its last day is past; absent when no last day is known.")
    public Boolean ended(@Source Digibank digibank) {
        return digibank.validTo() == null ? null : digibank.endedOn(context.today());
    }

    @NonNull
    @Description("The provinces, or Brussels, in which it works.")
    public List<@NonNull Province> provinces(@Source Digibank digibank) {
        return context.catalogue().of(ProvinceType.TYPE).named(digibank.provinces());
    }

    @NonNull
    @Description("The municipalities that it names.")
    public List<@NonNull Municipality> municipalities(@Source Digibank digibank) {
        return context.catalogue().of(MunicipalityType.TYPE).named(digibank.municipalities());
    }
}
