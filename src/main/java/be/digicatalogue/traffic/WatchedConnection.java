package be.digicatalogue.traffic;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Enforces timeouts and limits on one connection: requests must arrive in time, responses must be read, and a client may
 * pipeline only a limited number of requests. Everything runs on the event loop of the connection; other threads only read
 * its state, which may be slightly old.
 */
final class WatchedConnection extends ChannelDuplexHandler {

    /** After the patience, a body must arrive and a response must be read at this rate; even slow phones are faster. */
    private static final long BYTES_PER_SECOND = 5 * 1024;
    /** How many times the patience a client has to read what was sent at once. */
    private static final int LONGEST_WINDOW = 6;
    /** The largest number of pipelined requests. Browsers and proxies send requests one by one, so nobody needs more. */
    private static final int MOST_AHEAD = 64;
    /** The number of unread bytes beyond which a client that keeps sending requests is not reading. */
    private static final long MOST_UNREAD = 256 * 1024;

    /** Small reads, so that a connection with a thousand buffered requests lets others have their turn. */
    private static final RecvByteBufAllocator A_LITTLE_AT_A_TIME =
            new AdaptiveRecvByteBufAllocator(512, 2048, 16 * 1024).maxMessagesPerRead(1);

    private static final Duration TIME_TO_READ_REFUSAL = Duration.ofSeconds(1);

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";
    private static final String MESSAGES = "traffic-messages";
    private static final Duration LONGEST_BETWEEN_CHECKS = Duration.ofSeconds(1);

    private enum State {
        /** Waiting for a request to start. */
        WAITING,
        HEAD,
        BODY,
        ANSWERING,
        /** A WebSocket. */
        UPGRADED,
        /** TLS or HTTP/2, of which only bytes are visible here. */
        BYTES
    }

    private final WatchedConnections connections;
    private final Channel channel;
    private final long patience;
    private final long idle;
    private final AtomicBoolean cut = new AtomicBoolean();
    private volatile ChannelHandlerContext context;
    private Future<?> checking;
    private State state = State.WAITING;
    private long since = System.nanoTime();
    /** Received bytes of the current body. */
    private long received;

    private int unanswered;
    private long sent;
    private long windowBegan = since;
    private long readBeforeWindow;
    private long window;

    WatchedConnection(WatchedConnections connections, Channel channel) {
        this.connections = connections;
        this.channel = channel;
        patience = connections.patience().toNanos();
        window = patience;
        idle = connections.idle().toNanos();
    }

    /** True while no complete request is being processed. */
    boolean canMakeRoom() {
        var now = state;
        return context != null
                && (now == State.WAITING || now == State.HEAD || now == State.BODY || now == State.BYTES);
    }

    /** The moment ({@link System#nanoTime}) at which it started waiting. */
    long since() {
        return since;
    }

