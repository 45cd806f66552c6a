package be.digicatalogue.graph;

import java.util.function.Supplier;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An item of a connection with its cursor. Each connection has its own class, so that its type in the schema has a name. */
public abstract class Edge<N> {

    /** Not named as the property, because SmallRye would take its type for that of the property. */
    private final Supplier<String> position;

    private final N node;

    /** @param position makes the cursor, which most requests do not select */
    protected Edge(Supplier<String> position, N node) {
        this.position = position;
        this.node = node;
    }

    @NonNull
    @Description(
            "The place of the item in the list. Pass it as `after` to get the items that follow, as `before` to get those that precede.")
    public String getCursor() {
        return position.get();
    }

    @NonNull
    @Description("The item.")
    public N getNode() {
        return node;
    }
}
