package be.digicatalogue.page;

import java.util.List;
import java.util.Map;

/** One kind of page, or a file that only pages use. */
public interface Page {

    /** How browsers send a form. */
    String FORM = "application/x-www-form-urlencoded";

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

    /** True for a page with a form that changes something; its fields come in the body of a POST. */
    default boolean takesForms() {
        return false;
    }

    /** The media types in which its form may be sent. Only fields of the first one are read. */
    default List<String> formTypes() {
        return List.of(FORM);
    }

    /**
     * Does what a form asks.
     *
     * @param fields those that are filled in
     * @throws be.digicatalogue.http.Refusal when the page does not exist
     */
    default PageAnswer submit(Visit visit, Map<String, List<String>> fields) {
        throw new UnsupportedOperationException(address() + " takes no forms");
    }
}
