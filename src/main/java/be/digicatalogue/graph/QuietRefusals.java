package be.digicatalogue.graph;

import be.digicatalogue.http.Refusal;
import be.digicatalogue.question.BadQuestion;
import io.quarkus.logging.LoggingFilter;
import io.vertx.core.http.HttpClosedException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Keeps out of the log what a caller did wrong, or that he left; SmallRye logs it like a fault of the service. */
@LoggingFilter(name = "quiet-refusals")
public final class QuietRefusals implements Filter {

    @Override
    public boolean isLoggable(LogRecord record) {
        var cause = record.getThrown();
        return !(cause instanceof BadQuestion)
                && !(cause instanceof Refusal)
                && !(cause instanceof HttpClosedException);
    }
}
