package be.digicatalogue.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a REST face answered, before it takes a form.
 *
 * @param facts a record, or a list that is {@link PagedAnswer}
 * @param address the template of the address that was asked, such as {@code /v1/partners/{id}}
 */
public record UnformattedAnswer(Object facts, View view, String address) {

    /** What JSON says of it. */
    public ObjectNode json() {
        return Json.tree(facts, view);
    }

    /** The same with the language of each text beside it, as JSON-LD writes that; proper names are of none. */
    public ObjectNode jsonWithLanguages() {
        return view.treeWithLanguages(facts);
    }
}
