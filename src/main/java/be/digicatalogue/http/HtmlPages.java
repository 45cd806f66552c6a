package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Reference;
import java.util.Map;
import java.util.Optional;

/** The pages for people, as far as other faces use them. */
public interface HtmlPages {

    /** The paths of all pages, with parameters in braces, and for each path the Dutch one, which names its metrics. */
    Map<String, String> addresses();

    /** The path of the page about a record; empty for a kind without pages. */
    Optional<String> about(Reference record, Language language);
}
