package be.digicatalogue.publication;

import be.digicatalogue.PackagedService;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Reads of instances, each from its start until it is closed. None may fail or see an older revision than the one before. */
final class SteadyReads {

    private static final List<String> ADDRESSES = List.of(
            "/v1",
            "/v1/partners?province=west-vlaanderen",
            "/v1/service-points/aalst-digipunt",
            "/v1/guide?postalCode=8500",
            "/v1/search?q=genk",
            "/v1/changes");

    private static final long BETWEEN_READS_MILLIS = 20;

    private final Collection<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong count = new AtomicLong();

    /** A reader of one instance, until it is closed. */
    final class OfInstance implements AutoCloseable {

        private final PackagedService instance;
        private final Thread thread = new Thread(this::read);
        private volatile boolean stopping;

        private OfInstance(PackagedService instance) {
            this.instance = instance;
            thread.start();
        }

        private void read() {
            long newest = 0;
            for (int i = 0; !stopping; i++) {
                var address = ADDRESSES.get(i % ADDRESSES.size());
                try {
                    var answer = instance.get(address);
                    long revision = answer.headers()
                            .firstValueAsLong("Catalogue-Revision")
                            .orElse(0);
                    if (answer.statusCode() != 200 || revision < newest) {
                        failures.add(address + " of " + instance.name() + ": " + answer.statusCode() + ", revision "
                                + revision + " after " + newest);
                    }
                    newest = Math.max(newest, revision);
                    count.incrementAndGet();
                    Thread.sleep(BETWEEN_READS_MILLIS);
                } catch (Exception lost) {
                    failures.add(address + " of " + instance.name() + ": " + lost);
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            stopping = true;
            thread.join();
        }
    }

    OfInstance of(PackagedService instance) {
        return new OfInstance(instance);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    long count() {
        return count.get();
    }
}
