package be.digicatalogue.traffic;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.internal.ThreadExecutorMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How far behind each event loop is. Answers are worked out on these loops, one after the other for all connections on which
 * something has arrived; until that round is over nobody else has a turn.
 */
@ApplicationScoped
class EventLoops {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The round that a loop is in; touched by its own thread only. */
    static final class Round {
        private final EventExecutor loop;
        private boolean begun;
        private long began;
        private long cpuAtBegin;
        private int workedOut;

        private Round(EventExecutor loop) {
            this.loop = loop;
        }

        /** Counts a request that has to be worked out; how many there were in this round. */
        int workOut() {
            if (!begun) {
                begun = true;
                began = System.nanoTime();
                cpuAtBegin = THREADS.getCurrentThreadCpuTime();
                workedOut = 0;
                // What is handed to a loop has its turn when the round is over.
                loop.execute(() -> begun = false);
            }
            return ++workedOut;
        }

        /** How long the round has lasted, in nanoseconds. */
        long lasted() {
            return System.nanoTime() - began;
        }

        /** How long it has computed, in nanoseconds: a round may last because the loop was not let run. */
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

    /** The round of the loop that runs this. */
    Round here() {
        return here.get();
    }
}
