package be.digicatalogue.history;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;

/** A revision of the catalogue with its changes. A revision may change nothing that is visible. */
@Name("PublishedRevision")
@Description("A revision of the catalogue with its changes.")
public record PublishedRevision(
        @Description("Its number.") long revision,

        @NonNull @Description("The time at which it was published.")
        Instant publishedAt,

        @Description("The reason that the publisher gave.") String reason,

        @Ignore List<Change> changes) {}
