package be.digicatalogue.report;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The database as the public uses it: callers wait on threads that may block, and every fault is a 503. */
public final class PublicDatabase {

    private static final Logger LOG = Logger.getLogger(PublicDatabase.class);

    /** The time after which a database that does not respond counts as unreachable. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private PublicDatabase() {}

    /** A time in a row; {@code null} when the column is empty. */
    public static Instant instant(Row row, String column) {
        var time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /**
     * Waits for a question or a transaction.
     *
     * @param away what a caller is told while the database cannot be used
     * @throws Refusal that of the action itself, or 503
     */
    public static <T> T await(Message away, Supplier<Uni<T>> action) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> action.get().ifNoItem().after(PATIENCE).fail());
        } catch (Refusal refusal) {
            throw refusal;
        } catch (Throwable fault) { // the database cannot be used, for whatever reason
            LOG.warnf("The database cannot be read or written: %s", fault.getMessage());
            throw new Refusal(Problem.serviceUnavailable(away));
        }
    }
}
