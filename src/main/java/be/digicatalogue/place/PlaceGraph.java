package be.digicatalogue.place;

import be.digicatalogue.fact.Text;
import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.province.Province;
import be.digicatalogue.province.ProvinceType;
import io.smallrye.common.annotation.NonBlocking;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The localities over GraphQL. */
@GraphQLApi
@NonBlocking
public class PlaceGraph {

    private final RequestContext context;

    PlaceGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description("The localities under their postal codes, sorted by name; with q, the best match first.")
    public PlaceConnection places(
            @Description(
                            "Words or beginnings of words to search for. When nothing matches, typing errors are tolerated.")
                    String q,
            @Description("Belgian postal code.") String postalCode,
            @Description("Slug of a province, or brussel.") String province,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var places = context.catalogue().of(PlaceType.TYPE);
        return new PlaceConnection(places.answer(Arguments.page(first, after, last, before)
                .with("q", q)
                .with("postalCode", postalCode)
                .with("province", province)
                .question(places::question)));
    }

    @NonNull
    @Description("Its name in each language that has one of its own.")
    public Text names(@Source Place place) {
        return place.translations();
    }

    @NonNull
    @Description("The province, or the Brussels region.")
    public Province province(@Source Place place) {
        return context.fact(context.catalogue().of(ProvinceType.TYPE), place.province());
    }
}
