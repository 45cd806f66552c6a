package be.digicatalogue.page;

import io.quarkus.qute.TemplateInstance;

/**
 * The answer of a page: a template to render in the visitor's language, the bytes of a file, or a redirect.
 *
 * @param status 200; 303 for a redirect; that of an error for a page that explains it
 * @param location the target of the redirect, else {@code null}
 * @param stored false for a page that caches must not store
 */
public record PageAnswer(int status, String type, TemplateInstance page, byte[] file, String location, boolean stored) {

    static final String HTML = "text/html;charset=UTF-8";

    public static PageAnswer page(TemplateInstance page) {
        return new PageAnswer(200, HTML, page, null, null, true);
    }

    /** A page that explains the error in a query beside its form. */
    public static PageAnswer explanation(TemplateInstance page) {
        return new PageAnswer(400, HTML, page, null, null, true);
    }

    public static PageAnswer file(String type, byte[] content) {
        return new PageAnswer(200, type, null, content, null, true);
    }

    public static PageAnswer seeOther(String location) {
        return new PageAnswer(303, null, null, null, location, true);
    }

    public PageAnswer withStatus(int other) {
        return new PageAnswer(other, type, page, file, location, stored);
    }

    public PageAnswer notStored() {
        return new PageAnswer(status, type, page, file, location, false);
    }
}
