package be.digicatalogue.page;

import io.quarkus.qute.RawString;

/**
 * The metadata of a page for browsers, search engines and previews of links.
 *
 * @param description one or two sentences
 * @param jsonLd the subject in terms of schema.org; {@code null} without one
 * @param indexed false for an error page, which search engines must not list. Pages with a query need no such mark, because
 * their canonical URL is that of the page without the query
 */
public record PageHead(String title, String description, RawString jsonLd, boolean indexed) {

    public static PageHead of(String title, String description) {
        return new PageHead(title, description, null, true);
    }

    public PageHead about(RawString fact) {
        return new PageHead(title, description, fact, indexed);
    }

    public PageHead notIndexed() {
        return new PageHead(title, description, jsonLd, false);
    }
}
