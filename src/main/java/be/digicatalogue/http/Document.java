package be.digicatalogue.http;

import be.digicatalogue.fact.Digest;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/**
 * An answer that is complete except for its cache lifetime.
 *
 * @param tag the opaque part of its entity tag
 */
public record Document(byte[] content, MediaType type, String tag) {

    /** Completes the answer with additional headers, such as the name of a downloaded file. */
    Representation finished(Map<String, String> headers) {
        return new Representation(content, type.toString(), tag, Problem.VARY, null, Validity.ALWAYS, true, headers);
    }

    public static Document of(byte[] content, MediaType type) {
        return new Document(content, type, Digest.of(content));
    }
}
