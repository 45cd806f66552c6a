package be.digicatalogue.search;

import be.digicatalogue.http.PagedAnswer;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Searching;
import be.digicatalogue.index.SearchHit;
import be.digicatalogue.index.SearchQuestion;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The search over all kinds of record over REST. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Searching
public class SearchResource {

    private final RequestContext context;

    SearchResource(RequestContext context) {
        this.context = context;
    }

    @GET
    public SearchAnswer search() {
        var results = context.catalogue().search().search(context.question(SearchQuestion::read), context.language());
        return new SearchAnswer(context.list(results.found()), results.suggestions());
    }

    /** A page of search results and, when nothing was found, other searches. */
    public record SearchAnswer(@JsonUnwrapped PagedList<SearchHit> list, List<String> suggestions)
            implements PagedAnswer {}
}
