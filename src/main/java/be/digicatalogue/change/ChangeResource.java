package be.digicatalogue.change;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.history.Change;
import be.digicatalogue.history.ChangeCursor;
import be.digicatalogue.history.Changes;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.PagedList;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.Streams;
import be.digicatalogue.http.View;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
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
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The history of the catalogue over REST: page by page, and as a continuing stream. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
public class ChangeResource {

    private final RequestContext context;
    private final Streams streams;
    private final Duration heartbeat;

    ChangeResource(
            RequestContext context,
            Streams streams,
            @ConfigProperty(name = "catalogue.changes.heartbeat") Duration heartbeat) {
        this.context = context;
        this.streams = streams;
        this.heartbeat = heartbeat;
    }

    @GET
    public PagedList<Change> list() {
        var changes = context.catalogue().changes();
        return context.list(parameters -> Changes.since(parameters, 0), changes::since);
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
        var read = new AtomicReference<>(begin(lastEventId));
        if (request.getMethod().equals(HttpMethod.HEAD)) {
            return Multi.createFrom().empty();
        }
        var view = context.letGo();
        var changes = streams.catalogues()
                .map(Catalogue::changes)
                .onItem()
                .transformToMultiAndConcatenate(
                        history -> Multi.createFrom().iterable(history.after(read.getAndUpdate(history::cursorAfter))))
                .map(change -> event(sse, change, view));
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
                .onFailure(CurrentCatalogue.Stopping.class)
                .recoverWithCompletion();
    }

    /** The position after which the stream starts: the last received event, a revision, or the end of the history. */
    private ChangeCursor begin(String lastEventId) {
        var newest = context.catalogue().revision().number();
        var requested = context.question(parameters -> {
            var since = Changes.since(parameters, newest);
            var last = parameters.matching("lastEventId", ChangeCursor.WRITTEN, ChangeCursor.EXPECTED);
            return last == null
                    ? ChangeCursor.after(since)
                    : ChangeCursor.read(last).orElse(null);
        });
        return lastEventId == null
                ? requested
                : ChangeCursor.read(lastEventId)
                        .orElseThrow(() -> new BadQuestion(List.of(
                                Issue.header(HttpHeaders.LAST_EVENT_ID_HEADER, lastEventId, ChangeCursor.EXPECTED))));
    }

    private static OutboundSseEvent event(Sse sse, Change change, View view) {
        return sse.newEventBuilder()
                .id(change.cursor().toString())
                .name("change")
                .data(new String(Json.write(change, view), StandardCharsets.UTF_8))
                .build();
    }
}
