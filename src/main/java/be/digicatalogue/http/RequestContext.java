package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Digest;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/** The request at hand: the catalogue it sees from beginning to end, and what it says about language and address. */
@RequestScoped
public class RequestContext {

    private static final String LANGUAGE_PARAMETER = "lang";
    private static final String CATALOGUE = "catalogue";
    private static final String LANGUAGE = "language";

    private final RoutingContext request;
    private final String query;
    private final String base;
    private Parameters.Face face = Parameters.Face.REST;
    private String path;
    /** The language that the path says; {@code null} where it says none. */
    private final Language languageOfPath;

    private Map<String, List<String>> parameters;
    private ZonedDateTime now = ZonedDateTime.now(Belgium.ZONE);
    private Catalogue catalogue;
    private View view;

    RequestContext(CurrentVertxRequest current, PublicAddress address) {
        this.request = current.getCurrent();
        this.query = request.request().query();
        this.path = request.request().path();
        this.catalogue = request.get(CATALOGUE);
        this.languageOfPath = request.get(LANGUAGE);
        this.base = address.of(request).orElseThrow();
    }

    /** Fixes the catalogue that a request sees; the first thing that happens to it. */
    static void take(Catalogue current, RoutingContext request) {
        request.put(CATALOGUE, current);
    }

    /** Fixes the language of a request whose path says it. */
    public static void speak(Language language, RoutingContext request) {
        request.put(LANGUAGE, language);
    }

    /** The catalogue that a request sees; empty when none has been read yet. */
    public static Optional<Catalogue> taken(RoutingContext request) {
        return Optional.ofNullable(request.get(CATALOGUE));
    }

    /**
     * The parameters of the address.
     *
     * @throws BadQuestion when they cannot be read
     */
    public Map<String, List<String>> parameters() {
        if (parameters == null) {
            parameters = QueryString.parse(query);
        }
        return parameters;
    }

    /**
     * The catalogue that this request sees.
     *
     * @throws Refusal when none has been read yet
     */
    public Catalogue catalogue() {
        if (catalogue == null) {
            throw new Refusal(
                    Problem.serviceUnavailable("The catalogue has not been read yet. Try again in a moment."));
        }
        return catalogue;
    }

    /**
     * Lets go of the catalogue, for an answer that goes on while others take its place: it must not keep them all in
     * memory. What remains is how addresses look; there is nothing any more that could name a reference.
     */
    public View letGo() {
        request.remove(CATALOGUE);
        catalogue = null;
        view = null;
        return new View(null, base, language(), now);
    }

    /**
     * Answers the question of another address, for a face that asks the same in a form of its own. Nothing has been asked
     * of the request before.
     *
     * @param otherPath of the address
     * @param itsParameters each with its values
     */
    public void askInstead(Parameters.Face through, String otherPath, Map<String, List<String>> itsParameters) {
        face = through;
        path = otherPath;
        parameters = itsParameters;
    }

    /** Asks for all that a list has instead of a page of it. */
    public void askWhole() {
        face = Parameters.Face.WHOLE;
    }

    /** Begins the next of the requests that come over a WebSocket. */
    public void goOnWith(Catalogue newest) {
        catalogue = newest;
        now = ZonedDateTime.now(Belgium.ZONE);
        view = null;
    }

    public Optional<Catalogue> catalogueIfRead() {
        return Optional.ofNullable(catalogue);
    }

    /** A text in the language that was asked. */
    public String say(Text text) {
        return text == null ? null : view().say(text);
    }

    /** The moment of the request on the clock of Belgium; the same from its beginning to its end. */
    public ZonedDateTime now() {
        return now;
    }

    /** The day of the request in Belgium. */
    public LocalDate today() {
        return now.toLocalDate();
    }

    /** What the path says, else {@code lang} before {@code Accept-Language}; Dutch without any. */
    public Language language() {
        return languageInAddress()
                .orElseGet(() -> Language.accepted(request.request().getHeader("Accept-Language")));
    }

    /** The language in which the caller is told what is wrong with the question. */
    public ProblemLanguage problemLanguage() {
        return ProblemLanguage.of(parameters(), request);
    }

