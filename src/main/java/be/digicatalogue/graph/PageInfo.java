package be.digicatalogue.graph;

import be.digicatalogue.question.Slice;
import org.eclipse.microprofile.graphql.Description;

/** The position of a page in its list (Relay Cursor Connections specification). */
@Description("The position of a page in its list (Relay).")
public final class PageInfo {

    private final Slice<?> page;

    PageInfo(Slice<?> page) {
        this.page = page;
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
        return page.items().isEmpty() ? null : page.cursor(0);
    }

    @Description("Cursor of the last item of the page. Pass it as `after` to get the next page with `first`.")
    public String getEndCursor() {
        int last = page.items().size() - 1;
        return last < 0 ? null : page.cursor(last);
    }
}
