package be.digicatalogue.graph;

import be.digicatalogue.http.Faults;
import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.BadQuestion;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps invalid requests and disconnected clients out of the log; SmallRye and REST would log them as faults of the service.
 */
@LoggingFilter(name = "quiet-refusals")
public final class QuietRefusals implements Filter {

    /** What logs the exceptions that nothing has caught on an event loop. */
    private static final String UNCAUGHT = "io.quarkus.vertx.core.runtime.VertxCoreRecorder";

    private static final String WEB_SOCKETS = "io.smallrye.graphql.websocket.";

    /** What sends answers, and server-sent events, and logs what fails. An IOException means that the client has left. */
    private static final Set<String> SENDERS =
            Set.of(Faults.class.getName(), "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler");

    /** SmallRye fails on a message that is not of its protocol; faults of ours are logged where they are caught. */
    private static boolean isMalformedMessage(LogRecord record) {
        return UNCAUGHT.equals(record.getLoggerName())
                && record.getThrown() != null
                && Arrays.stream(record.getThrown().getStackTrace())
                        .anyMatch(frame -> frame.getClassName().startsWith(WEB_SOCKETS));
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        var cause = record.getThrown();
        if (cause instanceof WebSocketHandshakeException || isMalformedMessage(record)) {
            return false;
        }
        boolean left = cause instanceof HttpClosedException
                || cause instanceof IOException && SENDERS.contains(record.getLoggerName());
        return !left && !(cause instanceof BadQuestion) && !(cause instanceof Refusal);
    }
}
