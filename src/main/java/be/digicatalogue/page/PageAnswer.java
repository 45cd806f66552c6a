package be.digicatalogue.page;

import io.quarkus.qute.TemplateInstance;

/**
 * What a page answers: a template to be rendered in the visitor's language, the bytes of a file, or where to go on.
 *
 * @param status 200; 400 for a page that explains what is wrong with the question; 303 for one that leads on
 * @param location where it leads on to, else {@code null}
 * @param stored false for a page that no cache keeps
 */
public record PageAnswer(int status, String type, TemplateInstance page, byte[] file, String location, boolean stored) {

    static final String HTML = "text/html;charset=UTF-8";

    public static PageAnswer page(TemplateInstance page) {
        return new PageAnswer(200, HTML, page, null, null, true);
    }

    /** A page that says beside its form what cannot be answered. */
    public static PageAnswer explanation(TemplateInstance page) {
        return new PageAnswer(400, HTML, page, null, null, true);
    }

    public static PageAnswer file(String type, byte[] content) {
        return new PageAnswer(200, type, null, content, null, true);
    }

    public static PageAnswer seeOther(String location) {
        return new PageAnswer(303, null, null, null, location, true);
    }

    public PageAnswer notStored() {
        return new PageAnswer(status, type, page, file, location, false);
    }
}
