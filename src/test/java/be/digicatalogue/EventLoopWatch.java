package be.digicatalogue;

import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Tells which event loops were held longer than {@code quarkus.vertx.max-event-loop-execute-time} allows, as Vert.x logs it. By
 * itself it looks once a second, too seldom to see what takes a tenth of that.
 */
public final class EventLoopWatch extends Handler implements AutoCloseable {

    private static final int LOOKS_EVERY_MILLIS = 20;
    private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    private final List<String> blocked = new CopyOnWriteArrayList<>();

    public EventLoopWatch() {
        CHECKER.addHandler(this);
    }

    /** What was logged since the last call. */
    public List<String> blocked() {
        var all = new ArrayList<>(blocked);
        blocked.clear();
        return all;
    }

    @Override
    public void publish(LogRecord entry) {
        var told = entry.getMessage() + " " + entry.getThrown();
        if (told.contains("eventloop")) {
            blocked.add(told);
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        CHECKER.removeHandler(this);
    }

    @Singleton
    static class Often implements VertxOptionsCustomizer {
        @Override
        public void accept(VertxOptions options) {
            options.setBlockedThreadCheckInterval(LOOKS_EVERY_MILLIS);
        }
    }
}
