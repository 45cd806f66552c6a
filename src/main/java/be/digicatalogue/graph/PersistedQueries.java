package be.digicatalogue.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Documents that clients sent with their hash, so that the hash alone will do from then on: automatic persisted queries,
 * as Apollo has them. A hash leads to the document that it is the hash of and never to another. Each instance has its
 * own; whoever hears that one is not there sends it again.
 */
@ApplicationScoped
public class PersistedQueries {

    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /** What a document takes however short it is: the hash, the entry. */
    private static final int OVERHEAD_BYTES = 250;

    private final Cache<String, String> texts = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<String, String>weigher((hash, text) -> OVERHEAD_BYTES + 2 * text.length())
            .build();

    /** The document with this hash. */
    Optional<String> text(String hash) {
        return Optional.ofNullable(texts.getIfPresent(hash));
    }

    /** Whether a hash is that of a text. */
    boolean belongs(String hash, String text) {
        return text.equals(texts.getIfPresent(hash)) || hash.equals(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keeps a document for who sends its hash, which must be that of the text. */
    void keep(String hash, String text) {
        if (texts.getIfPresent(hash) == null) {
            texts.put(hash, text);
        }
    }

    /** The SHA-256 in hexadecimal, lower case. */
    static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
