package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Reference;
import java.util.Map;
import java.util.Optional;

/** The pages for people, as far as all other answers need to know of them. */
public interface HtmlPages {

    /**
     * Where there are pages, with names in braces for what stands for any value; and for each address the one in Dutch, under
     * which it is measured.
     */
    Map<String, String> addresses();

    /** Where the page about a record is; empty for a kind that has none. */
    Optional<String> about(Reference record, Language language);
}
