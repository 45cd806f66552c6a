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

/** Finishes the answer to the request at hand, keeps it for others who ask the same, and sends it. */
@ApplicationScoped
public class AnswerSender {

    private final RequestContext context;
    private final InstantSource clock;

    AnswerSender(RequestContext context, InstantSource clock) {
        this.context = context;
        this.clock = clock;
    }

    /** The finished answer to this request, with what it came to depend on. */
    public Representation finished(byte[] body, String type) {
        return finished(body, type, Map.of());
    }

    /** The same with headers of its own. */
    public Representation finished(byte[] body, String type, Map<String, String> headers) {
        var view = context.view();
        return new Representation(
                body,
                type,
                Digest.of(body),
                vary(),
                tags(view.spoken()),
                view.sameUntil(),
                context.routing().request().method() != HttpMethod.POST,
                headers);
    }

    private static String tags(Set<Language> spoken) {
        var all = spoken.iterator();
        var only = all.next().tag();
        return all.hasNext() ? spoken.stream().map(Language::tag).collect(Collectors.joining(", ")) : only;
    }

    /** The answer in the form that was asked, finished. */
    Representation finished(Object facts) {
        var format = context.format();
        // JSON has the links to its neighbours itself.
        var links = format == Formats.JSON || !(facts instanceof PagedAnswer listed)
                ? Map.<String, String>of()
                : LinkHeader.of(listed.list().links());
        return finished(
                format.write(new UnformattedAnswer(
                        facts, context.view(), context.formats().address())),
                format.contentType(),
                links);
    }

    /** What the answer depends on besides its address. */
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

    /** Ends this request with a finished answer, and keeps that. */
    public void end(byte[] body, String type) {
        end(finished(body, type));
    }

    /** Ends this request with a document, which no catalogue is needed for. */
    public void end(Document document) {
        end(document.finished(Map.of()));
    }

    void end(Representation answer) {
        if (context.pending() != null) {
            context.pending().keep(answer);
        }
        // What Quarkus says of compression before it knows the answer.
        context.routing().response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        answer.send(context.routing().request(), clock.instant());
    }

    /** Ends this request with an answer that no cache keeps. */
    public void endUnstored(byte[] body, String type) {
        context.routing()
                .response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(body));
    }

    /** Ends this request with a page that explains what is wrong with its question. */
    public void explain(byte[] page, String type) {
        context.routing()
                .response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(
                        HttpHeaders.CACHE_CONTROL, Problem.badRequest(List.of()).cacheControl())
                .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding")
                .end(Buffer.buffer(page));
    }
}
