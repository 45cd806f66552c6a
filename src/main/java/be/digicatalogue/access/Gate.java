package be.digicatalogue.access;

import be.digicatalogue.http.Clients;
import be.digicatalogue.http.EveryAnswer;
import be.digicatalogue.http.Problem;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Stands before everything under /admin, ahead of routing and of any body, so that who may not enter learns nothing of what
 * is behind. Without settings there is nothing behind.
 */
@ApplicationScoped
public class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    private static final Problem MISSING =
            Problem.unauthorized("noAccessToken", "No Access Token", "A bearer token is needed here.");
    private static final Problem INVALID =
            Problem.unauthorized("invalidAccessToken", "Invalid Access Token", "The token is not valid here.");
    private static final Problem WITHOUT_ROLE = Problem.forbidden("You have no role here.");

    private final Access access;
    private final Clients clients;
    private final Vertx vertx;
    private final FailedAttempts failures = new FailedAttempts();
    private boolean open;

    Gate(Access access, Clients clients, Vertx vertx) {
        this.access = access;
        this.clients = clients;
        this.vertx = vertx;
    }

    /** Looks at the settings as the service starts: a malformed one has to show then, not when somebody comes. */
    void register(@Observes Filters filters) {
        open = access.isConfigured();
        filters.register(this::check, EveryAnswer.GATE);
    }

    private void check(RoutingContext request) {
        if (!EveryAnswer.isAdmin(request)) {
            request.next();
        } else if (!open) {
            EveryAnswer.end(request, Problem.nothingAt(EveryAnswer.path(request)));
        } else {
            // Who asks is found out on another thread; the body must not pass by meanwhile.
            request.request().pause();
            var authorization = request.request().headers().getAll("Authorization");
            vertx.executeBlocking(() -> access.admit(authorization), false)
                    .onSuccess(curator -> enter(request, curator))
                    .onFailure(failure -> refuse(request, failure, authorization.isEmpty() ? MISSING : INVALID));
        }
    }

    private void enter(RoutingContext request, Curator curator) {
        request.request().resume();
        if (curator.roles().isEmpty()) {
            LOG.warnf("Refused %s at %s: no role of the catalogue", curator.name(), clients.of(request.request()));
            EveryAnswer.end(request, WITHOUT_ROLE);
        } else {
            Caller.enters(request, curator);
            request.next();
        }
    }

    private void refuse(RoutingContext request, Throwable failure, Problem problem) {
        if (!(failure instanceof NotAdmitted)) {
            request.request().resume();
            request.fail(failure);
            return;
        }
        var address = clients.of(request.request());
        LOG.warnf("Refused %s: %s", address, failure.getMessage());
        vertx.setTimer(failures.add(address).toMillis(), waited -> {
            if (!request.response().closed()) {
                request.request().resume();
                request.response().putHeader("WWW-Authenticate", "Bearer");
                EveryAnswer.end(request, problem);
            }
        });
    }
}
