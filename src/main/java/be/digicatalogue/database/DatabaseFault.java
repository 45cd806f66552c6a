package be.digicatalogue.database;

import be.digicatalogue.fact.Message;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * What a fault of the database means: for a transaction whose commit had been sent, for whoever has to act, and for the health
 * of the service. Before its commit is sent, a transaction that fails has never been written.
 *
 * @see <a href="https://www.postgresql.org/docs/17/errcodes-appendix.html">the error codes of PostgreSQL (SQLSTATE)</a>
 */
public enum DatabaseFault {
    /** The rows break a constraint (class 23). */
    BROKEN_RULE(WriteOutcome.NOT_WRITTEN, Responsible.CALLER, null, Message.of("admin.brokenRule")),
    /** Another transaction was first (class 40). */
    OVERTAKEN(WriteOutcome.NOT_WRITTEN, Responsible.NOBODY, null, Message.of("admin.busy")),
    /** A write on a replica (25006). The state follows from the role that the server reports. */
    READ_ONLY(WriteOutcome.NOT_WRITTEN, Responsible.OPERATOR, null, Message.of("admin.readOnly")),
    /** The disk is full (53100). */
    DISK_FULL(WriteOutcome.NOT_WRITTEN, Responsible.OPERATOR, DatabaseState.FULL, Message.of("admin.databaseFull")),
    /** Too many connections or too little memory (rest of class 53), or no connection of the pool came free in time. */
    BUSY(WriteOutcome.NOT_WRITTEN, Responsible.OPERATOR, null, Message.of("admin.databaseBusy")),
    /** A statement took longer than it may, or waited too long for a lock (57014, 55P03). */
    CANCELLED(WriteOutcome.NOT_WRITTEN, Responsible.OPERATOR, null, Message.of("admin.databaseSlow")),
    /** The server starts or recovers, and takes no connections yet (57P03). */
    STARTING(
            WriteOutcome.NOT_WRITTEN,
            Responsible.OPERATOR,
            DatabaseState.STARTING,
            Message.of("admin.databaseStarting")),
    /**
     * The database is not ready for this service: a wrong password or a right that is missing (class 28, 42501), no such
     * database, or no catalogue in it (3D000, 3F000, 42P01).
     */
    NOT_SET_UP(WriteOutcome.NOT_WRITTEN, Responsible.OPERATOR, DatabaseState.AWAY, Message.of("admin.databaseAway")),
    /** The server ended the connection (rest of class 57), perhaps after it had written. */
    STOPPED(WriteOutcome.NOT_KNOWN, Responsible.OPERATOR, DatabaseState.AWAY, Message.of("admin.databaseAway")),
    /** The connection is lost or refused (class 08, network errors). */
    UNREACHABLE(WriteOutcome.NOT_KNOWN, Responsible.OPERATOR, DatabaseState.AWAY, Message.of("admin.databaseAway")),
    /** The server does not answer in time. */
    SILENT(WriteOutcome.NOT_KNOWN, Responsible.OPERATOR, DatabaseState.AWAY, Message.of("admin.databaseSilent")),
    /** The server reports a fault of its own or of its disk (classes 58 and XX). */
    SERVER_FAILED(WriteOutcome.NOT_WRITTEN, Responsible.OPERATOR, null, Message.of("admin.databaseFailed")),
    /** Any other error that the server reports; it has rolled back then. */
    OTHER_ERROR(WriteOutcome.NOT_WRITTEN, Responsible.SERVICE, null, Message.of("problem.internalServerError")),
    /** An exception of this service. */
    INTERNAL(WriteOutcome.NOT_KNOWN, Responsible.SERVICE, null, Message.of("problem.internalServerError"));

    /** Who has to do something. */
    public enum Responsible {
        CALLER(422),
        /** It passes by itself. */
        NOBODY(409),
        OPERATOR(503),
        SERVICE(500);

        private final int status;

        Responsible(int status) {
            this.status = status;
        }

        /** The HTTP status of the answer. */
        public int status() {
            return status;
        }
    }

    /** The start of the message of Vert.x when no connection of a pool came free in time. */
    private static final String POOL_TIMEOUT = "Timeout";

    private final WriteOutcome atCommit;
    private final Responsible responsible;
    private final DatabaseState state;
    private final Message explanation;

    DatabaseFault(WriteOutcome atCommit, Responsible responsible, DatabaseState state, Message explanation) {
        this.atCommit = atCommit;
        this.responsible = responsible;
        this.state = state;
        this.explanation = explanation;
    }

    /** The fault that an exception reports, or one of its causes. */
    public static DatabaseFault of(Throwable exception) {
        for (var cause = exception; cause != null; cause = cause.getCause()) {
            var state = sqlState(cause);
            if (state != null) {
                return ofState(state);
            }
            if (cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException) {
                return SILENT;
            }
            if (isTimeoutOfPool(cause)) {
                return BUSY;
            }
            if (cause instanceof IOException
                    || cause instanceof VertxException
                    || cause instanceof NoStackTraceThrowable
                    || cause instanceof NoDatabaseException) {
                return UNREACHABLE;
            }
        }
        return INTERNAL;
    }

    /** True when no connection of the pool came free in time. */
    public static boolean isTimeoutOfPool(Throwable exception) {
        return (exception instanceof VertxException || exception instanceof NoStackTraceThrowable)
                && exception.getMessage() != null
                && exception.getMessage().startsWith(POOL_TIMEOUT);
    }

    private static String sqlState(Throwable exception) {
        return exception instanceof PgException error
                ? error.getSqlState()
                : exception instanceof SQLException error ? error.getSQLState() : null;
    }

    private static DatabaseFault ofState(String state) {
        return switch (state) {
            case "25006" -> READ_ONLY;
            case "53100" -> DISK_FULL;
            case "57014", "55P03" -> CANCELLED;
            case "57P03" -> STARTING;
            case "40003" -> STOPPED;
            case "42501", "42P01" -> NOT_SET_UP;
            default ->
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08" -> UNREACHABLE;
                    case "23" -> BROKEN_RULE;
                    case "28", "3D", "3F" -> NOT_SET_UP;
                    case "40" -> OVERTAKEN;
                    case "53" -> BUSY;
                    case "57" -> STOPPED;
                    case "58", "XX" -> SERVER_FAILED;
                    default -> OTHER_ERROR;
                };
        };
    }

    /** What became of a transaction whose commit had been sent when this happened. */
    public WriteOutcome atCommit() {
        return atCommit;
    }

    public Responsible responsible() {
        return responsible;
    }

    /** The state of the database that this shows; empty when it works as before. */
    public Optional<DatabaseState> state() {
        return Optional.ofNullable(state);
    }

    /** What curators are told of it, without what became of their publication. */
    public Message explanation() {
        return explanation;
    }
}
