package be.digicatalogue.ogc;

/** A link of a document (RFC 8288). */
public record OgcLink(String href, String rel, String type, String title) {

    /** As in the {@code Link} header. */
    String header() {
        return "<" + href + ">; rel=\"" + rel + "\"; type=\"" + type + "\"";
    }
}
