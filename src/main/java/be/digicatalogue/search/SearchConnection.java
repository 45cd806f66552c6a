package be.digicatalogue.search;

import be.digicatalogue.graph.GraphConnection;
import be.digicatalogue.index.SearchHit;
import be.digicatalogue.index.SearchResults;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A page of search results. */
@Description("A page of search results.")
public final class SearchConnection extends GraphConnection<SearchEdge, SearchHit> {

    private final List<String> suggestions;

    SearchConnection(SearchResults results) {
        super(results.found(), SearchEdge::new);
        this.suggestions = results.suggestions();
    }

    @NonNull
    @Description("Other searches when nothing was found. Each of them finds something.")
    public List<@NonNull String> getSuggestions() {
        return suggestions;
    }
}
