package be.digicatalogue.traffic;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/** Work of a known length: on the event loop, and off it. */
@ApplicationScoped
class Busy {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static final int ON_THE_LOOP_MILLIS = 20;
    static final int OFF_THE_LOOP_MILLIS = 1_000;

    void register(@Observes Router router) {
        router.get("/busy/on").handler(request -> {
            long until = THREADS.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(ON_THE_LOOP_MILLIS);
            while (THREADS.getCurrentThreadCpuTime() < until) {
                Thread.onSpinWait();
            }
            request.response().end();
        });
        router.get("/busy/off").handler(request -> request.vertx()
                .setTimer(OFF_THE_LOOP_MILLIS, over -> request.response().end()));
    }
}
