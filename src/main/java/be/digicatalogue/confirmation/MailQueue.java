package be.digicatalogue.confirmation;

import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.database.DatabaseMonitor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends the mails that are due, one after the other, on a thread of its own. The queue is in the database: each instance takes
 * from it, and a restart loses none. Without a sender in the configuration the service sends no mail.
 */
@Singleton
public class MailQueue {

    private static final Logger LOG = Logger.getLogger(MailQueue.class);

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    /** Longer than the mailer itself waits for a mail server, and shorter than the wait before the second attempt. */
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(50);

    private final Confirmations confirmations;
    private final ConfirmationMail mails;
    private final ReactiveMailer mailer;
    private final CurrentCatalogue current;
    private final DatabaseMonitor database;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final boolean configured;
    private final int perMinute;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile boolean failing;
    private long timer;

    MailQueue(
            Confirmations confirmations,
            ConfirmationMail mails,
            ReactiveMailer mailer,
            CurrentCatalogue current,
            DatabaseMonitor database,
            Vertx vertx,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> sender,
            @ConfigProperty(name = "catalogue.confirmations.per-minute") int perMinute) {
        this.confirmations = confirmations;
        this.mails = mails;
        this.mailer = mailer;
        this.current = current;
        this.database = database;
        this.vertx = vertx;
        this.meters = meters;
        this.configured = sender.isPresent();
        this.perMinute = perMinute;
    }

    /** What became of an attempt to send a mail. */
    private enum AttemptOutcome {
        SENT,
        /** It is tried again later. */
        DEFERRED,
        FAILED
    }

    void start(@Observes StartupEvent start) {
        Gauge.builder("catalogue.mail.failing", () -> failing ? 1 : 0)
                .description("1 after an attempt to send a mail that failed, 0 after one that succeeded")
                .register(meters);
        for (var outcome : AttemptOutcome.values()) {
            attempts(outcome);
        }
        if (configured) {
            timer = vertx.setPeriodic(INTERVAL.toMillis(), due -> wake());
        }
    }

    void stop(@Observes ShutdownEvent stop) {
        vertx.cancelTimer(timer);
    }

    private Counter attempts(AttemptOutcome outcome) {
        return Counter.builder("catalogue.mails")
                .description("Attempts to send a mail")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    /** Whether mail can be sent. */
    boolean isConfigured() {
        return configured;
    }

    /** Sends what is due, without waiting for it. */
    void wake() {
        if (configured && database.state().isPrimary() && running.compareAndSet(false, true)) {
            vertx.executeBlocking(
                    () -> {
                        try {
                            sendAll();
                        } catch (RuntimeException fault) {
                            LOG.warnf("Mails wait, because their queue cannot be used: %s", fault.getMessage());
                        } finally {
                            running.set(false);
                        }
                        return null;
                    },
                    false);
        }
    }

    private void sendAll() {
        var catalogue = current.get();
        if (catalogue.isEmpty()) {
            return;
        }
        for (var due = confirmations.take(perMinute); due.isPresent(); due = confirmations.take(perMinute)) {
            var mail = due.get();
            try {
                mailer.send(mails.of(mail, catalogue.get())).await().atMost(LONGEST_ATTEMPT);
            } catch (RuntimeException fault) {
                // Mutiny wraps what is no RuntimeException, such as a refusal of the mail server.
                failed(
                        mail,
                        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault);
                continue;
            }
            confirmations.sent(mail);
            attempts(AttemptOutcome.SENT).increment();
            failing = false;
        }
    }

    private void failed(Confirmations.DueMail mail, Throwable fault) {
        boolean forGood = fault instanceof SMTPException refusal && refusal.isPermanent();
        var error = explained(mail, fault);
        boolean last = confirmations.failed(mail, error, forGood);
        attempts(last ? AttemptOutcome.FAILED : AttemptOutcome.DEFERRED).increment();
        // A server that refuses one address works.
        failing |= !forGood;
        LOG.warnf(
                "The mail of confirmation %d cannot be sent (attempt %d, %s): %s",
                mail.number(), mail.attempt(), last ? "the last one" : "tried again later", error);
    }

    /** The words of a mail server, which may repeat the address or the mail, without either. */
    private static String explained(Confirmations.DueMail mail, Throwable fault) {
        var words = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        return words.replace(mail.token().text(), "*")
                .replace(mail.to(), "*")
                .replaceAll("[^ -~\\u00A1-\\u00FF]+", " ")
                .strip();
    }
}
