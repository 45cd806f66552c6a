package be.digicatalogue.http;

import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Headers in their encoded form, so that adding them to an answer only copies them. */
final class EncodedHeaders {

    /** Names and values alternately. */
    private final AsciiString[] lines;

    private EncodedHeaders(AsciiString[] lines) {
        this.lines = lines;
    }

    /** @param lines names and values alternately; a header whose value is {@code null} is omitted */
    static EncodedHeaders of(String... lines) {
        var kept = new AsciiString[lines.length];
        int length = 0;
        for (int i = 0; i < lines.length; i += 2) {
            if (lines[i + 1] != null) {
                kept[length++] = new AsciiString(lines[i]);
                kept[length++] = new AsciiString(lines[i + 1]);
            }
        }
        return new EncodedHeaders(Arrays.copyOf(kept, length));
    }

    /** @param headers in their order */
    static EncodedHeaders of(Map<String, String> headers) {
        return of(headers.entrySet().stream()
                .flatMap(header -> Stream.of(header.getKey(), header.getValue()))
                .toArray(String[]::new));
    }

    /** These headers followed by others. */
    EncodedHeaders and(EncodedHeaders others) {
        var both = Arrays.copyOf(lines, lines.length + others.lines.length);
        System.arraycopy(others.lines, 0, both, lines.length, others.lines.length);
        return new EncodedHeaders(both);
    }

    /** Sets the headers on an answer, replacing headers of the same name. */
    void setIn(MultiMap headers) {
        for (int i = 0; i < lines.length; i += 2) {
            headers.set(lines[i], lines[i + 1]);
        }
    }
}
