package be.digicatalogue.http;

import be.digicatalogue.question.BadQuestion;
import io.quarkus.arc.All;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The one place that decides on the form of an answer. The contract lists the media types of each address; {@code f} names
 * one of them, else {@code Accept} chooses. A face sees a request for JSON, whichever form its answer takes.
 */
@ApplicationScoped
public class Formats {

    private static final String CHOSEN = "format";

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

    /** The format that was chosen for the answer to a request. */
    static Format chosen(RoutingContext request) {
        Format chosen = request.get(CHOSEN);
        return chosen == null ? JSON : chosen;
    }

    /**
     * Chooses the format of an answer, or refuses the request where none is acceptable. Most requests say nothing about it
     * and pass at once.
     */
    static void choose(RoutingContext request) {
        var headers = request.request().headers();
        var accept = headers.get(HttpHeaders.ACCEPT);
        if (!isPlain(accept)) {
            accept = readable(headers);
        }
        var query = request.request().query();
        boolean named = mayName(query);
        if ((named || !isPlain(accept))
                && isRead(request)
                && Routes.offer(request).isChoice()) {
            var offer = Routes.offer(request);
            var name = named ? name(query) : null;
            var chosen = name == null
                    ? offer.accepted(accept)
                    // An unknown name is told by who reads the question, with all else that is wrong with it.
                    : offer.isElsewhere(name)
                            ? Optional.<Format>empty()
                            : Optional.of(offer.named(name).orElse(JSON));
            if (chosen.isEmpty()) {
                EveryAnswer.end(request, offer.notAcceptable());
                return;
            }
            request.put(CHOSEN, chosen.get());
            headers.set(HttpHeaders.ACCEPT, JSON.mediaType());
        }
        request.next();
    }

    /** The header without what cannot be read; {@code null} when nothing of it can. */
    private static String readable(MultiMap headers) {
        var sent = String.join(",", headers.getAll(HttpHeaders.ACCEPT));
        var readable = AcceptableFormats.readable(sent);
        if (readable.isEmpty()) {
            headers.remove(HttpHeaders.ACCEPT);
            return null;
        }
        if (!readable.equals(sent)) {
            headers.set(HttpHeaders.ACCEPT, readable);
        }
        return readable;
    }

    private static boolean isRead(RoutingContext request) {
        var method = request.request().method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
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
            // told by who reads the question
            return null;
        }
    }
}
