package be.digicatalogue.http;

import io.netty.channel.ChannelFutureListener;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** The end of a request, however it comes. */
public final class RequestEnd {

    private RequestEnd() {}

    /**
     * Runs an action once, when a request has been answered or its connection is closed. Vert.x does not call end handlers
     * for every closed connection with pipelined answers, so this observes the channel as well.
     */
    public static void atEnd(RoutingContext request, Runnable action) {
        var once = new AtomicBoolean();
        Runnable only = () -> {
            if (once.compareAndSet(false, true)) {
                action.run();
            }
        };
        var closing =
                ((ConnectionBase) request.request().connection()).channel().closeFuture();
        ChannelFutureListener closed = gone -> only.run();
        closing.addListener(closed);
        request.addEndHandler(ended -> {
            closing.removeListener(closed);
            only.run();
        });
        // Vert.x does not call handlers that are added after the end.
        if (request.response().ended() || request.response().closed()) {
            closing.removeListener(closed);
            only.run();
        }
    }
}
