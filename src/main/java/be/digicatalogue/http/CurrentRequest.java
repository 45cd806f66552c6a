package be.digicatalogue.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/** Provides the context of the current request for injection. */
@Dependent
class CurrentRequest {

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
