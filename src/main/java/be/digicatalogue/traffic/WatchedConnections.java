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
 * The connections that are open, each under watch. When there are as many as are allowed, those make room that have gone
 * longest without a whole request, so that who holds many of them keeps nobody out, health checks least of all.
 */
@ApplicationScoped
public class WatchedConnections implements HttpServerOptionsCustomizer {

    private static final String NAME = "traffic";
    /** How many make room at once: the search for them then costs each new connection next to nothing. */
    private static final int BATCHES = 16;

    /** Why a connection was cut. */
    enum Cut {
        /** Nothing was asked for too long. */
        IDLE,
        SLOW_HEAD,
        SLOW_BODY,
        SLOW_READER,
        /** It asked on and on without reading, or waiting for, the answers. */
        RAN_AHEAD,
        /** What followed a request that was not answered yet was no request. */
        MALFORMED,
        /** Others needed the room. */
        ROOM
    }

    private record Waiting(WatchedConnection connection, long since) {}

    private final VertxInternal vertx;
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
                            .description("Connections that the service ended, by reason")
                            .tag("reason", why.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
        refused = Counter.builder("catalogue.connections.refused")
                .description("Connections for which no other could make room")
                .register(meters);
    }

    /** What a connection speaks is then known from its first byte, and one whose other end is gone is found out. */
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false).setTcpKeepAlive(true);
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

    /** Neither Quarkus nor Vert.x lets anybody see a connection before its first request, so this looks at Netty's own. */
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
