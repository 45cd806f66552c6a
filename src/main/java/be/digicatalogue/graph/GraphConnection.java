package be.digicatalogue.graph;

import be.digicatalogue.question.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * One page of a list (Relay Cursor Connections specification). Each list has its own class, so that its type in the schema has a name.
 */
public abstract class GraphConnection<E extends Edge<N>, N> {

    private final List<E> edges;
    private final PageInfo pageInfo;
    private final int totalCount;

    /** A page of a result, with each item made an edge. */
    protected <T> GraphConnection(Slice<T> found, BiFunction<Supplier<String>, T, E> edge) {
        edges = new ArrayList<>(found.items().size());
        for (var item : found.items()) {
            int index = edges.size();
            edges.add(edge.apply(() -> found.cursor(index), item));
        }
        totalCount = found.total();
        pageInfo = new PageInfo(found, edges);
    }

    @NonNull
    @Description("The items of the page with their cursors.")
    public List<@NonNull E> getEdges() {
        return edges;
    }

    @NonNull
    @Description("The items of the page.")
    public List<@NonNull N> getNodes() {
        return edges.stream().map(Edge::getNode).toList();
    }

    @NonNull
    @Description("The position of the page in the list.")
    public PageInfo getPageInfo() {
        return pageInfo;
    }

    @Description("The total number of items.")
    public int getTotalCount() {
        return totalCount;
    }
}
