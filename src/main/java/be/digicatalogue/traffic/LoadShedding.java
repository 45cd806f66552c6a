package be.digicatalogue.traffic;

import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Clients;
import be.digicatalogue.http.ErrorForms;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.RequestContext;
import be.digicatalogue.http.RequestEnd;
import be.digicatalogue.http.RequestLimits;
import be.digicatalogue.http.RequestStep;
import be.digicatalogue.http.Shares;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses early what would only make the others wait longer. It stands behind the answers that are at hand: those are given
 * whatever the load.
 */
@Singleton
public class LoadShedding implements RequestStep {

    /** A few that take long, as the first ones after a start do, are no overload yet. */
    private static final int A_FEW = 16;

    /** Unless they take this many times the lag that is allowed. */
    private static final int MUCH_TOO_LATE = 3;

    private static final Problem BUSY = Problem.serviceUnavailable(Message.of("problem.overloaded"));
    private static final Problem FULL = Problem.serviceUnavailable(Message.of("problem.tooManyWebSockets"));

    private static final Problem UPLOADS = Problem.serviceUnavailable(Message.of("problem.tooManyUploads"));

    /**
     * The part of the heap for bodies that are arriving or being read; clients that hold less than another may take as much
     * again. A body takes its own length until it is whole and twice that afterwards. Only one is unpacked and checked at a
     * time: the longest one fits into a heap of 512 MB beside a catalogue of a hundred.
     */
    private static final int PART_FOR_UPLOADS = 16;

    /** With what routing does not look at. */
    private static final Pattern STREAM = Pattern.compile(".*/stream(;[^/]*)?/*");

    private final EventLoops loops;
    private final ErrorForms errors;
    private final RequestLimits limits;
    private final long mostLag;
    private final Shares inFlight;
    private final Shares webSockets;
    /** In bytes. */
    private final Shares uploads;

    private final Counter late;
    private final Counter many;

    LoadShedding(
            EventLoops loops,
            ErrorForms errors,
            RequestLimits limits,
            Clients clients,
            @ConfigProperty(name = "catalogue.traffic.lag") Duration mostLag,
            @ConfigProperty(name = "catalogue.traffic.in-flight") int mostInFlight,
            @ConfigProperty(name = "catalogue.changes.streams") int mostWebSockets,
            MeterRegistry meters) {
        this.loops = loops;
        this.errors = errors;
        this.limits = limits;
        this.mostLag = mostLag.toNanos();
        inFlight = new Shares(clients, mostInFlight);
        webSockets = new Shares(clients, mostWebSockets);
        uploads = new Shares(clients, Runtime.getRuntime().maxMemory() / PART_FOR_UPLOADS);
        late = shed(meters, "lag");
        many = shed(meters, "in-flight");
    }

    private static Counter shed(MeterRegistry meters, String reason) {
        return Counter.builder("catalogue.shed")
                .description("Requests refused because there was too much to do")
                .tag("reason", reason)
                .register(meters);
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        var request = context.routing();
        if (isForOperators(request)) {
            next.accept(context);
            return;
        }
        long upload = limits.lengthOfUpload(context);
        if (isBehind()) {
            refuse(context, BUSY, late);
        } else if (upload > 0) {
            admit(context, next, uploads, upload, UPLOADS);
        } else if (request.request().headers().contains(HttpHeaders.UPGRADE, HttpHeaders.WEBSOCKET, true)) {
            admit(context, next, webSockets, 1, FULL);
        } else if (lasts(request)) {
            next.accept(context);
        } else {
            admit(context, next, inFlight, 1, BUSY);
        }
    }

    private void admit(
            RequestContext context, Consumer<RequestContext> next, Shares shares, long amount, Problem otherwise) {
        shares.take(context.routing().request(), amount)
                .ifPresentOrElse(
                        share -> {
                            RequestEnd.atEnd(context.routing(), share::giveBack);
                            next.accept(context);
                        },
                        () -> refuse(context, otherwise, many));
    }

    /** A loop that is late because the machine stood still, or was busy with others, catches up by itself. */
    private boolean isBehind() {
        var round = loops.here();
        int workedOut = round.workOut();
        long lag = round.lasted();
        return lag > mostLag && (workedOut > A_FEW || lag > MUCH_TOO_LATE * mostLag) && round.worked() > mostLag / 2;
    }

    /** Health and metrics: who watches the service must see it most of all when it is in trouble. */
    static boolean isForOperators(RoutingContext request) {
        var path = request.request().path();
        return path.startsWith("/q/") || path.equals("/health");
    }

    /** Streams have a limit of their own, and a body may take its time: what has one is worked out when it is there. */
    private static boolean lasts(RoutingContext request) {
        var method = request.request().method();
        return method != HttpMethod.GET && method != HttpMethod.HEAD
                || request.request().path().contains("/stream")
                        && STREAM.matcher(request.request().path()).matches();
    }

    private void refuse(RequestContext context, Problem problem, Counter counter) {
        counter.increment();
        context.routing().response().putHeader("Retry-After", "1");
        errors.end(context, problem);
    }
}
