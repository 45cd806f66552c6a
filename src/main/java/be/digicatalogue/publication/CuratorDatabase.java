package be.digicatalogue.publication;

import be.digicatalogue.database.DatabaseFault;
import be.digicatalogue.database.DatabaseMonitor;
import be.digicatalogue.database.DatabaseState;
import be.digicatalogue.database.WriteOutcome;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Faults;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The database as curators use it: its faults end a request, and tell what became of what was written. */
@ApplicationScoped
class CuratorDatabase {

    private static final Logger LOG = Logger.getLogger(CuratorDatabase.class);

    private final DatabaseMonitor monitor;

    CuratorDatabase(DatabaseMonitor monitor) {
        this.monitor = monitor;
    }

    /** Reads, on a thread that may block. */
    <T> T read(Supplier<Uni<T>> question) {
        try {
            return monitor.await(question);
        } catch (Throwable fault) { // whatever the fault, the caller learns what it means
            throw new Refusal(problem(fault, kind(fault).explanation()));
        }
    }

    /** Waits for the end of a transaction, on a thread that may block; fails when the database does not answer any more. */
    <T> T await(Supplier<Uni<T>> transaction) throws Throwable {
        return monitor.await(transaction);
    }

    /** The refusal of a publication that failed, with what became of it. */
    Refusal refusal(Throwable fault, WriteOutcome outcome) {
        var kind = kind(fault);
        monitor.failed(DatabaseFault.of(fault));
        var consequence =
                outcome == WriteOutcome.NOT_WRITTEN ? Message.of("admin.notWritten") : Message.of("admin.notKnown");
        var problem = problem(fault, Message.of("admin.faultAndOutcome", kind.explanation(), consequence));
        return kind.responsible() == DatabaseFault.Responsible.NOBODY
                ? Refusal.forAMoment(problem)
                : new Refusal(problem);
    }

    /** Where no connection can be made, those who wait for one wait in vain. */
    private DatabaseFault kind(Throwable fault) {
        var kind = DatabaseFault.of(fault);
        return kind == DatabaseFault.BUSY && monitor.state() == DatabaseState.AWAY ? DatabaseFault.UNREACHABLE : kind;
    }

    private Problem problem(Throwable fault, Message detail) {
        var kind = kind(fault);
        if (kind.responsible() == DatabaseFault.Responsible.SERVICE) {
            return Faults.logged(fault).because(detail);
        }
        LOG.warnf("The database could not be used by a curator (%s): %s", kind, fault.getMessage());
        return Problem.status(kind.responsible().status(), detail);
    }
}
