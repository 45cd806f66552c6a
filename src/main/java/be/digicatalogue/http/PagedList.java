package be.digicatalogue.http;

import java.util.ArrayList;
import java.util.List;

/** One page of a list with its neighbours, as every list of the API answers. */
public record PagedList<T>(
        String self,
        List<T> items,
        int total,
        long page,
        int pageSize,
        String first,
        String prev,
        String next,
        String last)
        implements PagedAnswer {

    /** Its neighbours as the header {@code Link} tells them, the nearest first, for forms that have no room for them. */
    List<String> links() {
        var links = new ArrayList<String>();
        link(links, "next", next);
        link(links, "prev", prev);
        link(links, "first", first);
        link(links, "last", last);
        return links;
    }

    private static void link(List<String> links, String relation, String address) {
        if (address != null) {
            links.add("<" + address + ">; rel=\"" + relation + "\"");
        }
    }

    @Override
    public PagedList<T> list() {
        return this;
    }
}
