package be.digicatalogue.traffic;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * All open connections. When the limit is reached, the connections that have been longest without a complete request are
 * closed, so that a client with many connections does not exclude others, in particular health checks.
 */
@ApplicationScoped
public class WatchedConnections implements HttpServerOptionsCustomizer {

    private static final String NAME = "traffic";
    /** Connections are closed in batches, so that searching for them costs each new connection very little. */
    private static final int BATCHES = 16;

    /** The reason why a connection was closed. */
    enum Cut {
        /** No request for too long. */
        IDLE,
        SLOW_HEAD,
        SLOW_BODY,
        SLOW_READER,
        /** It sent requests without reading, or waiting for, the responses. */
        RAN_AHEAD,
        /** Invalid data followed a request that had not been answered yet. */
        MALFORMED,
        /** A new connection needed its place. */
        ROOM
    }

    private record Waiting(WatchedConnection connection, long since) {}

    private final VertxInternal vertx;
    /** Those of the server without TLS, as Quarkus starts it. */
    private volatile HttpServerOptions plain;

    private final int most;
    private final Duration idle;
    private final Duration patience;
    private final Set<WatchedConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<Cut, Counter> cuts = new EnumMap<>(Cut.class);
    private final Counter refused;

    WatchedConnections(
            Vertx vertx,
            @ConfigProperty(name = "catalogue.traffic.connections") int most,
            @ConfigProperty(name = "catalogue.traffic.idle") Duration idle,
            @ConfigProperty(name = "catalogue.traffic.patience") Duration patience,
            MeterRegistry meters) {
        this.vertx = (VertxInternal) vertx;
        this.most = most;
        this.idle = idle;
        this.patience = patience;
        Gauge.builder("catalogue.connections", open, Set::size)
                .description("Open connections")
                .register(meters);
        for (var why : Cut.values()) {
            cuts.put(
                    why,
                    Counter.builder("catalogue.connections.cut")
                            .description("Connections that the service closed, by reason")
                            .tag("reason", why.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        refused = Counter.builder("catalogue.connections.refused")
                .description("Connections that were rejected because no other one could be closed")
                .register(meters);
    }

    /** Makes the protocol of a connection recognizable by its first byte, and detects dead peers. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        plain = options.setHttp2ClearTextEnabled(false).setTcpKeepAlive(true);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setTcpKeepAlive(true);
    }

    void watch(@ObservesAsync HttpServerStart started) {
        watchDoors();
    }

    void watch(@ObservesAsync HttpsServerStart started) {
        watchDoors();
    }

    /** Neither Quarkus nor Vert.x shows a connection before its first request, so this uses Netty's channels. */
    private void watchDoors() {
        for (var acceptor : vertx.getAcceptorEventLoopGroup()) {
            acceptor.execute(() -> ((SingleThreadEventLoop) acceptor)
                    .registeredChannelsIterator()
                    .forEachRemaining(channel -> {
                        if (channel instanceof ServerChannel
                                && channel.pipeline().get(NAME) == null) {
                            channel.pipeline().addFirst(NAME, new Door());
                        }
                    }));
        }
    }

    private final class Door extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object accepted) {
            var channel = (Channel) accepted;
            if (open.size() >= most && !makeRoom()) {
                refused.increment();
                channel.unsafe().closeForcibly();
                ReferenceCountUtil.release(accepted);
                return;
            }
            var connection = new WatchedConnection(WatchedConnections.this, channel);
            open.add(connection);
            channel.closeFuture().addListener(closed -> open.remove(connection));
            channel.pipeline().addLast(NAME, connection);
            context.fireChannelRead(accepted);
        }
    }

    private boolean makeRoom() {
        var longest = open.stream()
                .filter(WatchedConnection::canMakeRoom)
                .map(connection -> new Waiting(connection, connection.since()))
                .sorted(Comparator.comparingLong(Waiting::since))
                .limit(Math.max(1, most / BATCHES))
                .toList();
        longest.forEach(waiting -> waiting.connection().cut(Cut.ROOM));
        return !longest.isEmpty();
    }

    StrictRequestDecoder decoder() {
        return new StrictRequestDecoder(plain);
    }

    Duration idle() {
        return idle;
    }

    Duration patience() {
        return patience;
    }

    void count(Cut why) {
        cuts.get(why).increment();
    }
}
