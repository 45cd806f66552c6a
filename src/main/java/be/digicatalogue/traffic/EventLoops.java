package be.digicatalogue.traffic;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.internal.ThreadExecutorMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Measures how far each event loop lags behind. An event loop processes, in rounds, all connections on which data has
 * arrived; whatever arrives during a round waits until its end.
 */
@ApplicationScoped
class EventLoops {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The current round of a loop; used only by the thread of the loop. */
    static final class Round {
        private final EventExecutor loop;
        private boolean begun;
        private long began;
        private long cpuAtBegin;
        private int workedOut;

        private Round(EventExecutor loop) {
            this.loop = loop;
        }

        /** Counts a request that needs computation, and returns the number of such requests in this round. */
        int workOut() {
            if (!begun) {
                begun = true;
                began = System.nanoTime();
                cpuAtBegin = THREADS.getCurrentThreadCpuTime();
                workedOut = 0;
                // A task that is submitted to a loop runs after the current round.
                loop.execute(() -> begun = false);
            }
            return ++workedOut;
        }

        /** The duration of the round, in nanoseconds. */
        long lasted() {
            return System.nanoTime() - began;
        }

        /** The CPU time of the round, in nanoseconds: a round may also take long because its thread did not run. */
        long worked() {
            return THREADS.getCurrentThreadCpuTime() - cpuAtBegin;
        }
    }

    private final FastThreadLocal<Round> here = new FastThreadLocal<>() {
        @Override
        protected Round initialValue() {
            return new Round(ThreadExecutorMap.currentExecutor());
        }
    };

    /** The current round of the calling event loop. */
    Round here() {
        return here.get();
    }
}
