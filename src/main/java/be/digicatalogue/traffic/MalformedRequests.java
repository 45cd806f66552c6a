package be.digicatalogue.traffic;

import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.Problem;
import be.digicatalogue.http.SecurityHeaders;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.AsciiString;
import java.util.Optional;
import java.util.regex.Pattern;

/** Rejects requests whose headers are malformed, ambiguous or too large (RFC 9112, 3.2, 6.1 and 6.3). */
final class MalformedRequests {

    private static final int MOST_HEADERS = 100;

    private static final byte[] MALFORMED = written(Problem.status(400, Message.of("problem.notHttp")));
    private static final byte[] HOST = written(Problem.status(400, Message.of("problem.oneHost")));
    private static final byte[] LENGTH = written(Problem.status(400, Message.of("problem.oneLength")));
    private static final byte[] CODING = written(Problem.status(501, Message.of("problem.transferCoding")));
    private static final byte[] OTHER_VERSION = written(Problem.status(505, Message.of("problem.notHttp")));
    private static final byte[] TOO_LONG =
            written(Problem.status(414, Message.of("problem.addressLongerThan", 16_384)));
    private static final byte[] TOO_MANY =
            written(Problem.status(431, Message.of("problem.headersTooLarge", MOST_HEADERS, 20_480)));

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final String CHUNKED = "chunked";

    private MalformedRequests() {}

    /** In English, because the headers cannot be read, or not all of them. */
    private static byte[] written(Problem problem) {
        return Json.write(problem, Language.EN);
    }

    /** The response to a rejected request, after which the connection is closed; empty for a valid request. */
    static Optional<FullHttpResponse> answer(HttpRequest request) {
        var wrong = request.decoderResult().cause();
        return wrong == null ? decoded(request) : Optional.of(undecoded(wrong));
    }

    private static FullHttpResponse undecoded(Throwable wrong) {
        if (wrong instanceof TooLongHttpLineException) {
            return answer(HttpResponseStatus.REQUEST_URI_TOO_LONG, TOO_LONG);
        }
        if (wrong instanceof TooLongHttpHeaderException) {
            return answer(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, TOO_MANY);
        }
        return wrong instanceof StrictRequestDecoder.TwoLengths
                ? answer(HttpResponseStatus.BAD_REQUEST, LENGTH)
                : malformed();
    }

    private static Optional<FullHttpResponse> decoded(HttpRequest request) {
        int count = 0;
        int hosts = 0;
        for (var headers = request.headers().iteratorCharSequence(); headers.hasNext(); ) {
            count++;
            hosts += AsciiString.contentEqualsIgnoreCase(
                            HttpHeaderNames.HOST, headers.next().getKey())
                    ? 1
                    : 0;
        }
        if (count > MOST_HEADERS) {
            return Optional.of(answer(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, TOO_MANY));
        }
        var version = request.protocolVersion();
        boolean isOld = HttpVersion.HTTP_1_0.equals(version);
        if (!isOld && !HttpVersion.HTTP_1_1.equals(version)) {
            return Optional.of(
                    version.protocolName().equals(HttpVersion.HTTP_1_1.protocolName())
                            ? answer(HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, OTHER_VERSION)
                            : malformed());
        }
        if (!TOKEN.matcher(request.method().name()).matches()) {
            return Optional.of(malformed());
        }
        if (hosts > 1 || hosts == 0 && !isOld) {
            return Optional.of(answer(HttpResponseStatus.BAD_REQUEST, HOST));
        }
        var codings = request.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        return codings.isEmpty() ? Optional.empty() : refusedCoding(String.join(",", codings), isOld);
    }

    /** A body whose last coding is not {@code chunked} has no end. */
    private static Optional<FullHttpResponse> refusedCoding(String codings, boolean isOld) {
        var last = codings.substring(codings.lastIndexOf(',') + 1).strip();
        if (isOld || !last.equalsIgnoreCase(CHUNKED)) {
            return Optional.of(answer(HttpResponseStatus.BAD_REQUEST, LENGTH));
        }
        return codings.strip().equalsIgnoreCase(CHUNKED)
                ? Optional.empty()
                : Optional.of(answer(HttpResponseStatus.NOT_IMPLEMENTED, CODING));
    }

    /** The response to what cannot be read, after which the connection is closed. */
    static FullHttpResponse malformed() {
        return answer(HttpResponseStatus.BAD_REQUEST, MALFORMED);
    }

    private static FullHttpResponse answer(HttpResponseStatus status, byte[] problem) {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(problem));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CONTENT_LANGUAGE, Language.EN.tag())
                .set(HttpHeaderNames.CONTENT_LENGTH, problem.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        SecurityHeaders.ofProblems().forEach((name, value) -> answer.headers().set(name, value));
        return answer;
    }
}
