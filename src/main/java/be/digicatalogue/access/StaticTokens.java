package be.digicatalogue.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tokens that the operator issued, of which the service stores only the SHA-256 hashes. */
final class StaticTokens {

    private static final Pattern BETWEEN = Pattern.compile("[\\s;]+");
    private static final Pattern ENTRY = Pattern.compile("([^:]+):([^:]+):([0-9A-Fa-f]{64})");

    private record Known(byte[] hash, Curator curator) {}

    private final List<Known> known;

    private StaticTokens(List<Known> known) {
        this.known = known;
    }

    /**
     * Parses a setting: {@code name:role,role:hash}, separated by white space or semicolons.
     *
     * @throws IllegalArgumentException with the number of a malformed entry, because any part of it may be a hash
     */
    static StaticTokens parse(String setting) {
        var known = new ArrayList<Known>();
        int number = 0;
        for (var entry : BETWEEN.split(setting)) {
            if (!entry.isEmpty()) {
                known.add(known(entry, ++number));
            }
        }
        return new StaticTokens(known);
    }

    private static Known known(String entry, int number) {
        var parts = ENTRY.matcher(entry);
        if (!parts.matches()) {
            throw malformed(number, "is not of the form name:role,role:hash with a hash of 64 hexadecimal digits");
        }
        var roles = EnumSet.noneOf(Role.class);
        for (var role : parts.group(2).split(",", -1)) {
            roles.add(Role.named(role)
                    .orElseThrow(() -> malformed(
                            number, "has a role other than " + Role.EDITOR.id() + " and " + Role.PUBLISHER.id())));
        }
        return new Known(HexFormat.of().parseHex(parts.group(3)), new Curator(parts.group(1), roles));
    }

    private static IllegalArgumentException malformed(int number, String what) {
        return new IllegalArgumentException("entry " + number + " " + what + ".");
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    /** Compares with every hash in constant time, so that timing reveals nothing about the hashes. */
    Optional<Curator> find(String token) {
        var hash = sha256(token);
        Curator found = null;
        for (var each : known) {
            if (MessageDigest.isEqual(each.hash(), hash)) {
                found = each.curator();
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
