package be.digicatalogue.place;

import be.digicatalogue.fact.Text;
import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import be.digicatalogue.record.Address;
import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The municipalities over GraphQL, and the municipality of every kind of record that is in one. */
@GraphQLApi
@NonBlocking
public class MunicipalityGraph {

    private final RequestContext context;

    MunicipalityGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The municipalities, sorted by name.")
    public MunicipalityConnection municipalities(
            @Description("Only municipalities that existed on this day, YYYY-MM-DD; the default is today.")
                    String validOn,
            @Description("Slug of a province, or brussel.") String province,
            @Description(
                            "Words or beginnings of words to search for. When nothing matches, typing errors are tolerated.")
                    String q,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var municipalities = context.catalogue().of(MunicipalityType.TYPE);
        return new MunicipalityConnection(municipalities.answer(Arguments.page(first, after, last, before)
                .with("validOn", validOn)
                .with("province", province)
                .with("q", q)
                .question(parameters -> municipalities.question(parameters, context.today()))));
    }

    @Query
    @Description("One municipality, also one that merged; null when none has this NIS code.")
    public Municipality municipality(@NonNull @Description("Its NIS code.") String id) {
        return context.catalogue().of(MunicipalityType.TYPE).named(id).orElse(null);
    }

    @NonNull
    @Description("Its municipality.")
    public Municipality municipality(@Source Place place) {
        return context.fact(context.catalogue().of(MunicipalityType.TYPE), place.municipality());
    }

    @Description("The municipality, if known.")
    public Municipality municipality(@Source Address address) {
        return context.factIfAny(context.catalogue().of(MunicipalityType.TYPE), address.municipality());
    }

    @Description("The municipality that it became part of.")
    public Municipality mergedInto(@Source Municipality municipality) {
        return context.factIfAny(context.catalogue().of(MunicipalityType.TYPE), municipality.mergedInto());
    }

    @Description("True when its last day is past; absent when no last day is known.")
    public Boolean ended(@Source Municipality municipality) {
        return municipality.validTo() == null ? null : municipality.endedOn(context.today());
    }

    @NonNull
    @Description("Its name in each language that has one of its own.")
    public Text names(@Source Municipality municipality) {
        return municipality.translations();
    }

    @NonNull
    @Description("The province, or the Brussels region.")
    public Province province(@Source Municipality municipality) {
        return context.fact(context.catalogue().of(ProvinceType.TYPE), municipality.province());
    }
}
