package be.digicatalogue.http;

/** A form in which the REST face tells facts. Those beside JSON are beans, so that no face needs to know them. */
public interface Format {

    /** What the parameter {@code f} calls it. */
    String name();

    /** Type and subtype, as {@code Accept} and the contract name it. */
    String mediaType();

    /** The media type with its parameters, as answers tell it. */
    default String contentType() {
        return mediaType();
    }

    byte[] write(UnformattedAnswer answer);

    /** A record of a list, as it stands in that. */
    byte[] writeItem(UnformattedAnswer item);

    /** What stands between two of them. */
    default String between() {
        return ",\n";
    }
}
