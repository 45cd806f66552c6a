package be.digicatalogue.http;

/** A format of REST answers. Formats other than JSON are beans, so that no face needs to know them. */
public interface Format {

    /** Its value in the parameter {@code f}. */
    String name();

    /** Type and subtype, as in {@code Accept} and in the contract. */
    String mediaType();

    /** The media type with its parameters, as in answers. */
    default String contentType() {
        return mediaType();
    }

    byte[] write(UnformattedAnswer answer);

    /** A record as an item of a list. */
    byte[] writeItem(UnformattedAnswer item);

    /** The separator between two items. */
    default String between() {
        return ",\n";
    }
}
