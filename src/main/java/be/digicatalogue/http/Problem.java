package be.digicatalogue.http;

import be.digicatalogue.fact.Message;
import be.digicatalogue.operation.SecretPath;
import be.digicatalogue.question.Issue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An error in the format of RFC 9457, with the types of the Belgif REST guide, and similar types where the guide has none.
 *
 * @param href the URL where the guide explains the type; absent for other types
 * @param instance identifies this occurrence in the log; for faults only
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type, String href, String title, int status, Message detail, String instance, List<Issue> issues) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The media type of a problem for clients that prefer pages. */
    public static final String PAGE_MEDIA_TYPE = "text/html;charset=UTF-8";

    /** The request headers that the format of a problem depends on, besides those for its language. */
    static final String VARY = "Accept, Accept-Encoding";

    private static final String TYPE = "urn:problem-type:belgif:";
    private static final String GUIDE = "https://www.belgif.be/specification/rest/api-guide/problems/";

    public static Problem badRequest(List<Issue> issues) {
        return new Problem(
                TYPE + "badRequest",
                GUIDE + "badRequest.html",
                "Bad Request",
                400,
                Message.of("problem.badRequest"),
                null,
                issues);
    }

    public static Problem badRequest(Message detail) {
        return of(400, "badRequest", "Bad Request", detail);
    }

    public static Problem notFound(Message detail) {
        return of(404, "resourceNotFound", "Resource Not Found", detail);
    }

    public static Problem notFound(Issue issue) {
        return new Problem(
                TYPE + "resourceNotFound",
                GUIDE + "resourceNotFound.html",
                "Resource Not Found",
                404,
                issue.detail(),
                null,
                List.of(issue));
    }

    /** What existed once, or elsewhere, and does not here. */
    public static Problem gone(Issue issue) {
        return new Problem("about:blank", null, "Gone", 410, issue.detail(), null, List.of(issue));
    }

    /** Nothing exists at the URL of a request. */
    public static Problem nothingAt(String path) {
        return notFound(Message.of("problem.nothingAt", SecretPath.masked(path)));
    }

    /** The request has no valid authentication; each case has a Belgif type of its own. */
    public static Problem unauthorized(String type, String title, Message detail) {
        return of(401, type, title, detail);
    }

    public static Problem forbidden(Message detail) {
        return of(403, "missingPermission", "Missing Permission", detail);
    }

    public static Problem serviceUnavailable(Message detail) {
        return of(503, "serviceUnavailable", "Service Unavailable", detail);
    }

    /** An internal fault; the answer has only its identifier. */
    public static Problem internalServerError(String instance) {
        return new Problem(
                TYPE + "internalServerError",
                GUIDE + "internalServerError.html",
                "Internal Server Error",
                500,
                Message.of("problem.internalServerError"),
                instance,
                null);
    }

    /** The same with another explanation. */
    public Problem because(Message otherDetail) {
        return new Problem(type, href, title, status, otherDetail, instance, issues);
    }

    /** The problem for any other status. */
    public static Problem status(int status, Message detail) {
        return switch (status) {
            case 400 -> badRequest(detail);
            case 404 -> notFound(detail);
            case 405 -> unexplained(405, "methodNotAllowed", "Method Not Allowed", detail);
            case 406 -> unexplained(406, "notAcceptable", "Not Acceptable", detail);
            case 409 -> unexplained(409, "conflict", "Conflict", detail);
            case 410 -> blank(410, "Gone", detail);
            case 411 -> blank(411, "Length Required", detail);
            case 412 -> unexplained(412, "preconditionFailed", "Precondition Failed", detail);
            case 413 -> of(413, "payloadTooLarge", "Payload Too Large", detail);
            case 414 -> unexplained(414, "uriTooLong", "URI Too Long", detail);
            case 415 -> unexplained(415, "unsupportedMediaType", "Unsupported Media Type", detail);
            case 422 -> unexplained(422, "unprocessableContent", "Unprocessable Content", detail);
            case 428 -> unexplained(428, "preconditionRequired", "Precondition Required", detail);
            case 429 -> of(429, "tooManyRequests", "Too Many Requests", detail);
            case 431 -> blank(431, "Request Header Fields Too Large", detail);
            case 503 -> serviceUnavailable(detail);
            default -> blank(status, "HTTP status " + status, detail);
        };
    }

    /**
     * The cache lifetime: a minute for a client error, none for a fault. Errors that depend on a header or on the number of
     * requests of one client must not be cached either, because a cache would return them to other clients.
     */
    String cacheControl() {
        boolean keep = status < 500
                && status != 429
                && (issues == null || issues.stream().noneMatch(Issue::inHeader));
        return keep ? "public, max-age=60" : "no-store";
    }

    private static Problem of(int status, String type, String title, Message detail) {
        return new Problem(TYPE + type, GUIDE + type + ".html", title, status, detail, null, null);
    }

    private static Problem unexplained(int status, String type, String title, Message detail) {
        return new Problem(TYPE + type, null, title, status, detail, null, null);
    }

    private static Problem blank(int status, String title, Message detail) {
        return new Problem("about:blank", null, title, status, detail, null, null);
    }
}
