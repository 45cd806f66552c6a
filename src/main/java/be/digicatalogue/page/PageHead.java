package be.digicatalogue.page;

import io.quarkus.qute.RawString;

/**
 * What a page says about itself to browsers, search engines and whoever links to it.
 *
 * @param description one or two sentences
 * @param jsonLd what it is about in the terms of schema.org; {@code null} for nothing in particular
 * @param indexed false for a page that tells an error: nobody should find it by searching. An answer to a question needs no
 *     such mark: its canonical address is that of the page without the question, which is what search engines list
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