    /** The language that the address itself says, so that {@code Accept-Language} does not matter. */
    private Optional<Language> languageInAddress() {
        if (languageOfPath != null) {
            return Optional.of(languageOfPath);
        }
        var asked = parameters().get(LANGUAGE_PARAMETER);
        return asked != null && Language.tags().contains(asked.get(0))
                ? Optional.of(Language.values()[Language.tags().indexOf(asked.get(0))])
                : Optional.empty();
    }

    /** True when only curators get an answer to this request. */
    boolean isForCurators() {
        return EveryAnswer.isAdmin(request);
    }

    /** The finished answer to this request, with what it came to depend on. */
    public Representation finished(byte[] body, String type) {
        return finished(body, type, Map.of());
    }

    /** The same with headers of its own. */
    public Representation finished(byte[] body, String type, Map<String, String> headers) {
        var view = view();
        return new Representation(
                body,
                type,
                Digest.of(body),
                vary(),
                tags(view.spoken()),
                view.sameUntil(),
                request.request().method() != HttpMethod.POST,
                headers);
    }

    private static String tags(Set<Language> spoken) {
        var all = spoken.iterator();
        var only = all.next().tag();
        return all.hasNext() ? spoken.stream().map(Language::tag).collect(Collectors.joining(", ")) : only;
    }

    /** The answer in the form that was asked, finished. */
    Representation finished(Object facts) {
        var format = format();
        // JSON has the links to its neighbours itself.
        var links = format == Formats.JSON || !(facts instanceof PagedAnswer listed)
                ? Map.<String, String>of()
                : LinkHeader.of(listed.list().links());
        return finished(
                format.write(new UnformattedAnswer(
                        facts, view(), Routes.offer(request).address())),
                format.contentType(),
                links);
    }

    /** The form that the answer takes. */
    private Format format() {
        return Formats.chosen(request);
    }

    /** What the caller likes best of things that have a media type, of equals the first; empty when none is acceptable. */
    public <T> Optional<T> accepted(List<T> offered, Function<T, String> mediaType) {
        return AcceptableFormats.best(
                String.join(",", request.request().headers().getAll(HttpHeaders.ACCEPT)), offered, mediaType);
    }

    /** What the answer depends on besides its address. */
    String vary() {
        var depends = new StringJoiner(", ");
        if (!Routes.offer(request).isChoice() || !parameters().containsKey(AcceptableFormats.PARAMETER)) {
            depends.add("Accept");
        }
        depends.add("Accept-Encoding");
        if (languageInAddress().isEmpty()) {
            depends.add("Accept-Language");
        }
        return depends.toString();
    }

    /** Keeps the finished answer to this request, for whoever asks the same of this catalogue. */
    void keep(Representation answer) {
        catalogueIfRead().ifPresent(read -> Representations.of(read).keep(request, answer));
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
        keep(answer);
        // What Quarkus says of compression before it knows the answer.
        request.response().headers().remove(HttpHeaders.CONTENT_ENCODING);
        answer.send(request.request(), Instant.now());
    }

    /** Ends this request with an answer that no cache keeps. */
    public void endUnstored(byte[] body, String type) {
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(Buffer.buffer(body));
    }

    /** Ends this request with a page that explains what is wrong with its question. */
    public void explain(byte[] page, String type) {
        request.response()
                .setStatusCode(400)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(
                        HttpHeaders.CACHE_CONTROL, Problem.badRequest(List.of()).cacheControl())
                .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding")
                .end(Buffer.buffer(page));
    }

    /** How facts look in the answer to this request. */
    public View view() {
        if (view == null) {
            view = new View(catalogue(), base, language(), now);
        }
        return view;
    }

    /**
     * The question that the query parameters ask.
     *
     * @throws BadQuestion with everything that is wrong with them
     */
    public <Q> Q question(Function<Parameters, Q> question) {
        var offer = Routes.offer(request);
        return Parameters.read(face, parameters(), given -> {
            var asked = question.apply(given);
            given.oneOf(LANGUAGE_PARAMETER, Language.tags());
            if (offer.isChoice()) {
                given.oneOf(AcceptableFormats.PARAMETER, offer.names());
            }
            return asked;
        });
    }

