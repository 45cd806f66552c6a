package be.digicatalogue.graph;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An item of a connection with its cursor. Each connection has its own class, so that its type in the schema has a name. */
public abstract class Edge<N> {

    private final String cursor;
    private final N node;

    protected Edge(String cursor, N node) {
        this.cursor = cursor;
        this.node = node;
    }

    @NonNull
    @Description("The position of the item in the list. Pass it as `after` to get the items that follow.")
    public String getCursor() {
        return cursor;
    }

    @NonNull
    @Description("The item.")
    public N getNode() {
        return node;
    }
}
