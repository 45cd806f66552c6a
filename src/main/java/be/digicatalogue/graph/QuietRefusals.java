package be.digicatalogue.graph;

import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.BadQuestion;
import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps invalid requests and disconnected clients out of the log; SmallRye and REST would log them as faults of the service.
 */
@LoggingFilter(name = "quiet-refusals")
public final class QuietRefusals implements Filter {

    /** The class that sends server-sent events. It fails with an IOException when the client has disconnected. */
    private static final String STREAMS = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    @Override
    public boolean isLoggable(LogRecord record) {
        var cause = record.getThrown();
        boolean left = cause instanceof HttpClosedException
                || cause instanceof IOException && STREAMS.equals(record.getLoggerName());
        return !left && !(cause instanceof BadQuestion) && !(cause instanceof Refusal);
    }
}
