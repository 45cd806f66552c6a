package be.digicatalogue.http;

import io.quarkus.arc.DefaultBean;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Provides the context of the current request, and the clock, for injection. */
@Dependent
class CurrentRequest {

    /** The clock of every request. Tests replace it. */
    @Produces
    @Singleton
    @DefaultBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @RequestScoped
    RequestContext context(CurrentVertxRequest current) {
        var routing = current.getCurrent();
        var context = RequestContext.of(routing);
        return routing.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)
                ? context.ofMessage()
                : context;
    }
}
