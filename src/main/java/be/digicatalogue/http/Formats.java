package be.digicatalogue.http;

import be.digicatalogue.question.BadQuestion;
import io.quarkus.arc.All;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The one place that decides on the form of an answer. The contract lists the media types of each address; {@code f} names
 * one of them, else {@code Accept} chooses. A face sees a request for JSON, whichever form its answer takes.
 */
@Singleton
public class Formats implements RequestStep {

    static final Format JSON = new Format() {
        @Override
        public String name() {
            return "json";
        }

        @Override
        public String mediaType() {
            return MediaType.APPLICATION_JSON;
        }

        @Override
        public byte[] write(UnformattedAnswer answer) {
            return Json.write(answer.facts(), answer.view());
        }

        @Override
        public byte[] writeItem(UnformattedAnswer item) {
            return write(item);
        }
    };

    private final List<Format> all = new ArrayList<>();
    private final Contract contract;

    Formats(@All List<Format> others, Contract contract) {
        this.contract = contract;
        all.add(JSON);
        others.stream().sorted(Comparator.comparing(Format::name)).forEach(all::add);
    }

    /** What an address offers. */
    AcceptableFormats at(String template) {
        var mediaTypes = contract.answers(template);
        var formats = all.stream()
                .filter(format -> format == JSON
                        || template.startsWith("/v1")
                                // What has no JSON to choose from is a file.
                                && mediaTypes.contains(JSON.mediaType())
                                && mediaTypes.contains(format.mediaType()))
                .toList();
        return new AcceptableFormats(
                template, mediaTypes.isEmpty() ? List.of(JSON.mediaType()) : mediaTypes, formats, all);
    }

    /** A form that the answers of an address can take, by its name. */
    public Optional<Format> of(String template, String name) {
        return at(template).named(name);
    }

    /**
     * Chooses the format of an answer, or refuses the request where none is acceptable. Most requests do not name one and
     * pass at once. Faces then see a request for JSON, whichever form the answer takes.
     */
    @Override
    public void handle(RequestContext context, Consumer<RequestContext> next) {
        var http = context.routing().request();
        var headers = http.headers();
        if (!isPlain(headers.get(HttpHeaders.ACCEPT))) {
            leaveReadable(headers);
        }
        boolean named = mayName(http.query());
        if ((named || !isPlain(headers.get(HttpHeaders.ACCEPT)))
                && (http.method() == HttpMethod.GET || http.method() == HttpMethod.HEAD)
                && context.formats().isChoice()) {
            var offered = context.formats();
            var name = named ? name(http.query()) : null;
            var chosen = name == null
                    ? offered.accepted(Accept.of(headers.getAll(HttpHeaders.ACCEPT)))
                    // The question refuses an unknown name, together with all else that is wrong with it.
                    : offered.isElsewhere(name)
                            ? Optional.<Format>empty()
                            : Optional.of(offered.named(name).orElse(JSON));
            if (chosen.isEmpty()) {
                ErrorForms.endAsJson(context, offered.notAcceptable());
                return;
            }
            context.format(chosen.get());
            headers.set(HttpHeaders.ACCEPT, JSON.mediaType());
        }
        next.accept(context);
    }

    private static void leaveReadable(MultiMap headers) {
        var sent = String.join(",", headers.getAll(HttpHeaders.ACCEPT));
        var readable = Accept.readable(sent);
        if (readable.isEmpty()) {
            headers.remove(HttpHeaders.ACCEPT);
        } else if (!readable.equals(sent)) {
            headers.set(HttpHeaders.ACCEPT, readable);
        }
    }

    private static boolean isPlain(String accept) {
        return accept == null || accept.equals("*/*") || accept.equals(JSON.mediaType());
    }

    /** Escaped, the name of the parameter may look otherwise. */
    private static boolean mayName(String query) {
        return query != null && (query.contains(AcceptableFormats.PARAMETER + "=") || query.indexOf('%') >= 0);
    }

    private static String name(String query) {
        try {
            var values = QueryString.parse(query).get(AcceptableFormats.PARAMETER);
            return values == null ? null : values.get(0);
        } catch (BadQuestion malformed) {
            // the reader of the question reports it
            return null;
        }
    }
}
