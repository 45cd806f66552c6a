package be.digicatalogue.http;

/** How the face of a standard tells errors, where the standard has a form of its own for them. */
public interface ErrorForm {

    /** The path of the face; it holds there and for everything below. */
    String root();

    /** A problem in this form, to be written as JSON. */
    Object tell(Problem problem);

    default boolean holdsAt(String path) {
        return path.startsWith(root()) && (path.length() == root().length() || path.charAt(root().length()) == '/');
    }
}
