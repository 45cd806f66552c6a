package be.digicatalogue.http;

import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** The pages for people, as far as all other answers need to know of them. */
public interface HtmlPages {

    /**
     * Where there are pages, with names in braces for what stands for any value; and for each address the one in Dutch, under
     * which it is measured.
     */
    Map<String, String> addresses();

    /** A problem as a page, in UTF-8; empty for a request that asks for no page. */
    Optional<byte[]> telling(Problem problem, RoutingContext request);
}
