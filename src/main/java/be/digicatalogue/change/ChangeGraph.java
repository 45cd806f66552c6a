package be.digicatalogue.change;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Message;
import be.digicatalogue.graph.Arguments;
import be.digicatalogue.history.Change;
import be.digicatalogue.history.Changes;
import be.digicatalogue.history.PublishedRevision;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Streams;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Slice;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The history of the catalogue over GraphQL: page by page, and revision by revision as they are published. */
@GraphQLApi
@NonBlocking
public class ChangeGraph {

    /**
     * The largest number of changes of a revision that are sent, and of revisions that a client can catch up on. SmallRye
     * sends without backpressure, so this bounds what can wait in memory for a slow client.
     */
    private static final int MOST = PageRequest.LARGEST;

    private final RequestContext context;
    private final CurrentCatalogue current;
    private final Streams streams;

    ChangeGraph(RequestContext context, CurrentCatalogue current, Streams streams) {
        this.context = context;
        this.current = current;
        this.streams = streams;
    }

    @Query
    @NonNull
    @Description("Which records each revision added, changed and removed, oldest first.")
    public ChangeConnection changes(
            @Description("Only changes after this revision.") Integer since,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var history = context.catalogue().changes();
        return new ChangeConnection(Arguments.page(first, after, last, before)
                .with("since", since)
                .question(parameters -> Slice.page(
                        history.since(Changes.since(parameters, 0)), parameters.page("changes"), Change::key)));
    }

    @NonNull
    @Description("Its REST URL; for a place, a service or a subject, the URL of a list that contains it.")
    public String href(@Source Change change) {
        return context.view().href(change.href());
    }

    @Subscription
    @NonNull
    @Description("Each revision as it is published, with its changes.")
    public Multi<PublishedRevision> catalogueChanged(
            @Description(
                            "Start with all revisions after this one, which must be one of the last 100. By default only new revisions are sent.")
                    Integer since) {
        var known = current.get().map(Catalogue::changes).orElse(Changes.NONE);
        long newest = known.newest().map(PublishedRevision::revision).orElse(0L);
        var read = new AtomicLong(Arguments.none().with("since", since).question(parameters -> {
            long from = Changes.since(parameters, newest);
            if (known.revisionsSince(from).size() > MOST) {
                parameters.refuse("since", Message.of("change.tooLongAgo", MOST));
            }
            return from;
        }));
        return streams.catalogues()
                .map(Catalogue::changes)
                .onItem()
                .transformToMultiAndConcatenate(history ->
                        Multi.createFrom().iterable(history.revisionsSince(read.getAndUpdate(history::revisionAfter))))
                .onFailure(CurrentCatalogue.Stopping.class)
                .recoverWithCompletion();
    }

    @NonNull
    @Description("Its changes, at most the first 100; changes(since) has all of them.")
    public List<@NonNull Change> changes(@Source PublishedRevision revision) {
        return revision.changes().stream().limit(MOST).toList();
    }

    @Description("The number of changes that it made.")
    public int changesTotal(@Source PublishedRevision revision) {
        return revision.changes().size();
    }
}
