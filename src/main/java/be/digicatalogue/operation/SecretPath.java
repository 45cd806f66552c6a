package be.digicatalogue.operation;

import java.util.regex.Pattern;

/**
 * The paths that end with a secret: whoever knows one may see or do what it stands for. No log, span, metric, problem or
 * cache may have them.
 */
public final class SecretPath {

    /** Slashes may be repeated, and a segment may have parameters, which routing ignores. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)(/+(?:(?:fr|de|en)/+)?(?:melding|bevestig)|/+v1[^/]*/+reports)(?:;[^/]*)?/+[^/].*");

    private static final Pattern GIVES =
            Pattern.compile("(?:/+(?:(?:fr|de|en)/+)?melden|/+v1[^/]*/+reports)(?:;[^/]*)?/*");

    private SecretPath() {}

    /** @param path in the form that routing compares, with percent-encoded letters decoded */
    public static boolean isSecret(String path) {
        return SECRET.matcher(path).matches();
    }

    /** True for a path whose answers to POST have a secret, or what somebody typed. */
    public static boolean givesSecrets(String path) {
        return GIVES.matcher(path).matches();
    }

    /** The path without its secret: {@code /melding/*}. Other paths are returned unchanged. */
    public static String masked(String path) {
        var secret = SECRET.matcher(path);
        return secret.matches() ? secret.group(1) + "/*" : path;
    }
}
