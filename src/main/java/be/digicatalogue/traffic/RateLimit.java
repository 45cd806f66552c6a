package be.digicatalogue.traffic;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Clients;
import be.digicatalogue.http.ErrorForms;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.RequestStep;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often one client may ask one instance; unlimited unless an operator sets it. The headers that tell are those of
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
@Singleton
public class RateLimit implements RequestStep {

    /** Those that asked last; who is forgotten begins anew. */
    private static final int MOST_CLIENTS = 100_000;

    private final ErrorForms errors;
    private final Clients clients;
    private final OptionalLong most;
    private final Duration window;
    private final String policy;
    private final LoadingCache<String, Bucket> buckets;

    RateLimit(
            ErrorForms errors,
            Clients clients,
            @ConfigProperty(name = "catalogue.rate-limit.requests") OptionalLong most,
            @ConfigProperty(name = "catalogue.rate-limit.window") Duration window) {
        this.errors = errors;
        this.clients = clients;
        this.most = most;
        this.window = window;
        policy = "\"default\";q=" + most.orElse(0) + ";w=" + window.toSeconds();
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(window)
                .build(client -> bucket());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most.orElseThrow()).refillGreedy(most.orElseThrow(), window))
                .build();
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        var request = context.routing();
        if (most.isEmpty() || LoadShedding.isForOperators(request)) {
            next.accept(context);
            return;
        }
        var probe = buckets.get(clients.of(request.request())).tryConsumeAndReturnRemaining(1);
        request.response()
                .putHeader("RateLimit-Policy", policy)
                .putHeader(
                        "RateLimit",
                        "\"default\";r=" + probe.getRemainingTokens() + ";t="
                                + seconds(probe.getNanosToWaitForReset()));
        if (probe.isConsumed()) {
            next.accept(context);
        } else {
            long wait = seconds(probe.getNanosToWaitForRefill());
            request.response().putHeader("Retry-After", Long.toString(wait));
            errors.end(
                    context,
                    Problem.status(429, Message.of("problem.rateLimit", most.getAsLong(), window.toSeconds(), wait)));
        }
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }
}
