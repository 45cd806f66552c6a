package be.digicatalogue.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** What an entity tag is made of. */
public final class Digest {

    private Digest() {}

    /** Half of a SHA-256: too long to meet by chance, short enough for a header. */
    public static String of(byte[] content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content);
            return new String(
                    Base64.getUrlEncoder().withoutPadding().encode(Arrays.copyOf(hash, 16)), StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
