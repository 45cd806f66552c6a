package be.digicatalogue.access;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.InvalidAlgorithmException;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Tokens signed by an issuer (JWT, RFC 7519, as in MicroProfile JWT): roles in {@code groups}, the name in {@code upn},
 * {@code preferred_username} or {@code sub}. Reading the keys of the issuer may take time, so this blocks.
 */
final class IssuedTokens {

    /** The algorithms with a public key. With the others, the key that verifies could also sign. */
    private static final Set<SignatureAlgorithm> ALGORITHMS = EnumSet.complementOf(
            EnumSet.of(SignatureAlgorithm.HS256, SignatureAlgorithm.HS384, SignatureAlgorithm.HS512));

    /** The largest accepted difference between the clocks of the issuer and of this machine. */
    private static final int CLOCK_SKEW_SECONDS = 30;

    /** The time to wait for the issuer, for connecting and for the response. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The shortest interval between two requests of keys because of an unknown key id, because anyone can invent key ids. */
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(5);

    /** How long known keys stay valid when the issuer does not respond. */
    private static final Duration WITHOUT_ISSUER = Duration.ofHours(12);

    private static final Map<Integer, String> REASONS = reasons();

    private final JWTAuthContextInfo expected;
    private final DefaultJWTTokenParser parser;

    /**
     * @param keys the URL or file of the issuer's keys, a JSON Web Key Set (RFC 7517)
     * @throws IllegalArgumentException when it is a file that cannot be read; a URL is requested only when it is needed
     */
    IssuedTokens(String issuer, String keys, String audience) {
        expected = new JWTAuthContextInfo();
        expected.setIssuedBy(issuer);
        expected.setExpectedAudience(Set.of(audience));
        expected.setSignatureAlgorithm(ALGORITHMS);
        expected.setClockSkew(CLOCK_SKEW_SECONDS);
        expected.setRequireNamedPrincipal(false);
        var resolver = allowed(resolver(keys));
        // SmallRye's own key resolver does not reload keys from a file.
        parser = new DefaultJWTTokenParser() {
            @Override
            protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo unused) {
                return resolver;
            }
        };
    }

    /**
     * The curator of a token.
     *
     * @throws NotAdmitted unless signature, algorithm, issuer, audience and time are all valid
     */
    Curator verify(String token) throws NotAdmitted {
        try {
            var claims = parser.parse(token, expected).getJwtClaims();
            var roles = EnumSet.noneOf(Role.class);
            if (claims.hasClaim("groups")) {
                claims.getStringListClaimValue("groups")
                        .forEach(group -> Role.named(group).ifPresent(roles::add));
            }
            return new Curator(name(claims), roles);
        } catch (ParseException refused) {
            throw new NotAdmitted(reason(refused));
        } catch (MalformedClaimException refused) {
            throw new NotAdmitted("a claim of the token has the wrong type");
        }
    }

    private static String name(JwtClaims claims) throws NotAdmitted {
        return Stream.of("upn", "preferred_username", "sub")
                .map(claims::getClaimValue)
                .filter(String.class::isInstance)
                .map(claim -> ((String) claim).replaceAll("\\p{Cntrl}", "").strip())
                .filter(claim -> !claim.isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotAdmitted("the token names nobody"));
    }

    /** Resolves a key only when the algorithm is allowed, so that other tokens cause no request to the issuer. */
    private static VerificationKeyResolver allowed(VerificationKeyResolver keys) {
        var names = ALGORITHMS.stream().map(SignatureAlgorithm::getAlgorithm).collect(Collectors.toUnmodifiableSet());
        return (signature, around) -> {
            if (!names.contains(String.valueOf(signature.getAlgorithmHeaderValue()))) {
                throw new UnresolvableKeyException(
                        "there is no key for this algorithm", new InvalidAlgorithmException("not allowed"));
            }
            return keys.resolveKey(signature, around);
        };
    }

    /** @throws IllegalArgumentException when it is a file that cannot be read */
    static VerificationKeyResolver resolver(String keys) {
        return keys.matches("(?i)https?://.*") ? remote(keys) : local(file(keys));
    }

    private static VerificationKeyResolver remote(String address) {
        var get = new Get();
        get.setConnectTimeout((int) PATIENCE.toMillis());
        get.setReadTimeout((int) PATIENCE.toMillis());
        get.setRetries(0);
        var keys = new HttpsJwks(address);
        keys.setSimpleHttpGet(get);
        keys.setRefreshReprieveThreshold(BETWEEN_REFRESHES.toMillis());
        keys.setRetainCacheOnErrorDuration(WITHOUT_ISSUER.toSeconds());
        return new HttpsJwksVerificationKeyResolver(keys);
    }

    private static Path file(String name) {
        Path file;
        try {
            file = name.startsWith("file:") ? Path.of(URI.create(name)) : Path.of(name);
            read(file);
        } catch (IllegalArgumentException | IOException | JoseException unusable) {
            throw new IllegalArgumentException(
                    name + " is neither an http or https URL nor a file with a JSON Web Key Set", unusable);
        }
        return file;
    }

    /** The file is small and curators are few, so it is read each time. A new key then needs no restart. */
    private static VerificationKeyResolver local(Path file) {
        return (signature, around) -> {
            try {
                return new JwksVerificationKeyResolver(read(file).getJsonWebKeys()).resolveKey(signature, around);
            } catch (UnresolvableKeyException unknown) {
                throw unknown;
            } catch (IOException | JoseException unreadable) {
                throw new UnresolvableKeyException("the file cannot be read", unreadable);
            }
        };
    }

    private static JsonWebKeySet read(Path file) throws IOException, JoseException {
        return new JsonWebKeySet(Files.readString(file));
    }

    /** A message of our own, because the messages of the libraries quote the token. */
    private static String reason(ParseException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvableKeyException) {
                return cause.getCause() == null
                        ? "the token is signed with a key that is not known"
                        : cause.getCause() instanceof InvalidAlgorithmException
                                ? "the token is not signed with an algorithm that is allowed"
                                : "the keys of the issuer cannot be read";
            }
            if (cause instanceof InvalidJwtException invalid) {
                var reasons = REASONS.entrySet().stream()
                        .filter(known -> invalid.hasErrorCode(known.getKey()))
                        .map(Map.Entry::getValue)
                        .toList();
                if (!reasons.isEmpty()) {
                    return String.join(", ", reasons);
                }
            }
        }
        return "the token is neither known nor a JWT that can be read";
    }

    private static Map<Integer, String> reasons() {
        var reasons = new LinkedHashMap<Integer, String>();
        reasons.put(ErrorCodes.EXPIRED, "the token has expired");
        reasons.put(ErrorCodes.EXPIRATION_MISSING, "the token does not say when it expires");
        reasons.put(ErrorCodes.NOT_YET_VALID, "the token is not valid yet");
        reasons.put(ErrorCodes.ISSUER_MISSING, "the token does not name its issuer");
        reasons.put(ErrorCodes.ISSUER_INVALID, "the token is of another issuer");
        reasons.put(ErrorCodes.AUDIENCE_MISSING, "the token does not name its audience");
        reasons.put(ErrorCodes.AUDIENCE_INVALID, "the token is for another audience");
        reasons.put(ErrorCodes.SIGNATURE_INVALID, "the signature of the token is wrong");
        reasons.put(ErrorCodes.SIGNATURE_MISSING, "the token is not signed");
        return reasons;
    }
}
