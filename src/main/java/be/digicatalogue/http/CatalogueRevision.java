package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.catalogue.CurrentCatalogue;
import be.digicatalogue.fact.Message;
import be.digicatalogue.question.Issue;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Takes the one catalogue that a request sees, and sets the headers that all answers have, among them the revision. A client
 * that knows of a newer revision names it in {@value #AT_LEAST}. An instance that lags behind then waits a second for it, so
 * that no client sees an older state after a newer one.
 */
@Singleton
public class CatalogueRevision implements RequestStep {

    public static final String AT_LEAST = "Catalogue-Revision-At-Least";

    private static final Pattern REVISION = Pattern.compile("[0-9]{1,18}");
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 256;

    private final CurrentCatalogue current;
    private final SecurityHeaders security;
    private final ErrorForms errors;
    private final AtomicInteger waiting = new AtomicInteger();

    /** The headers of every answer from one catalogue. */
    private record CommonHeaders(EncodedHeaders headers) {}

    private final CommonHeaders withoutCatalogue;

    CatalogueRevision(CurrentCatalogue current, SecurityHeaders security, ErrorForms errors) {
        this.current = current;
        this.security = security;
        this.errors = errors;
        this.withoutCatalogue = headers(null, null);
    }

    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        take(context);
        var wanted = context.routing().request().getHeader(AT_LEAST);
        if (wanted == null) {
            next.accept(context);
        } else if (!REVISION.matcher(wanted).matches()) {
            errors.end(
                    context,
                    Problem.badRequest(List.of(Issue.header(AT_LEAST, wanted, Message.of("expected.revision")))));
        } else if (isRecent(context, Long.parseLong(wanted))) {
            next.accept(context);
        } else {
            await(context, Long.parseLong(wanted), next);
        }
    }

    /** Takes the current catalogue, and sets the headers of the answer; again when a request has published a newer one. */
    public void take(RequestContext context) {
        var headers = context.routing().response().headers();
        var catalogue = current.get();
        catalogue.ifPresent(context::take);
        catalogue.map(this::headers).orElse(withoutCatalogue).headers().setIn(headers);
        security.ofPage(context).ifPresent(page -> page.setIn(headers));
        if (context.isSecret()) {
            headers.remove("Access-Control-Allow-Origin").remove("Access-Control-Expose-Headers");
            headers.set("X-Robots-Tag", "noindex");
            // For every answer, from the page to a fault, and also for those who do not know this kind of address.
            context.routing()
                    .addHeadersEndHandler(sent -> headers.remove("ETag").set("Cache-Control", "private, no-store"));
        } else if (context.isAdmin()) {
            headers.remove("Access-Control-Allow-Origin").remove("Access-Control-Expose-Headers");
            // For every answer, from a record to a fault: nothing that curators see may be cached or read by other
            // sites.
            context.routing().addHeadersEndHandler(sent -> headers.set("Cache-Control", "no-store"));
        }
    }

    private static boolean isRecent(RequestContext context, long revision) {
        return context.catalogueIfRead()
                        .map(catalogue -> catalogue.revision().number())
                        .orElse(0L)
                >= revision;
    }

    private void await(RequestContext context, long revision, Consumer<RequestContext> next) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            refuse(context, revision);
            return;
        }
        var request = context.routing().request().pause();
        var eventLoop = context.routing().vertx().getOrCreateContext();
        current.atLeast(revision, PATIENCE)
                .onTermination()
                .invoke(() -> waiting.decrementAndGet())
                .subscribe()
                .with(
                        newer -> eventLoop.runOnContext(back -> {
                            take(context);
                            request.resume();
                            next.accept(context);
                        }),
                        late -> eventLoop.runOnContext(back -> refuse(context, revision)));
    }

    private void refuse(RequestContext context, long revision) {
        context.routing().response().putHeader("Retry-After", "1");
        errors.end(context, Problem.serviceUnavailable(Message.of("problem.revisionNotRead", revision)));
    }

    private CommonHeaders headers(Catalogue catalogue) {
        return catalogue.derived(
                CommonHeaders.class,
                first -> headers(
                        Long.toString(first.revision().number()),
                        first.revision().position()));
    }

    /** Both are {@code null} until a catalogue has been read. */
    private CommonHeaders headers(String revision, String position) {
        return new CommonHeaders(security.ofData()
                .and(EncodedHeaders.of(
                        "Catalogue-Revision",
                        revision,
                        "Catalogue-Position",
                        position,
                        "Access-Control-Allow-Origin",
                        "*",
                        "Access-Control-Expose-Headers",
                        "Catalogue-Revision, Catalogue-Position, Content-Crs, Content-Language, Deprecation, ETag, Link,"
                                + " Retry-After, Allow, RateLimit, RateLimit-Policy, Sunset")));
    }
}
