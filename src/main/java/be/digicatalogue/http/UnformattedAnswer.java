package be.digicatalogue.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The answer of a REST face before it is formatted.
 *
 * @param facts a record, or a list that is a {@link PagedAnswer}
 * @param address the path of the request in the contract, such as {@code /v1/partners/{id}}
 */
public record UnformattedAnswer(Object facts, View view, String address) {

    /** The answer as JSON. */
    public ObjectNode json() {
        return Json.tree(facts, view);
    }

    /** The answer as JSON with the language of each text, as JSON-LD requires; proper names have no language. */
    public ObjectNode jsonWithLanguages() {
        return view.treeWithLanguages(facts);
    }
}
