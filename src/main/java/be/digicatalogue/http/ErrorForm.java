package be.digicatalogue.http;

import java.util.Optional;

/** A format of errors other than problem+json: pages for people, and formats that the standard of a face requires. */
public interface ErrorForm {

    /** A problem in its final format. */
    record ErrorBody(byte[] body, String mediaType, ProblemLanguage language) {}

    /** A problem in this format; empty for requests that get another format. */
    Optional<ErrorBody> write(Problem problem, RequestContext context);
}
