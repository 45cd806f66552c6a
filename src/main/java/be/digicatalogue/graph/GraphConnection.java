package be.digicatalogue.graph;

import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * One page of a list (Relay cursor specification). Each list has its own class, so that its type in the schema has a name.
 */
public abstract class GraphConnection<E extends Edge<N>, N> {

    private final List<E> edges;
    private final PageInfo pageInfo;
    private final int totalCount;

    /** A page of a result, with each item made an edge. */
    protected <T> GraphConnection(Slice<T> found, BiFunction<String, T, E> edge) {
        this(found, edge, null);
    }

    /** The same with cursors of its own; {@code null} for positions in the list. */
    protected <T> GraphConnection(Slice<T> found, BiFunction<String, T, E> edge, Function<T, String> cursor) {
        long position = found.page().offset();
        edges = new ArrayList<>(found.items().size());
        for (var item : found.items()) {
            var its = cursor == null ? Parameters.cursor(position) : cursor.apply(item);
            edges.add(edge.apply(its, item));
            position++;
        }
        totalCount = found.total();
        pageInfo = new PageInfo(
                position < totalCount && !edges.isEmpty(),
                found.page().offset() > 0,
                edges.isEmpty() ? null : edges.get(0).getCursor(),
                edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor());
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
