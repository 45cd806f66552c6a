package be.digicatalogue.page;

/** One kind of page, or a file that only pages use. */
public interface Page {

    /** Its Dutch path, such as {@code /voka/{id}}; other languages have their tag in front of it. */
    String address();

    /** False for a file that is the same for all readers. */
    default boolean inEveryLanguage() {
        return true;
    }

    /**
     * Renders the page for a visitor.
     *
     * @throws be.digicatalogue.http.Refusal when the page does not exist
     */
    PageAnswer show(Visit visit);
}
