package be.digicatalogue.http;

import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/**
 * An answer that is finished but for how long it may be kept.
 *
 * @param tag the opaque part of its entity tag
 * @param fresh how long it may be kept without asking again, where that is longer than for facts; else {@code null}
 */
public record Document(byte[] content, MediaType type, String tag, Duration fresh) {

    public static Document of(byte[] content, MediaType type) {
        return new Document(content, type, Digest.of(content), null);
    }

    /** The same, to be kept longer than facts are. */
    public Document keptFor(Duration longer) {
        return new Document(content, type, tag, longer);
    }
}
