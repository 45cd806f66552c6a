package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Digest;
import be.digicatalogue.fact.Message;
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
 * Streams answers that are generated while they are sent. For each, memory holds only the piece that is being generated and
 * those that the connection has not sent yet; no thread waits for a client. A client that reads nothing for a minute, or has
 * not finished a minute after a newer revision replaced the one that it reads, is disconnected, because old revisions must
 * not fill the memory.
 */
@ApplicationScoped
public class StreamedRepresentations {

    /** Some milliseconds of work, so that many clients take turns. */
    private static final int PIECE_BYTES = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Problem FULL = Problem.serviceUnavailable(Message.of("problem.tooManyWholeLists"));

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
        // The other half of the processors is for short answers.
        makers = vertx.createSharedWorkerExecutor(
                "long-answers", Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    void measure(@Observes StartupEvent start, MeterRegistry meters) {
        Gauge.builder("catalogue.whole.open", open, Shares::taken)
                .description("Whole lists and tables that are being streamed")
                .register(meters);
    }

    /**
     * A streamed answer to the current request. Nothing of it is known yet, so its entity tag is derived from its inputs: the
     * software, the revision, the request, and the period in which these give the same answer.
     */
    public StreamedRepresentation of(Iterator<byte[]> pieces, String type, Map<String, String> headers) {
        var view = context.view();
        var catalogue = context.catalogue();
        var madeOf = String.join(
                " ",
                software,
                catalogue.revision().position(),
                context.language().tag(),
                view.validity().until().toString(),
                context.address().self());
        return new StreamedRepresentation(
                catalogue,
                new Representation(
                        new byte[0],
                        type,
                        Digest.of(madeOf.getBytes(StandardCharsets.UTF_8)),
                        sender.vary(),
                        context.language().tag(),
                        view.validity(),
                        true,
                        headers),
                pieces);
    }

    /** Sends the answer to the current request. */
    void end(StreamedRepresentation answer) {
        var request = context.routing();
        var http = request.request();
        var response = http.response();
        // Quarkus sets this header for compression before it knows the answer.
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

    /** @param last true when nothing follows */
    private record Chunk(byte[] bytes, boolean last) {}

    /** Generates the pieces of an answer one by one, on threads that may block. */
    private static final class Production {

        private final ByteArrayOutputStream made = new ByteArrayOutputStream(PIECE_BYTES);
        private final OutputStream to;
        /** {@code null} after the end, because an idle thread still references its last task, which is this one. */
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

    /** An answer that is being sent. Except for generating pieces, everything runs on the event loop of its connection. */
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
        /** The last moment at which there was no newer revision. */
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
                // Closes next to the socket: higher in the pipeline, closing would wait until everything has been read.
                connection().channel().pipeline().firstContext().close();
            }
        }

        /** The connection may report more than once that it can accept more. */
        private void next() {
            if (ended || busy) {
                return;
            }
            busy = true;
            moved = System.nanoTime();
            makers.executeBlocking(making::next, true).onComplete(piece -> {
                // After the last piece, or a failed one, no more is generated.
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
                // HTTP/1.0 has no chunks, so only closing the connection marks the end of the answer.
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
