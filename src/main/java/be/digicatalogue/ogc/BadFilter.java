package be.digicatalogue.ogc;

/** A filter that cannot be parsed, with the error and its position. */
final class BadFilter extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param position the position of the first invalid character, from 1 */
    BadFilter(int position, String detail) {
        super("At character " + position + ": " + detail, null, false, false);
    }
}
