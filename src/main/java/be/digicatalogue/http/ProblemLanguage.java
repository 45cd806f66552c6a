package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import be.digicatalogue.question.BadQuestion;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The language in which a request is told what is wrong with it: that of its path or of {@code lang}, else of
 * {@code Accept-Language}; English for a request that asks for none, which is what programs send.
 *
 * @param inAddress whether the address alone says it, so that {@code Accept-Language} does not matter
 */
public record ProblemLanguage(Language language, boolean inAddress) {

    static final String PARAMETER = "lang";

    public static ProblemLanguage of(RoutingContext request) {
        return ofPath(request.request().path())
                .map(language -> new ProblemLanguage(language, true))
                .orElseGet(() -> of(parameters(request.request().query()), request));
    }

    /** The language for parameters that do not stand in the address of the request. */
    static ProblemLanguage of(Map<String, List<String>> parameters, RoutingContext request) {
        return Language.of(parameters.getOrDefault(PARAMETER, List.of("")).get(0))
                .map(language -> new ProblemLanguage(language, true))
                .orElseGet(() -> new ProblemLanguage(
                        Language.preferred(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                                .orElse(Language.EN),
                        false));
    }

    /** Of a page in another language than Dutch. */
    private static Optional<Language> ofPath(String path) {
        return path == null || !path.startsWith("/") ? Optional.empty() : Language.of(path.split("/", 3)[1]);
    }

    private static Map<String, List<String>> parameters(String query) {
        try {
            return QueryString.parse(query);
        } catch (BadQuestion malformed) {
            return Map.of();
        }
    }

    /** What the text and the form of a problem in this language depend on. */
    String vary() {
        return inAddress ? Problem.VARY : Problem.VARY + ", Accept-Language";
    }
}
