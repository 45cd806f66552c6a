package be.digicatalogue.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** How often each address failed to show a token lately, and how long its next refusal takes for that. */
final class FailedAttempts {

    private static final Duration FIRST_DELAY = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 4;
    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int MOST_ADDRESSES = 10_000;

    private final Cache<String, Integer> failures = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(MEMORY)
            .build();

    /** Counts a failure, and tells how long to let it wait: a quarter of a second, twice as long each time, at most four. */
    Duration add(String address) {
        int before = failures.asMap().merge(address, 1, (count, one) -> Math.min(count + one, MOST_DOUBLINGS + 1)) - 1;
        return FIRST_DELAY.multipliedBy(1L << before);
    }
}
