package be.digicatalogue.http;

import jakarta.ws.rs.core.MediaType;

/**
 * An answer that is finished but for how long it may be kept.
 *
 * @param tag the opaque part of its entity tag
 */
public record Document(byte[] content, MediaType type, String tag) {

    public static Document of(byte[] content, MediaType type) {
        return new Document(content, type, Digest.of(content));
    }
}
