package be.digicatalogue.http;

import be.digicatalogue.fact.Digest;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;

/**
 * An answer that is finished but for how long it may be kept.
 *
 * @param tag the opaque part of its entity tag
 */
public record Document(byte[] content, MediaType type, String tag) {

    /** With headers of its own, such as the name under which a file is saved. */
    Representation finished(Map<String, String> headers) {
        return new Representation(content, type.toString(), tag, Problem.VARY, null, Instant.MAX, true, headers);
    }

    public static Document of(byte[] content, MediaType type) {
        return new Document(content, type, Digest.of(content));
    }
}
