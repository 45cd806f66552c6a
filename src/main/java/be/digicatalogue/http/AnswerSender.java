package be.digicatalogue.http;

import be.digicatalogue.fact.Digest;
import be.digicatalogue.fact.Language;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Completes the answer to the current request, caches it for equal requests, and sends it. */
@ApplicationScoped
public class AnswerSender {

    private final RequestContext context;
    private final InstantSource clock;

    AnswerSender(RequestContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
    }

    /** A complete answer to this request, with everything that it depends on. */
    public Representation finished(byte[] body, String type) {
        return finished(body, type, Map.of());
    }

    /** A complete answer with additional headers. */
    public Representation finished(byte[] body, String type, Map<String, String> headers) {
        var view = context.view();
        return new Representation(
                body,
                type,
                Digest.of(body),
                vary(),
                tags(view.spoken()),
                view.validity(),
                context.routing().request().method() != HttpMethod.POST,
                headers);
    }

    private static String tags(Set<Language> spoken) {
        var all = spoken.iterator();
        var only = all.next().tag();
        return all.hasNext() ? spoken.stream().map(Language::tag).collect(Collectors.joining(", ")) : only;
    }

    /** The complete answer in the requested format. */
    Representation finished(Object facts) {
        var format = context.format();
        // In JSON the links to other pages are in the body.
        var links = format == Formats.JSON || !(facts instanceof PagedAnswer listed)
                ? Map.<String, String>of()
                : LinkHeader.of(listed.list().links());
        return finished(
                format.write(new UnformattedAnswer(
                        facts, context.view(), context.formats().address())),
                format.contentType(),
                links);
    }

    /** The request headers that the answer depends on. */
    String vary() {
        var depends = new StringJoiner(", ");
        if (!context.formats().isChoice() || !context.parameters().containsKey(AcceptableFormats.PARAMETER)) {
            depends.add("Accept");
        }
        depends.add("Accept-Encoding");
        if (context.languageInAddress().isEmpty()) {
            depends.add("Accept-Language");
        }
        return depends.toString();
    }

    /** Ends this request with an answer, and caches it. */
    public void end(byte[] body, String type) {
        end(finished(body, type));
    }

    /** Ends this request with a document, which does not depend on the catalogue. */
    public void end(Document document) {
        end(document.finished(Map.of()));
    }

    void end(Representation answer) {
        if (context.pending() != null) {
            context.pending().keep(answer);
        }
        // Quarkus sets this header for compression before it knows the answer.
        context.routing().response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        answer.send(context.routing().request(), clock.instant());
    }

    /** Ends this request with an answer that must not be cached. */
    public void endUnstored(int status, byte[] body, String type) {
        context.routing()
                .response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, context.language().tag())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(body));
    }

    /** Ends this request with a page that explains the error in its parameters. */
    public void explain(byte[] page, String type) {
        context.routing()
                .response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(
                        HttpHeaders.CACHE_CONTROL, Problem.badRequest(List.of()).cacheControl())
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, context.language().tag())
                .putHeader(HttpHeaders.VARY, Problem.VARY)
                .end(Buffer.buffer(page));
    }
}
