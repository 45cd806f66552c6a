package be.digicatalogue.http;

import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Slice;
import java.util.ArrayList;
import java.util.List;

/** One page of a list with links to the other pages, in the format of every list of the API. */
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

    static <T> PagedList<T> of(Slice<T> found, RequestAddress address) {
        int size = found.page().size();
        long page = found.page().offset() / size + 1;
        long last = Math.max(1, (found.total() + size - 1L) / size);
        var pages = address.pages(PageRequest.DEFAULT_SIZE);
        return new PagedList<>(
                address.self(),
                found.items(),
                found.total(),
                page,
                size,
                pages.apply(1),
                page > 1 ? pages.apply(Math.min(page - 1, last)) : null,
                page < last ? pages.apply(page + 1) : null,
                pages.apply(last));
    }

    /**
     * The links to the other pages for the {@code Link} header, nearest pages first, for formats without a place for them.
     */
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

    /** The same page with another URL of the next one. */
    public PagedList<T> withNext(String address) {
        return new PagedList<>(self, items, total, page, pageSize, first, prev, address, last);
    }

    @Override
    public PagedList<T> list() {
        return this;
    }
}
