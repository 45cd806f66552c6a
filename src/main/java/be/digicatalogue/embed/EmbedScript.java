package be.digicatalogue.embed;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The script that defines the elements, in its newest version and in the versions that websites have pinned. */
@ApplicationScoped
public class EmbedScript {

    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{16}");

    private final byte[] newest;
    private final String version;
    private final String integrity;

    EmbedScript() {
        newest = read("/embed/v1.js").orElseThrow();
        version = version(newest);
        integrity = "sha384-" + Base64.getEncoder().encodeToString(hash("SHA-384", newest));
    }

    /** The name of the newest version: a hash, so that a name always identifies the same content. */
    public String version() {
        return version;
    }

    /** The hash with which browsers verify the newest version (Subresource Integrity). */
    public String integrity() {
        return integrity;
    }

    byte[] newest() {
        return newest;
    }

    Optional<byte[]> named(String name) {
        if (name.equals(version)) {
            return Optional.of(newest);
        }
        return VERSION.matcher(name).matches() ? read("/embed/v1-" + name + ".js") : Optional.empty();
    }

    static String version(byte[] content) {
        return HexFormat.of().formatHex(hash("SHA-256", content), 0, 8);
    }

    private static byte[] hash(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<byte[]> read(String name) {
        try (var file = EmbedScript.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }
}
