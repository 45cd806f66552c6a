package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.operation.SecretPath;
import be.digicatalogue.question.BadQuestion;
import be.digicatalogue.question.Issue;
import be.digicatalogue.question.PageRequest;
import be.digicatalogue.question.Parameters;
import be.digicatalogue.question.Slice;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A request on its way: the one catalogue that it sees, its language, its address and its moment. Each step of the pipeline
 * adds what it found out; faces read it, and inject it as a bean.
 */
public class RequestContext {

    private static final String KEY = "request context";
    private static final String LANGUAGE_PARAMETER = "lang";
    private static final String ADMIN = "admin";

    /** Those of a form, and of a page of another site that asks whether it may send one. */
    private static final Set<HttpMethod> FORM_METHODS = Set.of(HttpMethod.POST, HttpMethod.OPTIONS);

    private final RoutingContext routing;
    private final InstantSource clock;
    private final String query;
    private String path;
    private Parameters.Face face = Parameters.Face.REST;
    private Map<String, List<String>> parameters;
    private ZonedDateTime now;
    private View view;
    /** The language of the path; {@code null} where the path has none. */
    private Language languageOfPath;

    /** {@code null} before the first question. */
    private Boolean secret;

    private Routes.Route route;
    private Catalogue catalogue;
    private String base;
    private Representations.Pending pending;
    private Format format = Formats.JSON;

    private RequestContext(RoutingContext routing, InstantSource clock) {
        this.routing = routing;
        this.clock = clock;
        this.query = routing.request().query();
        this.path = routing.request().path();
    }

    /** The context of a request; a new one for a request that was refused before the pipeline. */
    public static RequestContext of(RoutingContext routing) {
        return of(routing, InstantSource.system());
    }

    /** The context of a request, which begins with the first call. */
    public static RequestContext of(RoutingContext routing, InstantSource clock) {
        RequestContext known = routing.get(KEY);
        if (known == null) {
            known = new RequestContext(routing, clock);
            routing.put(KEY, known);
        }
        return known;
    }

    /** The same request, for a message of the WebSocket that it opened: messages change nothing of one another. */
    RequestContext ofMessage() {
        var message = new RequestContext(routing, clock);
        message.route = route;
        message.catalogue = catalogue;
        message.base = base;
        message.languageOfPath = languageOfPath;
        return message;
    }

    public RoutingContext routing() {
        return routing;
    }

    void route(Routes.Route found) {
        route = found;
    }

    /** The template of its address; {@code null} before the step that finds it. */
    Routes.Route route() {
        return route;
    }

    /** The Dutch address of the page that is asked for; empty for any other request. */
    public Optional<String> page() {
        return route.page();
    }

    /** The formats in which its address answers. */
    AcceptableFormats formats() {
        return route.formats();
    }

    void format(Format chosen) {
        format = chosen;
    }

    /** The format of its answer. */
    Format format() {
        return format;
    }

    /** Takes the catalogue that the whole request sees. */
    void take(Catalogue current) {
        catalogue = current;
    }

    void base(String address) {
        base = address;
    }

    void pending(Representations.Pending answer) {
        pending = answer;
    }

    /** The place where its finished answer is awaited; {@code null} for a request whose answer is not kept. */
    Representations.Pending pending() {
        return pending;
    }

    /** Sets the language of a request whose path names it. */
    public void speak(Language language) {
        languageOfPath = language;
    }

    /** Whether the request goes to /admin or below, however its path is written. */
    public boolean isAdmin() {
        var raw = routing.request().path();
        // Normalising decodes percent-encoded letters and resolves dots, and adds no letters of its own.
        if (raw != null && raw.indexOf('%') < 0 && !raw.contains(ADMIN)) {
            return false;
        }
        try {
            return ADMIN.equals(firstSegment(routing.normalizedPath()));
        } catch (IllegalArgumentException malformed) {
            // RequestLimits rejects it.
            return false;
        }
    }

