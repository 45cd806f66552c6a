package be.digicatalogue.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;

/** Counts recent failed attempts by IP address, to delay each rejection longer than the one before, and to log few of them. */
final class FailedAttempts {

    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;

    /** The time between two lines of the log about one address. */
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final Cache<String, FailedAttempt> latest = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(MEMORY)
            .build();

    /**
     * A failed attempt.
     *
     * @param count the attempts of its address so far, up to a limit
     * @param unlogged those before it since the last line of the log
     * @param loggedAt the time of that line ({@link System#nanoTime})
     * @param logged whether this attempt has a line
     */
    record FailedAttempt(int count, int unlogged, long loggedAt, boolean logged) {

        private static FailedAttempt first() {
            return new FailedAttempt(1, 0, System.nanoTime(), true);
        }

        private FailedAttempt another() {
            long now = System.nanoTime();
            int counted = Math.min(count + 1, MOST_DOUBLINGS + 1);
            int since = logged ? 0 : unlogged + 1;
            return now - loggedAt > BETWEEN_LINES.toNanos()
                    ? new FailedAttempt(counted, since, now, true)
                    : new FailedAttempt(counted, since, loggedAt, false);
        }

        /** The time that its rejection waits: a quarter of a second, doubled each time, at most four seconds. */
        Duration delay() {
            return FIRST_DELAY.multipliedBy(1L << (count - 1));
        }

        /** The line of the log, at most one a minute for an address. */
        Optional<String> line(String address, String reason) {
            return logged
                    ? Optional.of("Refused " + address + ": " + reason
                            + (unlogged == 0 ? "" : ", and " + unlogged + " more since the last line about it"))
                    : Optional.empty();
        }
    }

    FailedAttempt add(String address) {
        return latest.asMap()
                .compute(address, (key, before) -> before == null ? FailedAttempt.first() : before.another());
    }
}
