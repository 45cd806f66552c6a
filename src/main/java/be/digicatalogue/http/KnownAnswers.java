package be.digicatalogue.http;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Answers requests from the cache of the same catalogue, before any other work. When equal requests arrive at the same time,
 * one continues and the others wait for its answer.
 */
@Singleton
public class KnownAnswers implements RequestStep {

    private final Routes routes;
    private final InstantSource clock;

    KnownAnswers(Routes routes, InstantSource clock) {
        this.routes = routes;
        this.clock = clock;
    }

    /** The result of a lookup. */
    enum Result {
        HIT,
        MISS,
        /** A request whose answer is not cached. */
        BYPASS
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        if (RepresentationKey.hasShortBody(context.routing().request())) {
            RequestBody.read(context.routing(), body -> {
                RequestBody.set(context.routing(), body);
                answer(context, next);
            });
        } else {
            answer(context, next);
        }
    }

    private void answer(RequestContext context, Consumer<RequestContext> next) {
        var key = context.catalogueIfRead().flatMap(catalogue -> RepresentationKey.of(context));
        if (key.isEmpty()) {
            routes.count(context, Result.BYPASS);
            next.accept(context);
            return;
        }
        var now = clock.instant();
        var answers = Representations.of(context.catalogue());
        var known = answers.known(key.get(), now);
        if (known == null) {
            var pending = new Representations.Pending(answers, key.get());
            known = pending.begin(now);
            if (known == null) {
                routes.count(context, Result.MISS);
                makeForAll(pending, context);
                next.accept(context);
                return;
            }
        }
        routes.count(context, Result.HIT);
        send(known, context, next);
    }

    private static void makeForAll(Representations.Pending pending, RequestContext context) {
        context.pending(pending);
        // In any case, other requests wait only until the answer starts or the request ends.
        context.routing().addHeadersEndHandler(begins -> pending.giveUp());
        RequestEnd.atEnd(context.routing(), pending::giveUp);
    }

    private void send(CompletableFuture<Representation> known, RequestContext context, Consumer<RequestContext> next) {
        if (known.isDone()) {
            sendOrGoOn(known.join(), context, next);
            return;
        }
        var request = context.routing().request().pause();
        var eventLoop = context.routing().vertx().getOrCreateContext();
        known.thenAccept(answer -> eventLoop.runOnContext(back -> {
            request.resume();
            sendOrGoOn(answer, context, next);
        }));
    }

    /** @param answer {@code null} when the request that computed it gave up */
    private void sendOrGoOn(Representation answer, RequestContext context, Consumer<RequestContext> next) {
        if (answer == null) {
            next.accept(context);
        } else {
            answer.send(context.routing().request(), clock.instant());
        }
    }
}
