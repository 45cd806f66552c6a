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
 * The watch on one connection: a request has to arrive in time, its answer has to be read, and no more may be asked
 * meanwhile than a client with good intentions asks. Everything happens on the event loop of the connection; other threads
 * only read where it stands, which may be a moment old.
 */
final class WatchedConnection extends ChannelDuplexHandler {

    /** Beyond the patience, a body arrives and an answer is read at this rate at least; the slowest of phones do better. */
    private static final long BYTES_PER_SECOND = 5 * 1024;
    /** How many times the patience a reader has for what was taken at once. */
    private static final int LONGEST_WINDOW = 6;
    /** Browsers and proxies send one request after the other; nobody needs more than this many ahead of the answers. */
    private static final int MOST_AHEAD = 64;
    /** Who leaves this much unread and asks for more does not read. */
    private static final long MOST_UNREAD = 256 * 1024;

    /** So that a connection with a thousand requests in its buffers lets the others have their turn. */
    private static final RecvByteBufAllocator A_LITTLE_AT_A_TIME =
            new AdaptiveRecvByteBufAllocator(512, 2048, 16 * 1024).maxMessagesPerRead(1);

    private static final Duration TIME_TO_READ_REFUSAL = Duration.ofSeconds(1);

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";
    private static final String MESSAGES = "traffic-messages";
    private static final Duration LONGEST_BETWEEN_CHECKS = Duration.ofSeconds(1);

    private enum State {
        /** For a request to begin. */
        WAITING,
        HEAD,
        BODY,
        ANSWERING,
        /** A WebSocket now. */
        UPGRADED,
        /** TLS or HTTP/2, where only bytes are seen. */
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
    /** Bytes of the body that is arriving. */
    private long received;

    private int asked;
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

    /** True while it holds no request that has arrived whole. */
    boolean canMakeRoom() {
        var now = state;
        return context != null
                && (now == State.WAITING || now == State.HEAD || now == State.BODY || now == State.BYTES);
    }

    /** The moment ({@link System#nanoTime}) it came to wait for what it waits for. */
    long since() {
        return since;
    }

    void cut(WatchedConnections.Cut why) {
        if (cut.compareAndSet(false, true)) {
            connections.count(why);
            // From here on and no further up: there, closing waits until everything has been read.
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
                // The last answer has been written here, but is still being read there.
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
            // The buffers of the system take megabytes at once, and nothing while somebody reads those.
            window = Math.max(
                    patience, Math.min(LONGEST_WINDOW * patience, TimeUnit.SECONDS.toNanos(taken / BYTES_PER_SECOND)));
        }
    }

    /** What waits here for the other end to take it; more waits in the buffers of the system, whose size is its own. */
    private long unread() {
        var buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** As long as it has kept up; whoever was answered before the end of the body gets no more time for it. */
    private long timeForBody() {
        return asked == 0 ? 0 : TimeUnit.SECONDS.toNanos(received / BYTES_PER_SECOND);
    }

    /** Sees requests and answers as they are decoded and before they are encoded. */
    private final class Messages extends ChannelDuplexHandler {

        /** Nothing that follows what was refused is heard, also when it was read together with it. */
        private boolean deaf;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (deaf) {
                ReferenceCountUtil.release(message);
                return;
            }
            if (message instanceof DefaultHttpRequest request) {
                asked++;
                if (unread() > MOST_UNREAD) {
                    // What was answered since the last read has not been offered to the other end yet.
                    context.flush();
                }
                if (asked > MOST_AHEAD || unread() > MOST_UNREAD) {
                    deaf = true;
                    ReferenceCountUtil.release(message);
                    cut(WatchedConnections.Cut.RAN_AHEAD);
                    return;
                }
                var refusal = MalformedRequests.answer(request);
                if (refusal.isPresent()) {
                    deaf = true;
                    ReferenceCountUtil.release(message);
                    if (asked > 1) {
                        // It would be taken for the answer to the request before.
                        cut(WatchedConnections.Cut.MALFORMED);
                        return;
                    }
                    context.writeAndFlush(refusal.get());
                    // At once, while it still sends, would keep the answer from it.
                    context.executor()
                            .schedule(() -> channel.close(), TIME_TO_READ_REFUSAL.toMillis(), TimeUnit.MILLISECONDS);
                    return;
                }
                state = State.BODY;
                since = System.nanoTime();
                received = 0;
            }
            if (message instanceof HttpContent content) {
                received += content.content().readableBytes();
            }
            if (message instanceof LastHttpContent) {
                state = asked > 0 ? State.ANSWERING : State.WAITING;
                since = System.nanoTime();
            }
            context.fireChannelRead(message);
        }

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
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
            asked--;
            since = System.nanoTime();
            if (asked <= 0 && state == State.ANSWERING) {
                state = State.WAITING;
            }
        }
    }
}
