package be.digicatalogue.graph;

import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.BadQuestion;
import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Keeps out of the log what a caller did wrong, or that he left; SmallRye and REST log it like a fault of the service. */
@LoggingFilter(name = "quiet-refusals")
public final class QuietRefusals implements Filter {

    /** Who sends server-sent events; what it cannot send is an IOException when the reader has left. */
    private static final String STREAMS = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    @Override
    public boolean isLoggable(LogRecord record) {
        var cause = record.getThrown();
        boolean left = cause instanceof HttpClosedException
                || cause instanceof IOException && STREAMS.equals(record.getLoggerName());
        return !left && !(cause instanceof BadQuestion) && !(cause instanceof Refusal);
    }
}
