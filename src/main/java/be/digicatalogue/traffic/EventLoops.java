package be.digicatalogue.traffic;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.Future;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How far behind each event loop is. Answers are worked out on these loops, so what waits, waits for them: a loop that is
 * late for its own timer has that much to do first.
 */
@ApplicationScoped
class EventLoops {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Duration BEAT = Duration.ofMillis(50);

    /** One of them; touched by its own thread only. */
    static final class Pace {
        private long beat = System.nanoTime();
        private long cpuAtBeat;
        private int workedOut;

        private void beat() {
            beat = System.nanoTime();
            cpuAtBeat = THREADS.getCurrentThreadCpuTime();
            workedOut = 0;
        }

        /** The moment of the last beat, for what needs no better clock. */
        long coarseNow() {
            return beat;
        }

        /** How much too late the next beat is by now, in nanoseconds. */
        long lag() {
            return System.nanoTime() - beat - BEAT.toNanos();
        }

        /** How long it has computed since the last beat, in nanoseconds: a loop may be late because it was not let run. */
        long worked() {
            return THREADS.getCurrentThreadCpuTime() - cpuAtBeat;
        }

        /** Counts a request that has to be worked out; how many there were since the last beat. */
        int workOut() {
            return ++workedOut;
        }
    }

    private final VertxInternal vertx;
    private final List<Future<?>> beating = new ArrayList<>();
    private final FastThreadLocal<Pace> here = new FastThreadLocal<>() {
        @Override
        protected Pace initialValue() {
            return new Pace();
        }
    };

    EventLoops(Vertx vertx) {
        this.vertx = (VertxInternal) vertx;
    }

    void start(@Observes StartupEvent starting) {
        for (var loop : vertx.getEventLoopGroup()) {
            beating.add(((EventLoop) loop)
                    .scheduleWithFixedDelay(() -> here.get().beat(), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    @PreDestroy
    void stop() {
        beating.forEach(beat -> beat.cancel(false));
    }

    /** The loop that runs this. */
    Pace here() {
        return here.get();
    }
}