    /**
     * Whether its answer may be seen by nobody else, however its path is written: the path ends with a secret, or the answer
     * has one.
     */
    public boolean isSecret() {
        if (secret == null) {
            secret = findSecret();
        }
        return secret;
    }

    private boolean findSecret() {
        try {
            var raw = routing.request().path();
            if (raw == null) {
                return false;
            }
            // Nearly all paths are plain, and equal to their normal form.
            var normal = raw.indexOf('%') < 0 && raw.indexOf('.') < 0 ? raw : routing.normalizedPath();
            return SecretPath.isSecret(normal)
                    || FORM_METHODS.contains(routing.request().method()) && SecretPath.givesSecrets(normal);
        } catch (IllegalArgumentException malformed) {
            // RequestLimits rejects it.
            return false;
        }
    }

    /** Parameters of a segment (/admin;a=b/v1) do not count for routing. */
    private static String firstSegment(String path) {
        int begin = 0;
        while (begin < path.length()) {
            int slash = path.indexOf('/', begin);
            int end = slash < 0 ? path.length() : slash;
            int semicolon = path.indexOf(';', begin);
            int named = semicolon < 0 ? end : Math.min(semicolon, end);
            if (named > begin) {
                return path.substring(begin, named);
            }
            begin = end + 1;
        }
        return "";
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
            throw new Refusal(Problem.serviceUnavailable(Message.of("problem.noCatalogueYet")));
        }
        return catalogue;
    }

    /**
     * Lets go of the catalogue, for an answer that goes on while others take its place: it must not keep them all in
     * memory. What remains is how addresses look; there is nothing any more that could name a reference.
     */
    public View letGo() {
        catalogue = null;
        view = null;
        return new View(null, base, language(), now());
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

    /** Begins the next message of a WebSocket. */
    public void goOnWith(Catalogue newest) {
        catalogue = newest;
        now = null;
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
        if (now == null) {
            now = clock.instant().atZone(Belgium.ZONE);
        }
        return now;
    }

    /** The day of the request in Belgium. */
    public LocalDate today() {
        return now().toLocalDate();
    }

    /** What the path says, else {@code lang} before {@code Accept-Language}; Dutch without any. */
    public Language language() {
        return languageInAddress()
                .orElseGet(() -> Language.accepted(routing.request().getHeader("Accept-Language")));
    }

    /** The language that the address itself says, so that {@code Accept-Language} does not matter. */
    Optional<Language> languageInAddress() {
        if (languageOfPath != null) {
            return Optional.of(languageOfPath);
        }
        return Language.of(
                parameters().getOrDefault(LANGUAGE_PARAMETER, List.of("")).get(0));
    }

    /** What the client likes best of things that have a media type, of equals the first; empty when none is acceptable. */
    public <T> Optional<T> accepted(List<T> offered, Function<T, String> mediaType) {
        return Accept.of(routing.request().headers().getAll(HttpHeaders.ACCEPT)).best(offered, mediaType);
    }

    /** How facts look in the answer to this request. */
    public View view() {
        if (view == null) {
            view = new View(catalogue(), base, language(), now());
        }
        return view;
    }

    /**
     * The question that the query parameters ask.
     *
     * @throws BadQuestion with everything that is wrong with them
     */
    public <Q> Q question(Function<Parameters, Q> question) {
        var offer = formats();
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
        return PagedList.of(found, address());
    }

    /** The issue with the address of this request for each value that could have been meant. */
    Issue withAddresses(Issue issue) {
        return issue.with(issue.candidates().stream()
                .map(candidate -> new Issue.Candidate(
                        candidate.value(),
                        candidate.municipality(),
                        candidate.province(),
                        address().with(issue.name(), candidate.value())))
                .toList());
    }

    /** The address that links of the answer are made of. */
    public RequestAddress address() {
        return new RequestAddress(base, path, parameters());
    }

    /** Scheme and host that links begin with; {@code null} before the step that finds them. */
    public String base() {
        return base;
    }
}
