package be.digicatalogue.change;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Message;
import be.digicatalogue.graph.Arguments;
import be.digicatalogue.history.Change;
import be.digicatalogue.history.ChangeCursor;
import be.digicatalogue.history.Changes;
import be.digicatalogue.history.PublishedRevision;
import be.digicatalogue.http.HistoryPositions;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Streams;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.Subscription;
import io.smallrye.mutiny.Multi;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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

    private static final String SINCE = "since";
    private static final String AFTER = "after";

    private final RequestContext context;
    private final CurrentCatalogue current;
    private final Streams streams;
    private final HistoryPositions positions;

    ChangeGraph(RequestContext context, CurrentCatalogue current, Streams streams, HistoryPositions positions) {
        this.context = context;
        this.current = current;
        this.streams = streams;
        this.positions = positions;
    }

    @Query
    @NonNull
    @Description("Which records each revision added, changed and removed, oldest first.")
    public ChangeConnection changes(
            @Description("Only changes after this revision.") Integer since,
            @Description("The number of items from the start, 1 to 100; 20 by default, without last.") Integer first,
            @Description("Only items after this cursor, or after the position of a revision.") String after,
            @Description("The number of items from the end, 1 to 100.") Integer last,
            @Description("Only items before this cursor.") String before) {
        var history = context.catalogue().changes();
        return new ChangeConnection(Arguments.page(first, after, last, before)
                .with(SINCE, since)
                .question(parameters -> Slice.page(
                        history.after(since(parameters, history)),
                        parameters.page("changes", name -> {
                            var position = Changes.position(parameters, name);
                            return position == null
                                    ? null
                                    : known(history, position, name).key();
                        }),
                        Change::key)));
    }

    private ChangeCursor since(Parameters parameters, Changes history) {
        var since = since(parameters);
        return since == null ? ChangeCursor.BEGINNING : known(history, since, SINCE);
    }

    private static ChangeCursor since(Parameters parameters) {
        var since = parameters.whole(SINCE, 0, Integer.MAX_VALUE);
        return since == null ? null : ChangeCursor.after(since, null);
    }

    private ChangeCursor known(Changes history, ChangeCursor position, String argument) {
        return positions.known(history, position, "argument", argument);
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
                    Integer since,
            @Description(
                            "Start with all revisions after this position, which must be that of one of the last 100. It takes precedence over since.")
                    String after) {
        var known = current.get().map(Catalogue::changes).orElse(Changes.NONE);
        var from = Arguments.none().with(SINCE, since).with(AFTER, after).question(parameters -> {
            var number = since(parameters);
            var position = Changes.position(parameters, AFTER);
            var begin = position == null ? number : position;
            if (begin != null && known.revisionsAfter(begin).size() > MOST) {
                parameters.refuse(position == null ? SINCE : AFTER, Message.of("change.tooLongAgo", MOST));
            }
            return begin;
        });
        var read =
                new AtomicReference<>(from == null ? known.end() : known(known, from, after == null ? SINCE : AFTER));
        return streams.catalogues()
                .map(Catalogue::changes)
                .onItem()
                .transformToMultiAndConcatenate(history -> {
                    var position = read.getAndSet(history.end());
                    return history.has(position)
                            ? Multi.createFrom().iterable(history.revisionsAfter(position))
                            : Multi.createFrom().failure(HistoryPositions.gone(history, position, "argument", AFTER));
                })
                .onFailure(CurrentCatalogue.Stopping.class)
                .recoverWithCompletion();
    }

    @NonNull
    @Description("Its position in the history, to go on after it: pass it as after.")
    public String position(@Source PublishedRevision revision) {
        return revision.cursor().toString();
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
