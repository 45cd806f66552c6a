package be.digicatalogue.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Counts recent failed attempts by IP address, to delay each rejection longer than the one before. */
final class FailedAttempts {

    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;

    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(MEMORY)
            .build();

    /** Counts a failure and returns the delay: a quarter of a second, doubled each time, at most four seconds. */
    Duration add(String address) {
        int before = failures.asMap().merge(address, 1, (count, one) -> Math.min(count + one, MOST_DOUBLINGS + 1)) - 1;
        return FIRST_DELAY.multipliedBy(1L << before);
    }
}