    void cut(WatchedConnections.Cut why) {
        if (cut.compareAndSet(false, true)) {
            connections.count(why);
            // Closes from this handler on: higher in the pipeline, closing would wait until everything has been read.
            context.close();
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        channel.config().setRecvByteBufAllocator(A_LITTLE_AT_A_TIME);
        long period = Math.min(LONGEST_BETWEEN_CHECKS.toNanos(), patience / 4);
        checking = added.executor().scheduleWithFixedDelay(this::check, period, period, TimeUnit.NANOSECONDS);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        checking.cancel(false);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (state == State.WAITING) {
            since = System.nanoTime();
            state = State.HEAD;
            if (context.pipeline().get(MESSAGES) == null) {
                if (context.pipeline().get(DECODER) == null) {
                    state = State.BYTES;
                } else {
                    context.pipeline().replace(DECODER, DECODER, connections.decoder());
                    context.pipeline().addAfter(ENCODER, MESSAGES, new Messages());
                }
            }
        } else if (state == State.BYTES) {
            since = System.nanoTime();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            sent += bytes.readableBytes();
        } else if (message instanceof FileRegion file) {
            sent += file.count();
        }
        if (state == State.BYTES) {
            since = System.nanoTime();
        }
        context.write(message, promise);
    }

    private void check() {
        long now = System.nanoTime();
        long waited = now - since;
        switch (state) {
            case WAITING, BYTES -> {
                // The last response has been written here, but the client is still reading it.
                if (unread() > 0) {
                    since = now;
                } else if (waited > idle) {
                    cut(WatchedConnections.Cut.IDLE);
                }
            }
            case HEAD -> {
                if (waited > patience) {
                    cut(WatchedConnections.Cut.SLOW_HEAD);
                }
            }
            case BODY -> {
                if (waited > patience + timeForBody()) {
                    cut(WatchedConnections.Cut.SLOW_BODY);
                }
            }
            default -> {}
        }
        checkReader(now);
    }

    private void checkReader(long now) {
        long unread = unread();
        long read = sent - unread;
        if (unread == 0) {
            windowBegan = now;
            readBeforeWindow = read;
            window = patience;
        } else if (now - windowBegan > window) {
            long taken = read - readBeforeWindow;
            if (taken < BYTES_PER_SECOND * patience / TimeUnit.SECONDS.toNanos(1)) {
                cut(WatchedConnections.Cut.SLOW_READER);
            }
            windowBegan = now;
            readBeforeWindow = read;
            // The operating system's buffers accept megabytes at once, then nothing while the client reads them.
            window = Math.max(
                    patience, Math.min(LONGEST_WINDOW * patience, TimeUnit.SECONDS.toNanos(taken / BYTES_PER_SECOND)));
        }
    }

    /** Bytes that wait here for the client; the operating system's buffers hold more, of unknown size. */
    private long unread() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /**
     * The time for a body, as long as it keeps up with the rate. A request that was answered before the end of its body gets
     * no more.
     */
    private long timeForBody() {
        return unanswered == 0 ? 0 : TimeUnit.SECONDS.toNanos(received / BYTES_PER_SECOND);
    }

    /** Observes requests after decoding and responses before encoding. */
    private final class Messages extends ChannelDuplexHandler {

        /** Ignores everything after a rejected request, also what was read together with it. */
        private boolean deaf;
        /** A response to the last request has begun. */
        private boolean responding;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (deaf) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof DefaultHttpRequest request) {
                unanswered++;
                if (unread() > MOST_UNREAD) {
                    // Responses since the last read have not been flushed yet.
                    context.flush();
                }
                if (unanswered > MOST_AHEAD || unread() > MOST_UNREAD) {
                    deaf = true;
                    ReferenceCountUtil.release(message);
                    cut(WatchedConnections.Cut.RAN_AHEAD);
                    return;
                }
                var refusal = MalformedRequests.answer(request);
                if (refusal.isPresent()) {
                    ReferenceCountUtil.release(message);
                    refuse(context, refusal.get());
                    return;
                }
                responding = false;
                state = State.BODY;
                since = System.nanoTime();
                received = 0;
            }
            if (message instanceof HttpContent content) {
                if (content.decoderResult().isFailure()) {
                    ReferenceCountUtil.release(message);
                    refuse(context, MalformedRequests.malformed());
                    return;
                }
                received += content.content().readableBytes();
            }
            if (message instanceof LastHttpContent) {
                state = unanswered > 0 ? State.ANSWERING : State.WAITING;
                since = System.nanoTime();
            }
            context.fireChannelRead(message);
        }

        private void refuse(ChannelHandlerContext context, FullHttpResponse refusal) {
            deaf = true;
            if (unanswered > 1 || unanswered == 1 && responding) {
                // The client would take the response for that of a previous request, or for the rest of one.
                ReferenceCountUtil.release(refusal);
                cut(WatchedConnections.Cut.MALFORMED);
                return;
            }
            if (unanswered == 1) {
                context.write(refusal);
            } else {
                ReferenceCountUtil.release(refusal);
            }
            context.flush();
            // Closing at once, while the client still sends, would discard the response.
            context.executor().schedule(() -> channel.close(), TIME_TO_READ_REFUSAL.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            if (deaf) {
                // The request has been refused already.
                ReferenceCountUtil.release(message);
                promise.setSuccess();
                return;
            }
            responding |= !(message instanceof HttpResponse interim
                    && interim.status().code() < HttpResponseStatus.OK.code());
            if (message instanceof LastHttpContent) {
                answered(message);
            }
            context.write(message, promise);
        }

        private void answered(Object message) {
            if (message instanceof HttpResponse response) {
                if (response.status().code() == HttpResponseStatus.SWITCHING_PROTOCOLS.code()) {
                    state = State.UPGRADED;
                    return;
                }
                if (response.status().code() < HttpResponseStatus.OK.code()) {
                    return;
                }
            }
            unanswered--;
            since = System.nanoTime();
            if (unanswered <= 0 && state == State.ANSWERING) {
                state = State.WAITING;
            }
        }
    }
}
