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
 * Documents that clients have sent with their hash, so that later requests can send the hash alone: automatic persisted
 * queries, as in Apollo. A hash only ever identifies the document with that hash. Each instance has its own documents; when
 * one is missing, the client sends it again.
 */
@ApplicationScoped
public class PersistedQueries {

    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /** The memory that every document uses, for its hash and entry. */
    private static final int OVERHEAD_BYTES = 250;

    private final Cache<String, String> texts = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .<String, String>weigher((hash, text) -> OVERHEAD_BYTES + 2 * text.length())
            .build();

    /** The document with this hash. */
    Optional<String> text(String hash) {
        return Optional.ofNullable(texts.getIfPresent(hash));
    }

    /** True when a hash is that of a text. */
    boolean belongs(String hash, String text) {
        return text.equals(texts.getIfPresent(hash)) || hash.equals(sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Stores a document with its hash, which must be that of the text. */
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
