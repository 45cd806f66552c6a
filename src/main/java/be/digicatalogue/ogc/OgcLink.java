package be.digicatalogue.ogc;

/** A link of a document, as RFC 8288 has it. */
public record OgcLink(String href, String rel, String type, String title) {

    /** As the header {@code Link} shows it. */
    String header() {
        return "<" + href + ">; rel=\"" + rel + "\"; type=\"" + type + "\"";
    }
}
