package be.digicatalogue.graph;

import be.digicatalogue.question.Slice;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;

/** The position of a page in its list (Relay Cursor Connections specification). */
@Description("The position of a page in its list (Relay).")
public final class PageInfo {

    private final Slice<?> page;
    private final List<? extends Edge<?>> edges;

    PageInfo(Slice<?> page, List<? extends Edge<?>> edges) {
        this.page = page;
        this.edges = edges;
    }

    @Description(
            "True when there are items after this page. With `first` and `before`, only those up to `before` count.")
    public boolean isHasNextPage() {
        return page.hasNext();
    }

    @Description(
            "True when there are items before this page. With `last` and `after`, only those from `after` on count.")
    public boolean isHasPreviousPage() {
        return page.hasPrevious();
    }

    @Description("Cursor of the first item of the page. Pass it as `before` to get the previous page with `last`.")
    public String getStartCursor() {
        return edges.isEmpty() ? null : edges.get(0).getCursor();
    }

    @Description("Cursor of the last item of the page. Pass it as `after` to get the next page with `first`.")
    public String getEndCursor() {
        return edges.isEmpty() ? null : edges.get(edges.size() - 1).getCursor();
    }
}
