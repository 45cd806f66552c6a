package be.digicatalogue.history;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * A revision of the catalogue with its changes. A revision may change nothing that is visible.
 *
 * @param id the random id, which tells it from a revision with the same number after a restored back-up
 */
@Name("PublishedRevision")
@Description("A revision of the catalogue with its changes.")
public record PublishedRevision(
        @Description("Its number.") long revision,

        @Ignore String id,

        @NonNull @Description("The time at which it was published.")
        Instant publishedAt,

        @Description("The reason that the publisher gave.") String reason,

        @Ignore List<Change> changes) {

    /** The position after all of its changes. */
    public ChangeCursor cursor() {
        return ChangeCursor.after(revision, id);
    }

    /** Values are kept of all its changes or of none. */
    PublishedRevision withoutValues() {
        return changes.isEmpty() || changes.get(0).values() == null
                ? this
                : new PublishedRevision(
                        revision,
                        id,
                        publishedAt,
                        reason,
                        changes.stream().map(Change::withoutValues).toList());
    }
}
