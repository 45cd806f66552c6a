package be.digicatalogue.change;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.history.Change;
import be.digicatalogue.history.ChangeCursor;
import be.digicatalogue.history.Changes;
import be.digicatalogue.http.HistoryPositions;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Streams;
import be.digicatalogue.http.View;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The history of the catalogue over REST: page by page, and as a continuing stream. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {

    private static final String QUERY = "query";
    private static final String SINCE = "since";
    private static final String LAST_EVENT_ID = "lastEventId";

    private final RequestContext context;
    private final Streams streams;
    private final HistoryPositions positions;
    private final Duration heartbeat;

    ChangeResource(
            RequestContext context,
            Streams streams,
            HistoryPositions positions,
            @ConfigProperty(name = "catalogue.changes.heartbeat") Duration heartbeat) {
        this.context = context;
        this.streams = streams;
        this.positions = positions;
        this.heartbeat = heartbeat;
    }

    private record Question(ChangeCursor since, boolean values, PageRequest page) {}

    /** The next page begins after the last change of this one, so it exists only in the history that has this change. */
    @GET
    public PagedList<ValuedChange> list() {
        var question = context.question(parameters ->
                new Question(Changes.position(parameters, SINCE), isWithValues(parameters), parameters.page()));
        var history = context.catalogue().changes();
        var since = question.since() == null
                ? ChangeCursor.BEGINNING
                : positions.known(history, question.since(), QUERY, SINCE);
        var found = Slice.page(history.after(since), question.page());
        var page = context.list(found.map(change -> ValuedChange.of(change, question.values())));
        if (page.next() == null || found.items().isEmpty()) {
            return page;
        }
        var last = found.items().get(found.items().size() - 1);
        var others = new LinkedHashMap<String, String>();
        others.put(SINCE, last.cursor().toString());
        others.put("page", null);
        return page.withNext(context.address().with(others));
    }

    private static boolean isWithValues(Parameters parameters) {
        return !parameters.listOf("embed", List.of("values")).isEmpty();
    }

    /** Server-sent events, whose ids are positions in the history. A header tells proxies not to buffer them. */
    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> stream(
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId,
            @Context Request request,
            @Context Sse sse) {
        var begin = begin(lastEventId);
        var read = new AtomicReference<>(begin.since());
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return Multi.createFrom().empty();
        }
        var view = context.letGo();
        var changes = streams.catalogues()
                .map(Catalogue::changes)
                .onItem()
                .transformToMultiAndConcatenate(history -> {
                    var from = read.getAndSet(history.end());
                    return history.has(from)
                            ? Multi.createFrom().iterable(history.after(from))
                            : Multi.createFrom().failure(new OtherHistory());
                })
                .map(change -> event(sse, change, begin.values(), view));
        var heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(heartbeat)
                .every(heartbeat)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("").build());
        // One event at a time: what a slow client has not requested yet stays in the history, which all clients share.
        return Multi.createBy()
                .merging()
                .withRequests(1)
                .streams(changes, heartbeats)
                .onFailure(failure -> failure instanceof CurrentCatalogue.Stopping || failure instanceof OtherHistory)
                .recoverWithCompletion();
    }

    /** Ends a stream after a restore of the database; the client then asks for its position, and is refused. */
    private static final class OtherHistory extends RuntimeException {

        private static final long serialVersionUID = 1;

        OtherHistory() {
            super("the history does not have what was sent", null, false, false);
        }
    }

    /** Where a stream starts, and what it carries. */
    private record Begin(ChangeCursor since, boolean values) {}

    /** After the last received event, a position, or the end of the history. */
    private Begin begin(String lastEventId) {
        record SentPositions(ChangeCursor since, ChangeCursor last, boolean values) {}
        var sent = context.question(parameters -> new SentPositions(
                Changes.position(parameters, SINCE),
                Changes.position(parameters, LAST_EVENT_ID),
                isWithValues(parameters)));
        var history = context.catalogue().changes();
        ChangeCursor since;
        if (lastEventId != null) {
            var read = ChangeCursor.read(lastEventId)
                    .orElseThrow(() -> new BadQuestion(List.of(
                            Issue.header(HttpHeaders.LAST_EVENT_ID_HEADER, lastEventId, ChangeCursor.EXPECTED))));
            since = positions.known(history, read, "header", HttpHeaders.LAST_EVENT_ID_HEADER);
        } else if (sent.last() != null) {
            since = positions.known(history, sent.last(), QUERY, LAST_EVENT_ID);
        } else {
            since = sent.since() == null ? history.end() : positions.known(history, sent.since(), QUERY, SINCE);
        }
        return new Begin(since, sent.values());
    }

    private static OutboundSseEvent event(Sse sse, Change change, boolean values, View view) {
        return sse.newEventBuilder()
                .id(change.cursor().toString())
                .name("change")
                .data(new String(Json.write(ValuedChange.of(change, values), view), StandardCharsets.UTF_8))
                .build();
    }
}
