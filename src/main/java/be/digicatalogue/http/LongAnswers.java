package be.digicatalogue.http;

import be.digicatalogue.catalogue.CurrentCatalogue;
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
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The answers that are made while they are read. Of each no more is held than a piece that is being made and those that its
 * connection has not sent yet; no thread waits for a reader. A reader who takes nothing for a minute, or is not done a minute
 * after a newer revision has taken the place of the one that is read, is cut off: old revisions must not fill the memory.
 */
@ApplicationScoped
public class LongAnswers {

    /** Some milliseconds of work, so that many readers take turns. */
    private static final int PIECE_BYTES = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Problem FULL = Problem.serviceUnavailable(
            "As many whole lists are being read as this instance allows. Try again in a moment.");

    private final Asked asked;
    private final CurrentCatalogue current;
    private final Vertx vertx;
    private final WorkerExecutor makers;
    private final String software;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();

    LongAnswers(
            Asked asked,
            CurrentCatalogue current,
            Contract contract,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "catalogue.whole.readers") int most) {
        this.asked = asked;
        this.current = current;
        this.vertx = vertx;
        this.most = most;
        software = version + " " + contract.yaml().tag();
        // The other half of the processors is for the answers that are short.
        makers = vertx.createSharedWorkerExecutor(
                "long-answers", Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    void measure(@Observes StartupEvent start, MeterRegistry meters) {
        Gauge.builder("catalogue.whole.open", open, AtomicInteger::get)
                .description("Lists and tables that are being read whole")
                .register(meters);
    }

    /**
     * An answer to the request at hand. Nothing of it is known yet, so its tag tells what it is made of: the software, the
     * revision, the question, and the stretch of time in which these give the same.
     */
    public LongAnswer of(Iterator<byte[]> pieces, String type, Map<String, String> headers) {
        var view = asked.view();
        var catalogue = asked.catalogue();
        var revision = catalogue.revision();
        var madeOf = String.join(
                " ",
                software,
                Long.toString(revision.number()),
                revision.publishedAt().toString(),
                asked.language().tag(),
                view.sameUntil().toString(),
                asked.self());
        return new LongAnswer(
                catalogue,
                new Representation(
                        new byte[0],
                        type,
                        Digest.of(madeOf.getBytes(StandardCharsets.UTF_8)),
                        asked.vary(),
                        asked.language().tag(),
                        view.sameUntil(),
                        true,
                        headers),
                pieces);
    }

    /** Answers the request at hand. */
    void end(LongAnswer answer) {
        var request = asked.request();
        var http = request.request();
        var response = http.response();
        // What Quarkus says of compression before it knows the answer.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        boolean wanted = answer.head().isWanted(http);
        if (wanted && open.incrementAndGet() > most) {
            open.decrementAndGet();
            response.putHeader(HttpHeaders.RETRY_AFTER, "2");
            EveryAnswer.end(request, FULL);
            return;
        }
        answer.head().begin(http, Instant.now());
        if (wanted) {
            new Sending(answer, request).begin();
        } else {
            response.end();
        }
    }

    /** An answer on its way. But for making pieces, everything happens on the event loop of its connection. */
    private final class Sending {

        private final LongAnswer answer;
        private final RoutingContext request;
        private final HttpServerResponse response;
        private final ByteArrayOutputStream made = new ByteArrayOutputStream(PIECE_BYTES);
        private final OutputStream to;
        private boolean allMade;

        private boolean ended;
        private long look;
        private long moved = System.nanoTime();
        /** The last moment at which nothing newer was there. */
        private long newest = moved;

        Sending(LongAnswer answer, RoutingContext request) {
            this.answer = answer;
            this.request = request;
            this.response = request.response();
            this.to = Representation.compresses(request.request()) ? gzip(made) : made;
        }

        void begin() {
            response.setChunked(true);
            connection().getContext().runOnContext(here -> {
                look = vertx.setPeriodic(BETWEEN_LOOKS.toMillis(), timer -> look());
                EveryAnswer.atEnd(request, () -> {
                    ended = true;
                    vertx.cancelTimer(look);
                    open.decrementAndGet();
                });
                next();
            });
        }

        private void look() {
            long now = System.nanoTime();
            if (current.get().orElse(null) == answer.catalogue()) {
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

        private void next() {
            moved = System.nanoTime();
            if (!ended) {
                makers.executeBlocking(this::make, false).onComplete(piece -> {
                    if (piece.failed()) {
                        Faults.logged(piece.cause());
                        cut();
                    } else if (!ended) {
                        send(piece.result());
                    }
                });
            }
        }

        private byte[] make() throws IOException {
            int length = 0;
            while (length < PIECE_BYTES && answer.pieces().hasNext()) {
                var piece = answer.pieces().next();
                to.write(piece);
                length += piece.length;
            }
            if (!answer.pieces().hasNext()) {
                allMade = true;
                to.close();
            }
            var bytes = made.toByteArray();
            made.reset();
            return bytes;
        }

        private void send(byte[] piece) {
            if (piece.length > 0) {
                response.write(Buffer.buffer(Unpooled.wrappedBuffer(piece)));
            }
            if (allMade) {
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
