package be.digicatalogue.search;

import be.digicatalogue.http.Asked;
import be.digicatalogue.http.Listed;
import be.digicatalogue.http.Listing;
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
public class SearchResource {

    private final Asked asked;

    SearchResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    public Answer search() {
        var results = asked.catalogue().search().search(asked.question(SearchQuestion::read), asked.language());
        return new Answer(asked.list(results.found()), results.suggestions());
    }

    /** A page of what was found and, when nothing was, what else could be asked. */
    public record Answer(@JsonUnwrapped Listing<SearchHit> list, List<String> suggestions) implements Listed {}
}
