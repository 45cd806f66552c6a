package be.digicatalogue.http;

import java.util.List;
import java.util.StringJoiner;

/** One page of a list with its neighbours, as every list of the API answers. */
public record Listing<T>(
        String self,
        List<T> items,
        int total,
        long page,
        int pageSize,
        String first,
        String prev,
        String next,
        String last)
        implements Listed {

    /** Its neighbours as the header {@code Link} tells them (RFC 8288), for forms that have no room for them. */
    String links() {
        var links = new StringJoiner(", ");
        link(links, "first", first);
        link(links, "prev", prev);
        link(links, "next", next);
        link(links, "last", last);
        return links.toString();
    }

    private static void link(StringJoiner links, String relation, String address) {
        if (address != null) {
            links.add("<" + address + ">; rel=\"" + relation + "\"");
        }
    }

    @Override
    public Listing<T> list() {
        return this;
    }
}
