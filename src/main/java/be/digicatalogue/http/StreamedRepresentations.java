package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Digest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The answers that are made while they are read. Of each no more is held than a piece that is being made and those that its
 * connection has not sent yet; no thread waits for a reader. A reader who takes nothing for a minute, or is not done a minute
 * after a newer revision has taken the place of the one that is read, is cut off: old revisions must not fill the memory.
 */
@ApplicationScoped
public class StreamedRepresentations {

    /** Some milliseconds of work, so that many readers take turns. */
    private static final int PIECE_BYTES = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Problem FULL = Problem.serviceUnavailable(
            "As many whole lists are being read as this instance allows. Try again in a moment.");

    private final RequestContext context;
    private final AnswerSender sender;
    private final CurrentCatalogue current;
    private final Vertx vertx;
    private final WorkerExecutor makers;
    private final String software;
    private final Shares open;
    private final InstantSource clock;

    StreamedRepresentations(
            RequestContext context,
            AnswerSender sender,
            CurrentCatalogue current,
            Contract contract,
            Vertx vertx,
            Clients clients,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "catalogue.whole.readers") int most) {
        this.context = context;
        this.sender = sender;
        this.current = current;
        this.vertx = vertx;
        this.clock = clock;
        open = new Shares(clients, most);
        software = version + " " + contract.yaml().tag();
        // The other half of the processors is for the answers that are short.
        makers = vertx.createSharedWorkerExecutor(
                "long-answers", Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    void measure(@Observes StartupEvent start, MeterRegistry meters) {
        Gauge.builder("catalogue.whole.open", open, Shares::taken)
                .description("Lists and tables that are being read whole")
                .register(meters);
    }

    /**
     * An answer to the request at hand. Nothing of it is known yet, so its tag tells what it is made of: the software, the
     * revision, the question, and the stretch of time in which these give the same.
     */
    public StreamedRepresentation of(Iterator<byte[]> pieces, String type, Map<String, String> headers) {
        var view = context.view();
        var catalogue = context.catalogue();
        var revision = catalogue.revision();
        var madeOf = String.join(
                " ",
                software,
                Long.toString(revision.number()),
                revision.publishedAt().toString(),
                context.language().tag(),
                view.sameUntil().toString(),
                context.address().self());
        return new StreamedRepresentation(
                catalogue,
                new Representation(
                        new byte[0],
                        type,
                        Digest.of(madeOf.getBytes(StandardCharsets.UTF_8)),
                        sender.vary(),
                        context.language().tag(),
                        view.sameUntil(),
                        true,
                        headers),
                pieces);
    }

    /** Answers the request at hand. */
    void end(StreamedRepresentation answer) {
        var request = context.routing();
        var http = request.request();
        var response = http.response();
        // What Quarkus says of compression before it knows the answer.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        boolean wanted = answer.head().isWanted(http);
        var place = wanted ? open.take(http) : Optional.<Shares.Share>empty();
        if (wanted && place.isEmpty()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, "2");
            ErrorForms.endAsJson(context, FULL);
            return;
        }
        answer.head().begin(http, clock.instant());
        place.ifPresentOrElse(taken -> new Sending(answer, request, taken).begin(), response::end);
    }

    /** @param last whether nothing follows */
    private record Chunk(byte[] bytes, boolean last) {}

    /** The pieces of an answer as they are sent. Threads that may take their time make them, one after the other. */
    private static final class Production {

        private final ByteArrayOutputStream made = new ByteArrayOutputStream(PIECE_BYTES);
        private final OutputStream to;
        /** {@code null} after the end: a thread without work still holds on to what it did last, which is this. */
        private Iterator<byte[]> pieces;

        Production(Iterator<byte[]> pieces, boolean compress) {
            this.pieces = pieces;
            this.to = compress ? gzip(made) : made;
        }

        Chunk next() throws IOException {
            int length = 0;
            while (length < PIECE_BYTES && pieces.hasNext()) {
                var piece = pieces.next();
                to.write(piece);
                length += piece.length;
            }
            boolean last = !pieces.hasNext();
            if (last) {
                end();
            }
            var bytes = made.toByteArray();
            made.reset();
            return new Chunk(bytes, last);
        }

        Void end() throws IOException {
            pieces = null;
            to.close();
            return null;
        }
    }

    /** An answer on its way. But for making pieces, everything happens on the event loop of its connection. */
    private final class Sending {

        private final Production making;
        private final Catalogue catalogue;
        private final RoutingContext request;
        private final HttpServerResponse response;
        private final Shares.Share place;

        private boolean busy;
        private boolean ended;
        private long look;
        private long moved = System.nanoTime();
        /** The last moment at which nothing newer was there. */
        private long newest = moved;

        Sending(StreamedRepresentation answer, RoutingContext request, Shares.Share place) {
            this.place = place;
            this.making = new Production(answer.pieces(), Representation.compresses(request.request()));
            this.catalogue = answer.catalogue();
            this.request = request;
            this.response = request.response();
        }

        void begin() {
            response.setChunked(true);
            connection().getContext().runOnContext(here -> {
                look = vertx.setPeriodic(BETWEEN_LOOKS.toMillis(), timer -> look());
                RequestEnd.atEnd(request, () -> {
                    ended = true;
                    makers.executeBlocking(making::end, true);
                    vertx.cancelTimer(look);
                    place.giveBack();
                });
                next();
            });
        }

        private void look() {
            long now = System.nanoTime();
            if (current.get().orElse(null) == catalogue) {
                newest = now;
            }
            if (now - Math.min(moved, newest) > PATIENCE.toNanos()) {
                cut();
            }
        }

        private ConnectionBase connection() {
            return (ConnectionBase) request.request().connection();
        }

        private void cut() {
            if (request.request().version() == HttpVersion.HTTP_2) {
                response.reset();
            } else {
                // Next to the wire: further up, closing waits until everything has been read.
                connection().channel().pipeline().firstContext().close();
            }
        }

        /** The connection tells more than once that it takes more. */
        private void next() {
            if (ended || busy) {
                return;
            }
            busy = true;
            moved = System.nanoTime();
            makers.executeBlocking(making::next, true).onComplete(piece -> {
                // Behind the last one, or one that failed, nothing is made.
                busy = piece.failed() || piece.result().last();
                if (ended) {
                    return;
                }
                if (piece.failed()) {
                    Faults.logged(piece.cause());
                    cut();
                } else {
                    send(piece.result());
                }
            });
        }

        private void send(Chunk piece) {
            if (piece.bytes().length > 0) {
                response.write(Buffer.buffer(Unpooled.wrappedBuffer(piece.bytes())));
            }
            if (piece.last()) {
                end();
            } else if (response.writeQueueFull()) {
                response.drainHandler(drained -> next());
            } else {
                next();
            }
        }

        private void end() {
            var http = request.request();
            response.end().onSuccess(sent -> {
                // It has no chunks, so nothing else tells where the answer ends.
                if (http.version() == HttpVersion.HTTP_1_0) {
                    http.connection().close();
                }
            });
        }
    }

    private static OutputStream gzip(OutputStream to) {
        try {
            return new GZIPOutputStream(to);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
