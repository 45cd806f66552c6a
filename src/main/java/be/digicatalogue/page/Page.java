package be.digicatalogue.page;

/** One kind of page, or a file that only pages need. */
public interface Page {

    /** Where it stands in Dutch, such as {@code /voka/{id}}; other languages have their tag before it. */
    String address();

    /** False for a file that is the same for all readers. */
    default boolean inEveryLanguage() {
        return true;
    }

    /**
     * What a visitor sees.
     *
     * @throws be.digicatalogue.http.Refusal when there is nothing to see
     */
    PageAnswer show(Visit visit);
}
