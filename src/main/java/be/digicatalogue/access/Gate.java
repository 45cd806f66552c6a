package be.digicatalogue.access;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Clients;
import be.digicatalogue.http.ErrorForms;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.RequestStep;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Stands before everything under /admin, ahead of routing and of any body, so that who may not enter learns nothing of what
 * is behind. Without settings there is nothing behind.
 */
@Singleton
public class Gate implements RequestStep {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    private static final Problem MISSING =
            Problem.unauthorized("noAccessToken", "No Access Token", Message.of("access.noToken"));
    private static final Problem INVALID =
            Problem.unauthorized("invalidAccessToken", "Invalid Access Token", Message.of("access.invalidToken"));
    private static final Problem WITHOUT_ROLE = Problem.forbidden(Message.of("access.noRole"));

    private final Access access;
    private final Clients clients;
    private final Vertx vertx;
    private final FailedAttempts failures = new FailedAttempts();
    private final boolean open;

    Gate(Access access, Clients clients, Vertx vertx) {
        this.access = access;
        this.clients = clients;
        this.vertx = vertx;
        // As the service starts: a malformed setting has to show then, not when somebody comes.
        this.open = access.isConfigured();
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        var request = context.routing();
        if (!context.isAdmin()) {
            next.accept(context);
        } else if (!open) {
            ErrorForms.endAsJson(context, Problem.nothingAt(request.normalizedPath()));
        } else {
            // Who asks is found out on another thread; the body must not pass by meanwhile.
            request.request().pause();
            var authorization = request.request().headers().getAll("Authorization");
            vertx.executeBlocking(() -> access.admit(authorization), false)
                    .onSuccess(curator -> enter(context, curator, next))
                    .onFailure(failure -> refuse(context, failure, authorization.isEmpty() ? MISSING : INVALID));
        }
    }

    private void enter(RequestContext context, Curator curator, Consumer<RequestContext> next) {
        var request = context.routing();
        request.request().resume();
        if (curator.roles().isEmpty()) {
            var address = clients.of(request.request());
            failures.add(address)
                    .line(address, curator.name() + " has no role of the catalogue")
                    .ifPresent(LOG::warn);
            ErrorForms.endAsJson(context, WITHOUT_ROLE);
        } else {
            Caller.enters(request, curator);
            next.accept(context);
        }
    }

    private void refuse(RequestContext context, Throwable failure, Problem problem) {
        var request = context.routing();
        if (!(failure instanceof NotAdmitted)) {
            request.request().resume();
            request.fail(failure);
            return;
        }
        var address = clients.of(request.request());
        var attempt = failures.add(address);
        attempt.line(address, failure.getMessage()).ifPresent(LOG::warn);
        vertx.setTimer(attempt.delay().toMillis(), waited -> {
            if (!request.response().closed()) {
                request.request().resume();
                request.response().putHeader("WWW-Authenticate", "Bearer");
                ErrorForms.endAsJson(context, problem);
            }
        });
    }
}
