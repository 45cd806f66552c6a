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
public record Head(String title, String description, RawString jsonLd, boolean indexed) {

    public static Head of(String title, String description) {
        return new Head(title, description, null, true);
    }

    public Head about(RawString fact) {
        return new Head(title, description, fact, indexed);
    }

    public Head notIndexed() {
        return new Head(title, description, jsonLd, false);
    }
}
