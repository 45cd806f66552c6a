package be.digicatalogue.publication;

import be.digicatalogue.http.Json;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.ProblemLanguage;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Answers to curators: JSON that must not be cached. */
final class Answers {

    private Answers() {}

    static ResponseBuilder json(int status, Object body, ProblemLanguage language) {
        return Response.status(status)
                .entity(Json.write(body, language.language()))
                .type(MediaType.APPLICATION_JSON_TYPE);
    }

    /** A problem with an extension member (RFC 9457, 3.2). */
    static ResponseBuilder problem(Problem problem, String member, Object value, ProblemLanguage language) {
        var body = Json.tree(problem, language.language());
        body.set(member, Json.tree(value, language.language()));
        return Response.status(problem.status())
                .entity(Json.write(body))
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.language().tag())
                .header(HttpHeaders.VARY, language.vary());
    }
}