    /** The fact with an id, for an address that takes no parameters. */
    public <T extends Fact> T one(Facts<T> facts, String id) {
        return one(facts, "id", id);
    }

    /** The same where the address calls the id otherwise. */
    public <T extends Fact> T one(Facts<T> facts, String name, String id) {
        question(parameters -> null);
        return fact(facts, name, id);
    }

    /** The fact with an id that stands in the address under a name. */
    public <T extends Fact> T fact(Facts<T> facts, String name, String id) {
        return facts.named(id)
                .orElseThrow(() -> new Refusal(Problem.notFound(Issue.notFound(
                        "path",
                        name,
                        id,
                        Message.of("problem.noSuchRecord", Issue.shown(id), base + "/v1/" + facts.type())))));
    }

    /** The fact that another one refers to; the schema sees to it that there is one. */
    public <T extends Fact> T fact(Facts<T> facts, Reference reference) {
        return facts.named(reference.id()).orElseThrow();
    }

    /** The fact that another one refers to, or {@code null} when it refers to none. */
    public <T extends Fact> T factIfAny(Facts<T> facts, Reference reference) {
        return reference == null ? null : fact(facts, reference);
    }

    /** A list that is asked for by page only. */
    public <T> PagedList<T> list(List<T> all) {
        return list(Slice.page(all, question(Parameters::page)));
    }

    /** A list that a question chooses whole, given page by page. */
    public <Q, T> PagedList<T> list(Function<Parameters, Q> question, Function<Q, List<T>> answer) {
        record Paged<Q>(Q question, PageRequest page) {}
        var asked = question(parameters -> new Paged<>(question.apply(parameters), parameters.page()));
        return list(Slice.page(answer.apply(asked.question()), asked.page()));
    }

    public <T> PagedList<T> list(Slice<T> found) {
        int size = found.page().size();
        long page = found.page().offset() / size + 1;
        long last = Math.max(1, (found.total() + size - 1L) / size);
        var pages = pages();
        return new PagedList<>(
                self(),
                found.items(),
                found.total(),
                page,
                size,
                pages.apply(1),
                page > 1 ? pages.apply(Math.min(page - 1, last)) : null,
                page < last ? pages.apply(page + 1) : null,
                pages.apply(last));
    }

    /** The address of this request with the number of another page. */
    private LongFunction<String> pages() {
        var query = new LinkedHashMap<>(parameters());
        query.put("page", List.of(""));
        query.putIfAbsent("pageSize", List.of(String.valueOf(PageRequest.DEFAULT_SIZE)));
        var address = address(query);
        // Within a name or a value neither of them stands unescaped.
        int number = Math.max(address.indexOf("?page="), address.indexOf("&page=")) + "?page=".length();
        return page -> address.substring(0, number) + page + address.substring(number);
    }

    /** The issue with the address of this request for each value that could have been meant. */
    Issue withAddresses(Issue issue) {
        return issue.with(issue.candidates().stream()
                .map(candidate -> {
                    var query = new LinkedHashMap<>(parameters());
                    query.put(issue.name(), List.of(candidate.value()));
                    return new Issue.Candidate(candidate.value(), address(query));
                })
                .toList());
    }

    private String address(Map<String, List<String>> query) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return base + path.substring(0, end) + (query.isEmpty() ? "" : "?" + QueryString.format(query));
    }

    RoutingContext request() {
        return request;
    }

    /** Where the request goes, as it was sent. */
    String path() {
        return request.request().path();
    }

    /** Scheme and host that links begin with. */
    public String base() {
        return base;
    }

    public String self() {
        return address(parameters());
    }

    /** The address of this request with another value of one parameter; {@code null} leaves it out. */
    public String selfWith(String parameter, String value) {
        return selfWith(Collections.singletonMap(parameter, value));
    }

    /** The same for several parameters. */
    public String selfWith(Map<String, String> changed) {
        var query = new LinkedHashMap<>(parameters());
        changed.forEach((parameter, value) -> {
            if (value == null) {
                query.remove(parameter);
            } else {
                query.put(parameter, List.of(value));
            }
        });
        return address(query);
    }
}
