package be.digicatalogue.report;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.Refusal;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many reports there may be. The address of a client is kept in memory for an hour after its last report, and nowhere
 * else.
 */
@Singleton
public class ReportLimits {

    private static final Duration WINDOW = Duration.ofHours(1);

    /** Those that reported last; who is forgotten begins anew. */
    private static final int MOST_CLIENTS = 100_000;

    private final int perClient;
    private final int perRecord;
    private final int open;
    private final LoadingCache<String, Bucket> buckets;

    ReportLimits(
            @ConfigProperty(name = "catalogue.reports.per-client") int perClient,
            @ConfigProperty(name = "catalogue.reports.per-record") int perRecord,
            @ConfigProperty(name = "catalogue.reports.open") int open) {
        this.perClient = perClient;
        this.perRecord = perRecord;
        this.open = open;
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(WINDOW)
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perClient).refillGreedy(perClient, WINDOW))
                        .build());
    }

    /**
     * Counts a report of a client.
     *
     * @throws Refusal 429 when the client has reported too often
     */
    void count(String client) {
        var probe = buckets.get(client).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            int seconds = (int) TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            throw Refusal.after(
                    seconds, Problem.status(429, Message.of("report.tooManyOfClient", perClient, seconds / 60 + 1)));
        }
    }

    /** Takes a count back, for a report that was not stored through no fault of the client. */
    void takeBack(String client) {
        buckets.get(client).addTokens(1);
    }

    /** The largest number of open reports about one record. */
    int perRecord() {
        return perRecord;
    }

    /** The largest number of open reports. */
    int open() {
        return open;
    }
}
