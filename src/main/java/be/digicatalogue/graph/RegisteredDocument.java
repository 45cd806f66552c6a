package be.digicatalogue.graph;

import java.util.List;

/**
 * A document that the service has, so that requests need to send only its id.
 *
 * @param id its name
 * @param hash {@code sha256:} with the hash of its file in hexadecimal, which is an id as well
 * @param document its source text
 */
public record RegisteredDocument(String id, String hash, String document, List<DocumentVariable> variables) {

    /**
     * A variable of a document.
     *
     * @param type its type in the schema, such as {@code String!}
     */
    public record DocumentVariable(String name, String type) {}
}
