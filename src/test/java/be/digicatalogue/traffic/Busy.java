package be.digicatalogue.traffic;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Work of a known length: on the event loop, and off it. */
@ApplicationScoped
class Busy {

    static final int ON_THE_LOOP_MILLIS = 20;
    static final int OFF_THE_LOOP_MILLIS = 1_000;

    void register(@Observes Router router) {
        router.get("/busy/on").handler(request -> {
            try {
                Thread.sleep(ON_THE_LOOP_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            request.response().end();
        });
        router.get("/busy/off").handler(request -> request.vertx()
                .setTimer(OFF_THE_LOOP_MILLIS, over -> request.response().end()));
    }
}
