package be.digicatalogue.ogc;

/** A filter that cannot be read, with what is wrong and where. */
final class BadFilter extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param position of the first character that is wrong, from 1 */
    BadFilter(int position, String detail) {
        super("At character " + position + ": " + detail, null, false, false);
    }
}
