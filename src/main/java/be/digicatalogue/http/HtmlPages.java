package be.digicatalogue.http;

import java.util.Map;

/** The pages for people, as far as all other answers need to know of them. */
public interface HtmlPages {

    /**
     * Where there are pages, with names in braces for what stands for any value; and for each address the one in Dutch, under
     * which it is measured.
     */
    Map<String, String> addresses();
}
