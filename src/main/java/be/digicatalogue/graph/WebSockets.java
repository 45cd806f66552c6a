package be.digicatalogue.graph;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The open WebSockets. When the service is about to stop it closes them and says why, because they never end by themselves.
 * The request that opened one ends with it: Quarkus would count it as unanswered for ever, and a stop would wait for it.
 */
@ApplicationScoped
class WebSockets {

    private static final String REASON = "The service stops. Connect again.";

    /** The time that a client has to answer the close frame. */
    private static final int PATIENCE_MILLIS = 500;

    /** Quarkus does not offer this to others. */
    private static final Method DONE = done();

    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    private static Method done() {
        try {
            var done = QuarkusRequestWrapper.class.getDeclaredMethod("done");
            done.setAccessible(true);
            return done;
        } catch (NoSuchMethodException otherVersion) {
            throw new IllegalStateException(otherVersion);
        }
    }

    /** Before the request is upgraded. */
    void opens(RoutingContext request) {
        var channel = ((ConnectionBase) request.request().connection()).channel();
        var counted = QuarkusRequestWrapper.get(request.request());
        open.add(channel);
        channel.closeFuture().addListener(closed -> {
            open.remove(channel);
            DONE.invoke(counted);
        });
        if (stopping) {
            channel.close();
        }
    }

    void close(@Observes ShutdownDelayInitiatedEvent stop) {
        stopping = true;
        open.forEach(channel -> channel.writeAndFlush(
                        new CloseWebSocketFrame(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE, REASON))
                .addListener(written ->
                        channel.eventLoop().schedule(() -> channel.close(), PATIENCE_MILLIS, TimeUnit.MILLISECONDS)));
    }
}
