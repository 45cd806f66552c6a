package be.digicatalogue.search;

import be.digicatalogue.graph.Arguments;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.index.SearchHit;
import be.digicatalogue.index.SearchQuestion;
import be.digicatalogue.record.RecordKind;
import io.smallrye.common.annotation.NonBlocking;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The search over all kinds of record over GraphQL. */
@GraphQLApi
@NonBlocking
public class SearchGraph {

    private final RequestContext context;

    SearchGraph(RequestContext context) {
        this.context = context;
    }

    @Query
    @NonNull
    @Description(
            "Records of all kinds that match words, best first. When nothing matches, typing errors are tolerated.")
    public SearchConnection search(
            @NonNull @Description("Words or beginnings of words, in any order; case and accents do not matter.")
                    String q,
            @Description("Only records of one of these kinds.") List<RecordKind> type,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        return new SearchConnection(context.catalogue()
                .search()
                .search(
                        Arguments.page(first, after, last, before)
                                .with("q", q)
                                .with("type", type)
                                .question(SearchQuestion::read),
                        context.language()));
    }

    @NonNull
    @Description("Its name, in the requested language where the name is translated.")
    public String name(@Source SearchHit hit) {
        return context.say(hit.name());
    }

    @NonNull
    @Description("Its REST URL; for a place or a service, the URL of a list that contains it.")
    public String href(@Source SearchHit hit) {
        return context.view().href(hit.href());
    }
}
