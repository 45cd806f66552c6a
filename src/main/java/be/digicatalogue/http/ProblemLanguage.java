package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import be.digicatalogue.question.BadQuestion;
import io.vertx.core.http.HttpHeaders;
import java.util.Optional;

/**
 * The language of the errors of a request: that of its path or of {@code lang}, else of {@code Accept-Language}. English for
 * a request that names none, as is usual for programs.
 *
 * @param inAddress true when the URL alone determines the language, so that {@code Accept-Language} does not matter
 */
public record ProblemLanguage(Language language, boolean inAddress) {

    public static ProblemLanguage of(RequestContext context) {
        var request = context.routing().request();
        return ofPath(request.path())
                .or(() -> ofParameter(context))
                .map(language -> new ProblemLanguage(language, true))
                .orElseGet(() -> new ProblemLanguage(
                        Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                                .orElse(Language.EN),
                        false));
    }

    /** Paths of pages in other languages than Dutch start with a language tag. */
    private static Optional<Language> ofPath(String path) {
        return path == null || !path.startsWith("/") ? Optional.empty() : Language.of(path.split("/", 3)[1]);
    }

    private static Optional<Language> ofParameter(RequestContext context) {
        try {
            return context.languageInAddress();
        } catch (BadQuestion malformed) {
            return Optional.empty();
        }
    }

    /** The request headers that a problem in this language depends on. */
    public String vary() {
        return inAddress ? Problem.VARY : Problem.VARY + ", Accept-Language";
    }
}
