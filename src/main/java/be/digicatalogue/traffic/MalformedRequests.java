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
import java.util.Optional;

/** Rejects requests whose headers are malformed or too large. */
final class MalformedRequests {

    private static final int MOST_HEADERS = 100;

    private static final byte[] MALFORMED = written(Problem.status(400, Message.of("problem.notHttp")));
    private static final byte[] TOO_LONG =
            written(Problem.status(414, Message.of("problem.addressLongerThan", 16_384)));
    private static final byte[] TOO_MANY =
            written(Problem.status(431, Message.of("problem.headersTooLarge", MOST_HEADERS, 20_480)));

    private MalformedRequests() {}

    /** In English, because the headers cannot be read, or not all of them. */
    private static byte[] written(Problem problem) {
        return Json.write(problem, Language.EN);
    }

    /** The response to a rejected request, after which the connection is closed; empty for a valid request. */
    static Optional<FullHttpResponse> answer(HttpRequest request) {
        var wrong = request.decoderResult().cause();
        if (wrong == null && countHeaders(request) <= MOST_HEADERS) {
            return Optional.empty();
        }
        return Optional.of(
                wrong instanceof TooLongHttpLineException
                        ? answer(HttpResponseStatus.REQUEST_URI_TOO_LONG, TOO_LONG)
                        : wrong == null || wrong instanceof TooLongHttpHeaderException
                                ? answer(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, TOO_MANY)
                                : answer(HttpResponseStatus.BAD_REQUEST, MALFORMED));
    }

    private static int countHeaders(HttpRequest request) {
        int count = 0;
        for (var headers = request.headers().iteratorCharSequence(); headers.hasNext(); headers.next()) {
            count++;
        }
        return count;
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
