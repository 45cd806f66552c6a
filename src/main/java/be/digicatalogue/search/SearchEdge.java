package be.digicatalogue.search;

import be.digicatalogue.graph.Edge;
import be.digicatalogue.index.SearchHit;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;

/** One of the records that a search found. */
@Description("One of the records that a search found.")
public final class SearchEdge extends Edge<SearchHit> {

    SearchEdge(Supplier<String> cursor, SearchHit node) {
        super(cursor, node);
    }
}
