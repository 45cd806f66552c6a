package be.digicatalogue.http;

import java.util.Optional;

/** How errors are told where problem+json is not what fits: pages for people, and what the standard of a face asks for. */
public interface ErrorForm {

    /** A problem as it is sent. */
    record ErrorBody(byte[] body, String mediaType, ProblemLanguage language) {}

    /** A problem in this form; empty for a request that gets another one. */
    Optional<ErrorBody> tell(Problem problem, RequestContext context);
}
